"""Groups: one, those of one's own, those that can be found; and what stands in them. Each asks the door."""

from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent, LinkGone
from twofold.network.groups.models import BELONGS, Entry, Group, Link, Membership, Openness, Role
from twofold.network.groups.policies import belongs, can
from twofold.network.posts.queries import Card, cards_of
from twofold.people.audiences.door import Admits, AdmitsPersona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@dataclass
class Place:
    """A group as it is to a viewer: `mine` is what they are to it, None for nothing."""

    group: Group
    mine: Membership | None

    @property
    def belongs(self) -> bool:
        return belongs(self.mine)

    @property
    def can(self) -> frozenset[str]:
        return can(self.mine) - ({"invite"} if self.group.archived_at else set())

    @property
    def reads(self) -> bool:
        """Whether what stands in the group is for the viewer."""
        return self.belongs or self.group.openness == Openness.PUBLIC


@dataclass
class Feed:
    """A page of what stands in a group; `pinned` stands above the first, and above it one's own that still `waits`."""

    cards: list[Card]
    page: Page[tuple[int, int]]
    pinned: list[Card] = field(default_factory=list)
    announced: set[int] = field(default_factory=set)
    waits: list[Card] = field(default_factory=list)


def mine(viewer: Viewer, group: Group) -> Membership | None:
    """What the viewer is to a group that the door let through."""
    if not viewer or viewer.home != group.network:
        return None
    return Membership.objects.filter(group=group, persona=viewer.id).first()


def get(viewer: Viewer, group_id: int, act: str = "") -> Place:
    """One group of the network that is looked at. Absent where the viewer finds none, or may not do `act` in it."""
    rows = Group.objects.visible_to(viewer).select_related("author")
    found = rows.filter(pk=group_id, network=viewer.network).first()
    if found is None:
        raise Absent
    place = Place(found, mine(viewer, found))
    if act and act not in place.can:
        raise Absent
    return place


def mine_all(viewer: Viewer) -> list[Membership]:
    """What the viewer belongs to, asked to join, or is invited to, by name; with the `group` of each."""
    if not viewer:
        return []
    return _held(me=viewer.id, home=viewer.home)


@prepared
def _held(me: int, home: str) -> QuerySet[Membership]:
    wanted = [*BELONGS, Role.PENDING, Role.INVITED]
    rows = Membership.objects.filter(persona=me, role__in=wanted, declined=False)
    rows = rows.filter(Admits.thing(Viewer(me, home, ""), at="group"), group__live=True)
    return rows.select_related("group__author", "by").order_by("group__name", "pk")[:200]


def found(
    viewer: Viewer, *, name: str = "", before: int | None = None, size: int = DEFAULT_SIZE
) -> Page[Group]:
    """Groups that the viewer may join or read and does not belong to, the newest first; with `name` in their words."""
    rows = Group.objects.visible_to(viewer).filter(network=viewer.network, archived_at=None)
    rows = rows.exclude(openness=Openness.HIDDEN)
    if viewer:
        rows = rows.exclude(
            pk__in=Membership.objects.filter(persona=viewer.id, role__in=BELONGS).values("group")
        )
    if name:
        rows = rows.filter(Q(name__icontains=name) | Q(about__icontains=name))
    if before is not None:
        rows = rows.filter(position__lt=before)
    return cut(
        list(rows.select_related("author").order_by("-position")[: size + 1]),
        size,
        lambda each: each.position,
    )


def feed(
    viewer: Viewer, group: Group, *, before: int | None = None, name: str = "", size: int = DEFAULT_SIZE
) -> Feed:
    """What stands in a group, the latest first; with `name` those that say it. Pinned ones come first of all."""
    rows = _seen(viewer, group, waits=False)
    if name:
        rows = rows.filter(post__text__icontains=name)
    if before is not None:
        rows = rows.filter(position__lt=before)
    lines = list(
        rows.order_by("-position").values_list("post", "position", "pinned", "announced")[: size + 1]
    )
    page = cut([line[:2] for line in lines], size, lambda line: line[1])
    fixed, waits = _first(viewer, group) if before is None and not name else ([], [])
    below = [number for number, _position in page.rows if number not in fixed]
    wanted = [(number, None) for number in (*waits, *fixed, *below)]
    drawn = {card.id: card for card in cards_of(viewer, wanted)}
    waiting, above, rest = ([drawn[each] for each in part if each in drawn] for part in (waits, fixed, below))
    return Feed(rest, page, above, {line[0] for line in lines if line[3]}, waiting)


def _first(viewer: Viewer, group: Group) -> tuple[list[int], list[int]]:
    """What is pinned, and what of the viewer's own waits to be looked at: the latest first."""
    own = Q(waits=True, post__author=viewer.id)
    rows = _within(viewer, group).filter(own | Q(waits=False, pinned=True)).order_by("-position")
    found = list(rows.values_list("post", "waits"))
    return [post for post, waits in found if not waits], [post for post, waits in found if waits]


def waiting(viewer: Viewer, group: Group) -> list[Card]:
    """What waits to be looked at, the oldest first; for those who keep the group, by its audience."""
    ids = _seen(viewer, group, waits=True).order_by("position").values_list("post", flat=True)[:50]
    return cards_of(viewer, [(number, None) for number in ids])


def count_waiting(viewer: Viewer, group: Group) -> int:
    """How many wait for those who keep the group: to be let in, or with a post. Two queries."""
    asking = Membership.objects.filter(
        AdmitsPersona.to(viewer, at="persona"),
        group=group,
        role=Role.PENDING,
        persona__state=Persona.State.ACTIVE,
    )
    return asking.count() + _seen(viewer, group, waits=True).count()


def _seen(viewer: Viewer, group: Group, *, waits: bool) -> QuerySet[Entry]:
    """What stands in a group, or waits to, as far as the viewer may see it."""
    return _within(viewer, group).filter(waits=waits)


def _within(viewer: Viewer, group: Group) -> QuerySet[Entry]:
    seen = Admits.thing(viewer, at="post")
    return Entry.objects.filter(seen, group=group, post__live=True)


def by_link(viewer: Viewer, secret: str) -> tuple[Group, Membership | None]:
    """The group that a link leads to. Absent when the link is no good any more, or never was."""
    from_link = Link.objects.usable().filter(secret=secret, group__network=viewer.network, group__live=True)
    link = from_link.select_related("group__author").first()
    if link is None:
        raise LinkGone
    standing = mine(viewer, link.group)
    if standing is not None and standing.role == Role.BANNED:
        raise LinkGone
    return link.group, standing
