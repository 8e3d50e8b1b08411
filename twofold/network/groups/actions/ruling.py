"""What members are to a group: changed by those above them, sent away and let in again."""

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.groups.actions.asking import keeping
from twofold.network.groups.actions.lists import drop, put
from twofold.network.groups.facts import GroupAskClosed, GroupInviteClosed, GroupLeft, GroupRoleGiven
from twofold.network.groups.models import BELONGS, Group, Membership, Role
from twofold.network.groups.policies import above
from twofold.people.personas.models import Persona


@transaction.atomic
def change_role(actor: Persona, *, group: Group, persona_id: int, role: str) -> None:
    """Make a member something else. Nobody makes anybody what they are not themselves, but for owners."""
    kept, mine = keeping(actor, group, "roles")
    theirs = _of(kept, persona_id)
    if role not in BELONGS or theirs.role not in BELONGS or theirs.persona_id == actor.pk:
        raise Absent
    if not above(mine, theirs) or not above(mine, Membership(role=role)):
        raise Refused(_("Only an owner of the group can do that."), forbidden=True)
    put(kept, theirs.persona, role)
    if role != Role.MEMBER and role != theirs.role:
        announce(GroupRoleGiven(kept.pk, persona_id, actor.pk, role))


@transaction.atomic
def send_away(actor: Persona, *, group: Group, persona_id: int) -> None:
    """Ban somebody: from now on nothing of the group is there for them. What they wrote stays."""
    kept, mine = keeping(actor, group, "look")
    theirs = _of(kept, persona_id)
    if theirs.persona_id == actor.pk or not above(mine, theirs):
        raise Refused(_("You can send away those below you only."), forbidden=True)
    belonged = theirs.role in BELONGS
    put(kept, theirs.persona, Role.BANNED, by=actor)
    for fact in (GroupAskClosed, GroupInviteClosed, *([GroupLeft] if belonged else [])):
        announce(fact(kept.pk, persona_id))


@transaction.atomic
def forgive(actor: Persona, *, group: Group, persona_id: int) -> None:
    """Take a ban back: they may find the group and come in again as anybody may."""
    kept, _mine = keeping(actor, group, "look")
    theirs = _of(kept, persona_id)
    if theirs.role != Role.BANNED:
        raise Absent
    drop(kept, theirs.persona)


def _of(group: Group, persona_id: int) -> Membership:
    found = Membership.objects.filter(group=group, persona=persona_id).select_related("persona").first()
    if found is None:
        raise Absent
    return found
