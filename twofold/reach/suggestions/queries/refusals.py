"""What somebody refused."""

from collections.abc import Iterable

from twofold.people.personas.viewers import Viewer
from twofold.reach.suggestions.models import Refusal, Reserved


def refusals(viewer: Viewer) -> list[Refusal]:
    """What the viewer refused, the latest first."""
    return list(Refusal.objects.filter(owner=viewer.id).order_by("-since", "-pk")) if viewer else []


def refused(viewer: Viewer) -> set[tuple[str, str]]:
    return set(Refusal.objects.filter(owner=viewer.id).values_list("about", "ref"))


def is_suggested(viewer: Viewer) -> bool:
    """Whether the viewer is suggested to others."""
    return not Reserved.objects.filter(pk=viewer.id).exists()


def reserved(ids: Iterable[int]) -> set[int]:
    """Those of `ids` who want to be suggested to nobody."""
    return set(Reserved.objects.filter(pk__in=list(ids)).values_list("pk", flat=True))
