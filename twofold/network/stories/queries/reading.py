"""Reads of stories: one, those beside it, the author's own, highlights. Each asks the door."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import Page, cut, read_cursor
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.network.stories.models import LASTS, Highlight, Look, Story
from twofold.network.stories.policies import MOST_IN_ONE
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

SHELF = 40


@dataclass(frozen=True, slots=True)
class Kept:
    """A highlight as a viewer sees it: its first story stands for it."""

    highlight: Highlight
    first: Story


def _seen(viewer: Viewer, now: datetime | None = None) -> QuerySet[Story]:
    people = personas_visible_to(viewer).filter(network=Network.SOCIAL)
    return Story.objects.visible_to(viewer, now).filter(author__in=people)


def get(viewer: Viewer, story_id: int) -> Story:
    """One story. Absent where there is none, none for this viewer, or none any more."""
    rows = _seen(viewer).select_related("author", "audience", "picture", "picture__preparation", "highlight")
    found = rows.filter(pk=story_id).first()
    if found is None:
        raise Absent
    return found


def sequence(viewer: Viewer, story: Story, *, kept: bool = False) -> list[int]:
    """The ids of the stories among which `story` stands, in the order in which they were told.

    Those of its highlight when it is looked at there, or when its day is over; else those of the author's last day.
    """
    rows = _seen(viewer).filter(author=story.author_id)
    since = clock.now() - LASTS
    if story.highlight_id and (kept or story.created_at <= since):
        rows = rows.filter(highlight=story.highlight_id)
    elif story.created_at <= since:
        return [story.pk]
    else:
        rows = rows.filter(created_at__gt=since)
    return list(rows.order_by("created_at", "pk").values_list("pk", flat=True)[:MOST_IN_ONE])


def feeling_of(viewer: Viewer, story: Story) -> str:
    """What the viewer felt about it, if anything."""
    felt = Look.objects.filter(story=story, persona=viewer.id).values_list("feeling", flat=True)
    return felt.first() or ""


def looks(viewer: Viewer, story: Story, before: str | None = None, size: int = SHELF) -> Page[Look]:
    """Who looked at one's own story, the latest first. Absent for anybody else."""
    if story.author_id != viewer.id:
        raise Absent
    rows = Look.objects.filter(story=story, persona__in=personas_visible_to(viewer))
    if (start := read_cursor(before)) is not None:
        rows = rows.filter(position__lt=start)
    found = list(rows.select_related("persona").order_by("-position", "-pk")[: size + 1])
    return cut(found, size, lambda row: row.position)


def own(viewer: Viewer, before: str | None = None, size: int = SHELF) -> Page[Story]:
    """The viewer's own stories: those of the day, those that ended and still wait, and the kept ones."""
    rows = Story.objects.filter(author=viewer.id, live=True).select_related(
        "picture", "highlight", "audience"
    )
    if (start := read_cursor(before)) is not None and start < 10**16:
        rows = rows.filter(created_at__lt=clock.moment_at(start))
    felt = Look.objects.filter(story=OuterRef("pk"))
    rows = rows.annotate(looked=Exists(felt))
    found = list(rows.order_by("-created_at", "-pk")[: size + 1])
    return cut(found, size, lambda row: clock.position_of(row.created_at))


def highlights_of(viewer: Viewer, persona: Persona) -> list[Kept]:
    """The highlights of `persona` of which `viewer` may see at least one story, the newest first. Two queries."""
    who: dict[str, Any] = {"me": viewer.id, "home": viewer.home, "now": clock.now()}
    kept: list[Any] = _kept(**who, author=persona.pk)
    firsts = {each.pk: each for each in _firsts(**who, ids=[each.first for each in kept])} if kept else {}
    return [Kept(each, firsts[each.first]) for each in kept if each.first in firsts]


@prepared
def _kept(me: int, home: str, now: datetime, author: int) -> QuerySet[Highlight]:
    inside = _seen(Viewer(me, home, ""), now).filter(highlight=OuterRef("pk")).order_by("created_at", "pk")
    rows = Highlight.objects.filter(author=author).annotate(first=Subquery(inside.values("pk")[:1]))
    return rows.exclude(first=None).order_by("-created_at", "-pk")[:SHELF]


@prepared
def _firsts(me: int, home: str, now: datetime, ids: Sequence[int]) -> QuerySet[Story]:
    rows = Story.objects.visible_to(Viewer(me, home, ""), now).filter(pk__in=ids)
    return rows.select_related("picture")


def highlights(author: Persona) -> Sequence[Highlight]:
    """One's own highlights, to keep a story in."""
    return list(Highlight.objects.filter(author=author).order_by("-created_at")[:60])


def highlight(viewer: Viewer, highlight_id: int) -> tuple[Highlight, list[Story]]:
    """A highlight and what of it `viewer` may see. Absent where that is nothing."""
    inside = _seen(viewer).filter(Q(highlight=highlight_id)).select_related("picture", "highlight")
    found = list(inside.order_by("created_at", "pk")[:MOST_IN_ONE])
    if not found or found[0].highlight is None:
        raise Absent
    return found[0].highlight, found
