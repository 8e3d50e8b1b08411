"""What the composer looks up: pictures of one's own, and people by name."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused
from twofold.network.media.models import Picture
from twofold.network.media.queries import own
from twofold.network.posts.models import Post
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.audiences.queries import by_handles, personas_visible_to
from twofold.people.graph.models import Tie
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_OFFERED = 300


def own_pictures(viewer: Viewer, ids: Iterable[int]) -> list[Picture]:
    """Those of the viewer's own pictures that `ids` name, in that order."""
    wanted = list(ids)
    return own(viewer, wanted) if wanted else []


def pictures_of(post: Post) -> list[Picture]:
    """The pictures of a post that the door let through, in their order."""
    return [each.picture for each in post.pictures.select_related("picture")]


def ties_by_name(viewer: Viewer) -> list[tuple[str, str]]:
    """Handle and name of the viewer's ties, for completion; the first few hundred by name."""
    ties = Tie.objects.filter(
        AdmitsPersona.to(viewer, at="other"), owner=viewer.id, other__state=Persona.State.ACTIVE
    )
    return list(ties.order_by("other__name").values_list("other__handle", "other__name")[:_OFFERED])


def somebody(viewer: Viewer, written: str) -> Persona:
    """The one person whom `written` means: a handle, or the name of exactly one tie."""
    handle = written.removeprefix("@")
    found = by_handles(viewer, viewer.home, [handle]).get(handle)
    if found:
        return found
    ties = Tie.objects.filter(owner=viewer.id).values("other")
    named = list(personas_visible_to(viewer).filter(pk__in=ties, name__iexact=written)[:2])
    if len(named) == 1:
        return named[0]
    if named:
        raise Refused(
            _("Several people are called %(name)s. Give the handle.") % {"name": written}, field="audience"
        )
    raise Refused(
        _("Nobody is called %(name)s here. Give a handle, like @anna.") % {"name": written}, field="audience"
    )
