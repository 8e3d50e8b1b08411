"""Who is in which list of a group: the one place where its grants are written and taken back."""

from datetime import datetime

from django.db.models import F

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.network.groups.facts import GroupJoined, GroupLeft
from twofold.network.groups.models import BELONGS, KEEPERS, Group, Membership, Openness, Role
from twofold.people.audiences.actions import allow, compose, deny, grant, revoke
from twofold.people.audiences.models import Audience
from twofold.people.audiences.specs import EVERYONE, MEMBERS, AudienceSpec, PartRef
from twofold.people.personas.models import Persona

INSIDE, DESK, ASKED = "group", "desk", "asked"


def listed(*kinds: str) -> AudienceSpec:
    return AudienceSpec(parts=frozenset(PartRef(kind) for kind in kinds))


def audiences_of(body: Persona, openness: str) -> dict[str, Audience]:
    """For whom a group is there, for whom what stands in it is, and for whom what waits is."""
    known = {Openness.PUBLIC: EVERYONE, Openness.PRIVATE: MEMBERS}.get(
        Openness(openness), listed(INSIDE, ASKED)
    )
    inside = EVERYONE if openness == Openness.PUBLIC else listed(INSIDE)
    specs = {"audience": known, "inside": inside, "desk": listed(DESK)}
    return {name: compose(body, spec) for name, spec in specs.items()}


def put(
    group: Group, persona: Persona, role: str, *, at: datetime | None = None, **more: object
) -> Membership:
    """Let `persona` be this to the group, with just the grants that go with it."""
    before = Membership.objects.filter(group=group, persona=persona).values_list("role", flat=True).first()
    moment = at or clock.now()
    new = (
        {"since": moment, "position": clock.position_of(moment)}
        if role not in BELONGS or before not in BELONGS
        else {}
    )
    made, _new = Membership.objects.update_or_create(
        group=group, persona=persona, defaults={"role": role, "declined": False, **new, **more}
    )
    _grants(group, persona, role)
    _count(group, (role in BELONGS) - (before in BELONGS))
    return made


def drop(group: Group, persona: Persona) -> None:
    """Let `persona` be nothing to the group: what it holds closes to them at once."""
    before = Membership.objects.filter(group=group, persona=persona).first()
    if before is None:
        return
    before.delete()
    _grants(group, persona, "")
    _count(group, -(before.role in BELONGS))
    if before.role in BELONGS:
        announce(GroupLeft(group.pk, persona.pk))


def admit(
    group: Group,
    persona: Persona,
    *,
    role: str = Role.MEMBER,
    by: Persona | None = None,
    at: datetime | None = None,
) -> Membership:
    made = put(group, persona, role, at=at, agreed_at=at or clock.now())
    announce(GroupJoined(group.pk, persona.pk, by.pk if by else 0))
    return made


def _grants(group: Group, persona: Persona, role: str) -> None:
    body = group.author
    wanted = {INSIDE: role in BELONGS, DESK: role in KEEPERS, ASKED: role == Role.INVITED}
    for kind, there in wanted.items():
        (grant if there else revoke)(body, kind, "", persona)
    (deny if role == Role.BANNED else allow)(body, persona)


def _count(group: Group, step: int) -> None:
    if step:
        Group.objects.filter(pk=group.pk).update(members_count=F("members_count") + step)
