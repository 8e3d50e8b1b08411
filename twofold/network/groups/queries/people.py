"""Who belongs to a group, and who would like to."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import Page, cut
from twofold.foundation.kit.prepared import prepared
from twofold.network.groups.models import BELONGS, KEEPERS, Entry, Group, Link, Membership, Openness, Role
from twofold.people.audiences.door import Admits, AdmitsPersona
from twofold.people.graph.models import Tie
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

SIZE = 30
_SHOWN = 100
_LATELY, _FEW = timedelta(days=30), 4
_ORDER = Case(
    *(When(role=role, then=Value(place)) for place, role in enumerate(BELONGS)),
    default=Value(9),
    output_field=IntegerField(),
)


def _seen(viewer: Viewer, group: Group):
    rows = Membership.objects.filter(
        AdmitsPersona.to(viewer, at="persona"), group=group, persona__state=Persona.State.ACTIVE
    )
    return rows.select_related("persona")


def members(
    viewer: Viewer, group: Group, *, name: str = "", before: int | None = None, size: int = SIZE
) -> Page[Membership]:
    """Those who belong to a group, the latest first, without those who keep it; with `name` in name or line."""
    rows = _seen(viewer, group).filter(role__in=BELONGS if name else [Role.MEMBER])
    if name:
        rows = rows.filter(Q(persona__name__icontains=name) | Q(persona__line__icontains=name))
    if before is not None:
        rows = rows.filter(position__lt=before)
    return cut(list(rows.order_by("-position")[: size + 1]), size, lambda each: each.position)


def keepers(viewer: Viewer, group: Group) -> list[Membership]:
    """Those who keep a group, owners first."""
    rows = _seen(viewer, group).filter(role__in=KEEPERS).annotate(order=_ORDER)
    return list(rows.order_by("order", "position")[:60])


def asking(viewer: Viewer, group: Group) -> list[Membership]:
    """Who would like to join, the longest waiting first."""
    return list(_seen(viewer, group).filter(role=Role.PENDING).order_by("position")[:60])


def asked(viewer: Viewer, group: Group) -> list[Membership]:
    """Who was invited and has not come; a no looks like no answer."""
    return list(_seen(viewer, group).filter(role=Role.INVITED).order_by("-position")[:60])


def sent_away(viewer: Viewer, group: Group) -> list[Membership]:
    return list(_seen(viewer, group).filter(role=Role.BANNED).order_by("-position")[:60])


def links(group: Group) -> list[Link]:
    """The links that lead into a group: for those who may invite."""
    return list(Link.objects.usable().filter(group=group).order_by("-ends_at"))


def heir(group: Group, *, besides: int) -> Membership | None:
    """Who owns a group next when `besides`, its last owner, goes; None when nobody would be left."""
    rows = Membership.objects.filter(group=group, role__in=BELONGS).exclude(persona=besides)
    return rows.annotate(order=_ORDER).order_by("order", "position").select_related("persona").first()


def is_last_owner(membership: Membership) -> bool:
    others = Membership.objects.filter(group=membership.group_id, role=Role.OWNER).exclude(pk=membership.pk)
    return membership.role == Role.OWNER and not others.exists()


def keepers_of(group_id: int) -> set[int]:
    """The ids of those who keep a group: to tell them, never for showing."""
    rows = Membership.objects.filter(group=group_id, role__in=KEEPERS)
    return set(rows.values_list("persona", flat=True))


def members_of(group_id: int) -> list[int]:
    """The ids of all who belong to a group: to tell them, never for showing."""
    rows = Membership.objects.filter(group=group_id, role__in=BELONGS)
    return list(rows.values_list("persona", flat=True))


def groups_of(viewer: Viewer, persona: Persona, *, common: bool = False) -> list[Group]:
    """Groups to which `persona` belongs, as far as the viewer may read who belongs to them; those in common first.

    Each carries `mutual`: whether the viewer belongs to it too. With `common` only those.
    """
    if not viewer or viewer.home != persona.network:
        return []
    held = Membership.objects.filter(group=OuterRef("pk"), role__in=BELONGS)
    rows = Group.objects.visible_to(viewer).filter(
        Exists(held.filter(persona=persona)), network=persona.network
    )
    rows = rows.annotate(mutual=Exists(held.filter(persona=viewer.id)))
    rows = rows.filter(Q(mutual=True) if common else Q(mutual=True) | Q(openness=Openness.PUBLIC))
    return list(rows.select_related("author").order_by("-mutual", "name", "pk")[:_SHOWN])


def fellow_members(viewer: Viewer, *, most: int = 400) -> list[tuple[int, Group]]:
    """Ids of those who belong to a group with the viewer, each with the group; of small groups first. One query."""
    if not viewer:
        return []
    own = Membership.objects.filter(persona=viewer.id, role__in=BELONGS).values("group")
    rows = Membership.objects.filter(
        AdmitsPersona.to(viewer, at="persona"),
        Admits.thing(viewer, at="group"),
        group__in=own,
        group__live=True,
        role__in=BELONGS,
        persona__state=Persona.State.ACTIVE,
    ).exclude(persona=viewer.id)
    rows = rows.select_related("group").order_by("group__members_count", "-position")
    return [(each.persona_id, each.group) for each in rows[:most]]


def groups_with(viewer: Viewer, ids: Iterable[int], *, most: int = 300) -> list[tuple[Group, int]]:
    """Groups that the viewer does not belong to, each with one of `ids` who does, where the viewer may read that.

    Those with most of them come together; who belongs is to be read of public groups alone. One query.
    """
    if not viewer:
        return []
    own = Membership.objects.filter(
        persona=viewer.id, group=OuterRef("group"), role__in=[*BELONGS, Role.BANNED]
    )
    rows = Membership.objects.filter(
        ~Exists(own),
        AdmitsPersona.to(viewer, at="persona"),
        Admits.thing(viewer, at="group"),
        persona__in=list(ids),
        role__in=BELONGS,
        group__live=True,
        group__openness=Openness.PUBLIC,
        group__network=viewer.home,
        group__archived_at=None,
    )
    rows = rows.select_related("group__author").order_by("group", "persona")
    return [(each.group, each.persona_id) for each in rows[:most]]


@dataclass
class Arrivals:
    """Who of those asked about came into a group, and how many posts they wrote there."""

    group: Group
    people: list[Persona]
    said: int = 0


def arrivals(
    viewer: Viewer, ids: Collection[int], *, since: datetime, others: bool = False
) -> list[Arrivals]:
    """Groups into which some of `ids` came after `since`, where the viewer may read that; what they say there counts.

    Who made a group did not come into it. With `others` only groups to which the viewer has no tie. Two queries.
    """
    if not viewer:
        return []
    read = _came_elsewhere if others else _came
    found: dict[int, Arrivals] = {}
    for each in read(me=viewer.id, home=viewer.home, ids=list(ids), since=since):
        found.setdefault(each.group_id, Arrivals(each.group, [])).people.append(each.persona)
    came = {(number, each.pk) for number, one in found.items() for each in one.people}
    for number, author, said in _said(viewer, {one for one, _who in came}, {who for _one, who in came}):
        found[number].said += said if (number, author) in came else 0
    return sorted(found.values(), key=lambda one: (-one.said, one.group.position))


@prepared
def _came(me: int, home: str, ids: Sequence[int], since: datetime) -> QuerySet[Membership]:
    own = Membership.objects.filter(persona=me, group=OuterRef("group"), role__in=BELONGS)
    return _arrived(me, home, ids, since).filter(Q(group__openness=Openness.PUBLIC) | Exists(own))


@prepared
def _came_elsewhere(me: int, home: str, ids: Sequence[int], since: datetime) -> QuerySet[Membership]:
    own = Membership.objects.filter(persona=me, group=OuterRef("group"))
    open_ones = {"group__openness": Openness.PUBLIC, "group__archived_at": None}
    return _arrived(me, home, ids, since).filter(~Exists(own), **open_ones)


def _arrived(me: int, home: str, ids: Sequence[int], since: datetime) -> QuerySet[Membership]:
    viewer = Viewer(me, home, "")
    rows = Membership.objects.filter(
        AdmitsPersona.to(viewer, at="persona"),
        Admits.thing(viewer, at="group"),
        persona__in=ids,
        since__gt=since,
        role__in=BELONGS,
        group__live=True,
        group__network=home,
    ).exclude(since=F("group__created_at"))
    return rows.select_related("group__author", "persona").order_by("-position")


def lately(viewer: Viewer) -> list[Arrivals]:
    """Open groups into which people whom the viewer knows came within a month, and in which the viewer is not."""
    ties = list(Tie.objects.filter(owner=viewer.id).values_list("other", flat=True)) if viewer else []
    return arrivals(viewer, ties, since=clock.now() - _LATELY, others=True)[:_FEW] if ties else []


def _said(
    viewer: Viewer, groups: Collection[int], authors: Collection[int]
) -> Iterable[tuple[int, int, int]]:
    """Group, author and how many of their posts the viewer may read there."""
    rows = Entry.objects.filter(
        Admits.thing(viewer, at="post"),
        group__in=groups,
        post__author__in=authors,
        post__live=True,
        waits=False,
    )
    return rows.values_list("group", "post__author").annotate(said=Count("pk")).order_by()


def kept_by(viewer: Viewer) -> list[int]:
    """The ids of the groups that the viewer keeps."""
    rows = Membership.objects.filter(persona=viewer.id, role__in=KEEPERS, group__live=True)
    return list(rows.values_list("group", flat=True))


def group_of_post(post_id: int) -> int:
    """The group in which a post stands, as an id; 0 for none. For guards, never for showing."""
    return Entry.objects.filter(post=post_id).values_list("group", flat=True).first() or 0


def group_named(group_id: int) -> Group | None:
    """A group by its id, for those who decided already that somebody may act on it."""
    return Group.objects.filter(pk=group_id, live=True).select_related("author").first()


def titles(viewer: Viewer, ids: Iterable[int]) -> dict[int, str]:
    """What those of these groups are called that the viewer may see."""
    return dict(Group.objects.visible_to(viewer).filter(pk__in=list(ids)).values_list("pk", "name"))


def names_of(ids: Iterable[int]) -> dict[int, str]:
    """What groups are called, for those who decide on what stands in them."""
    return dict(Group.objects.filter(pk__in=list(ids)).values_list("pk", "name"))
