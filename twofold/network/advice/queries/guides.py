"""Guides, and how much there is of each field."""

from django.db.models import Count

from twofold.foundation.kit.paging import Page, cut, read_cursor
from twofold.foundation.kit.refusals import Absent
from twofold.network.advice.models import Field, Guide, Question
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

SIZE = 20


def guides(viewer: Viewer, field: str = "", before: str | None = None, size: int = SIZE) -> Page[Guide]:
    """Published guides that the viewer may read, the latest first; of one field, where it is named."""
    rows = Guide.objects.visible_to(viewer)
    if field in Field.values:
        rows = rows.filter(field=field)
    position = read_cursor(before)
    if position is not None:
        rows = rows.filter(position__lt=position)
    found = list(rows.select_related("author").defer("text", "html").order_by("-position")[: size + 1])
    return cut(found, size, lambda each: each.position)


def guide(viewer: Viewer, guide_id: int) -> Guide:
    """A published guide, or a draft of the viewer's own."""
    rows = Guide.objects.select_related("author").filter(pk=guide_id)
    found = rows.visible_to(viewer).first() or (rows.filter(author=viewer.id).first() if viewer else None)
    if found is None:
        raise Absent
    return found


def own_guide(viewer: Viewer, guide_id: int) -> Guide:
    found = Guide.objects.select_related("author").filter(pk=guide_id, author=viewer.id).first()
    if found is None or not viewer:
        raise Absent
    return found


def own_guides(viewer: Viewer) -> list[Guide]:
    """All of the viewer's own, drafts first."""
    if not viewer:
        return []
    rows = Guide.objects.filter(author=viewer.id).defer("text", "html")
    return list(rows.order_by("live", "-changed_at")[:200])


def others_of(viewer: Viewer, author: Persona, but: int) -> list[Guide]:
    rows = Guide.objects.visible_to(viewer).filter(author=author).exclude(pk=but)
    return list(rows.defer("text", "html").order_by("-position")[:3])


def field_counts(viewer: Viewer) -> list[tuple[str, str, int]]:
    """Each field with its name and how many questions of it the viewer may read; those without are left out."""
    rows = Question.objects.visible_to(viewer).order_by().values_list("field")
    counts = dict(rows.annotate(number=Count("pk")))
    return [(each.value, str(each.label), counts[each.value]) for each in Field if counts.get(each.value)]
