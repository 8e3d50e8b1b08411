"""Rings: whose stories of the last day a viewer may see, and whether they have looked at all of them."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from twofold.foundation.kit import clock
from twofold.network.stories.models import LASTS, Look, Story
from twofold.people.audiences.queries import personas_visible_to
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


def day_of(viewer: Viewer) -> QuerySet[Story]:
    """The stories of the last day that `viewer` may see."""
    today = Story.objects.visible_to(viewer).filter(created_at__gt=clock.now() - LASTS)
    return today.filter(author__network=Network.SOCIAL)


def rings(viewer: Viewer) -> list[Ring]:
    """Of the viewer's friends and of those they follow: first those with something new. Two queries."""
    ties = Tie.objects.filter(owner=viewer.id).values("other")
    followed = Follow.objects.filter(follower=viewer.id).values("followed")
    near = day_of(viewer).filter(Q(author__in=ties) | Q(author__in=followed))
    return _gathered(viewer, near.exclude(author__in=_muted(viewer)))[:MOST]


def ring(viewer: Viewer, persona: Persona) -> Ring | None:
    """The ring of one person, where there is anything for `viewer`. Two queries."""
    found = _gathered(viewer, day_of(viewer).filter(author=persona))
    return found[0] if found else None


def _muted(viewer: Viewer):
    lasting = Q(until=None) | Q(until__gt=clock.now())
    return Mute.objects.filter(lasting, by=viewer.id).values("persona")


def _gathered(viewer: Viewer, stories: QuerySet[Story]) -> list[Ring]:
    seen = Look.objects.filter(story=OuterRef("pk"), persona=viewer.id)
    rows = stories.annotate(seen=Exists(seen)).order_by("-created_at", "-pk")
    lines = list(rows.values_list("author", "pk", "created_at", "seen")[:_WINDOW])
    people = personas_visible_to(viewer).in_bulk({line[0] for line in lines})
    found: dict[int, Ring] = {}
    for author, pk, at, is_seen in lines:
        if author not in people:
            continue
        own = is_seen or author == viewer.id
        here = found.setdefault(author, Ring(people[author], pk, clock.position_of(at), not own))
        if not own or not here.fresh:
            here.story_id, here.fresh = pk, here.fresh or not own
    return sorted(found.values(), key=lambda each: (not each.fresh, -each.newest))
