"""Rings: whose stories of the last day a viewer may see, and whether they have looked at all of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.prepared import prepared
from twofold.network.stories.models import LASTS, Look, Story
from twofold.people.audiences.queries import by_ids
from twofold.people.graph.models import Follow, Mute, Tie
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

MOST = 40
# So many stories are looked through for rings: those of a day, the newest first.
_WINDOW = 600


@dataclass(slots=True)
class Ring:
    """Somebody's stories of the last day. `story_id` is the first that the viewer has not seen, else the first."""

    persona: Persona
    story_id: int
    newest: int
    fresh: bool


def rings(viewer: Viewer) -> list[Ring]:
    """Of the viewer's friends and of those they follow: first those with something new. Two queries."""
    return _gathered(viewer, _near(me=viewer.id, home=viewer.home, **_today()))[:MOST]


def ring(viewer: Viewer, persona: Persona) -> Ring | None:
    """The ring of one person, where there is anything for `viewer`. At most two queries."""
    found = _gathered(viewer, _of(me=viewer.id, home=viewer.home, author=persona.pk, **_today()))
    return found[0] if found else None


def _today() -> dict[str, datetime]:
    now = clock.now()
    return {"now": now, "since": now - LASTS}


@prepared
def _near(me: int, home: str, now: datetime, since: datetime) -> QuerySet[Story]:
    ties = Tie.objects.filter(owner=me).values("other")
    followed = Follow.objects.filter(follower=me).values("followed")
    muted = Mute.objects.filter(Q(until=None) | Q(until__gt=now), by=me).values("persona")
    near = Q(author__in=ties) | Q(author__in=followed)
    return _told(Viewer(me, home, ""), now, since).filter(near).exclude(author__in=muted)[:_WINDOW]


@prepared
def _of(me: int, home: str, author: int, now: datetime, since: datetime) -> QuerySet[Story]:
    return _told(Viewer(me, home, ""), now, since).filter(author=author)[:_WINDOW]


def _told(viewer: Viewer, now: datetime, since: datetime) -> QuerySet[Story]:
    """The stories after `since` that `viewer` may see, the newest first, with `seen`: whether they looked at them."""
    today = Story.objects.visible_to(viewer, now).filter(created_at__gt=since, author__network=Network.SOCIAL)
    looks = Look.objects.filter(story=OuterRef("pk"), persona=viewer.id)
    rows = today.annotate(seen=Exists(looks)).order_by("-created_at", "-pk")
    return rows.only("author_id", "created_at")


def _gathered(viewer: Viewer, stories: Iterable[Any]) -> list[Ring]:
    rows = list(stories)
    people = by_ids(viewer, {each.author_id for each in rows}) if rows else {}
    found: dict[int, Ring] = {}
    for each in rows:
        if each.author_id not in people:
            continue
        own = each.seen or each.author_id == viewer.id
        place = clock.position_of(each.created_at)
        here = found.setdefault(each.author_id, Ring(people[each.author_id], each.pk, place, not own))
        if not own or not here.fresh:
            here.story_id, here.fresh = each.pk, here.fresh or not own
    return sorted(found.values(), key=lambda each: (not each.fresh, -each.newest))
