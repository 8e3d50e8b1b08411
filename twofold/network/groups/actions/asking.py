"""What every action in a group asks first."""

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.groups.models import Group, Membership
from twofold.network.groups.policies import can
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def insist(reason: str, *, field: str = "") -> None:
    if reason:
        raise Refused(reason, field=field)


def seen(actor: Persona, group: Group) -> Group:
    """The group as it stands now, held until the transaction ends; Absent unless `actor` sees it."""
    if not Group.objects.visible_to(Viewer.of(actor)).filter(pk=group.pk, network=actor.network).exists():
        raise Absent
    return held(group)


def held(group: Group) -> Group:
    found = (
        Group.objects.select_for_update(of=("self",)).select_related("author").filter(pk=group.pk, live=True)
    )
    kept = found.first()
    if kept is None:
        raise Absent
    return kept


def standing(group: Group, persona: Persona) -> Membership | None:
    return Membership.objects.filter(group=group, persona=persona).first()


def keeping(actor: Persona, group: Group, act: str) -> tuple[Group, Membership]:
    """The group, held, and what `actor` is to it; Absent unless that lets them `act`."""
    kept = seen(actor, group)
    mine = standing(kept, actor)
    if mine is None or act not in can(mine):
        raise Absent
    return kept, mine
