"""Coming in and going: by oneself, when somebody says yes, by invitation or link."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, LinkGone, Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.groups import policies
from twofold.network.groups.actions.asking import held, insist, keeping, seen, standing
from twofold.network.groups.actions.lists import admit, drop, put
from twofold.network.groups.actions.making import dissolve
from twofold.network.groups.facts import (
    GroupAskClosed,
    GroupAsked,
    GroupInviteClosed,
    GroupInvited,
    GroupRoleGiven,
)
from twofold.network.groups.models import BELONGS, Door, Group, Link, Membership, Role
from twofold.network.groups.queries.people import heir
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def join(
    actor: Persona,
    *,
    group: Group,
    agreed: bool = False,
    answers: Sequence[str] = (),
    at: datetime | None = None,
) -> Membership:
    """Come in, where the door is open or one is invited; ask to, where one must. Twice is once."""
    kept = seen(actor, group)
    mine = standing(kept, actor)
    if mine is not None and mine.role in (*BELONGS, Role.PENDING):
        return mine
    insist(policies.why_not_join(actor, kept))
    invited = mine is not None and mine.role == Role.INVITED
    if kept.door == Door.INVITED and not invited:
        raise Refused(_("People come into this group by invitation. Ask one of those who keep it."))
    _agree(kept, agreed)
    if invited:
        announce(GroupInviteClosed(kept.pk, actor.pk))
    if invited or kept.door == Door.OPEN:
        return admit(kept, actor, at=at)
    made = put(
        kept, actor, Role.PENDING, answers=_answers(kept, answers), agreed_at=clock.now(), declined=False
    )
    announce(GroupAsked(kept.pk, actor.pk))
    return made


@transaction.atomic
def join_by_link(actor: Persona, *, secret: str, agreed: bool = False) -> Group:
    """Come in by a link, whatever the door: whoever made the link said yes beforehand."""
    found = Link.objects.usable().filter(secret=secret, group__network=actor.network, group__live=True)
    link = found.select_for_update(of=("self",)).select_related("group").first()
    if link is None:
        raise LinkGone
    group = held(link.group)
    mine = standing(group, actor)
    if mine is not None and mine.role == Role.BANNED:
        raise LinkGone
    if mine is not None and mine.role in BELONGS:
        return group
    insist(policies.why_not_join(actor, group))
    _agree(group, agreed)
    Link.objects.filter(pk=link.pk).update(used=F("used") + 1)
    for fact in (GroupAskClosed, GroupInviteClosed):
        announce(fact(group.pk, actor.pk))
    admit(group, actor)
    return group


def _agree(group: Group, agreed: bool) -> None:
    if group.rules and not agreed:
        raise Refused(_("Read the rules of the group and say that you agree to them."), field="agreed")


def _answers(group: Group, answers: Sequence[str]) -> list[str]:
    given = [clean_line(each)[:1000] for each in answers][: len(group.questions)]
    if len([each for each in given if each]) < len(group.questions):
        raise Refused(_("Answer each question; those who keep the group read it."), field="answers")
    return given


@transaction.atomic
def admit_asking(actor: Persona, *, group: Group, persona_id: int) -> None:
    """Say yes to somebody who asked."""
    kept, _mine = keeping(actor, group, "look")
    admit(kept, _who(kept, persona_id, Role.PENDING), by=actor)
    announce(GroupAskClosed(kept.pk, persona_id))


@transaction.atomic
def refuse_asking(actor: Persona, *, group: Group, persona_id: int) -> None:
    """Say no, in silence: whoever asked can ask again."""
    kept, _mine = keeping(actor, group, "look")
    drop(kept, _who(kept, persona_id, Role.PENDING))
    announce(GroupAskClosed(kept.pk, persona_id))


@transaction.atomic
def invite(actor: Persona, *, group: Group, persona: Persona) -> None:
    """Ask somebody to come in. Who asked already is let in by it; who said no is not asked again, and nobody learns."""
    kept, _mine = keeping(actor, group, "invite")
    if persona.kind != Persona.Kind.PERSON or persona.network != kept.network:
        raise Refused(_("Only people of this network can be invited."), field="handle")
    if not personas_visible_to(Viewer.of(actor)).filter(pk=persona.pk).exists():
        raise Absent
    insist(policies.why_not_join(persona, kept))
    theirs = standing(kept, persona)
    if theirs is None:
        put(kept, persona, Role.INVITED, by=actor)
        announce(GroupInvited(kept.pk, persona.pk, actor.pk))
    elif theirs.role == Role.PENDING:
        admit_asking(actor, group=kept, persona_id=persona.pk)
    elif theirs.role == Role.BANNED:
        raise Refused(_("They were sent away from this group. Let them in again first."), field="handle")


@transaction.atomic
def decline(actor: Persona, *, group: Group) -> None:
    """Say no to an invitation, in silence."""
    kept = seen(actor, group)
    mine = standing(kept, actor)
    if mine is None or mine.role != Role.INVITED:
        raise Absent
    put(kept, actor, Role.INVITED, declined=True)
    announce(GroupInviteClosed(kept.pk, actor.pk))


@transaction.atomic
def take_invitation_back(actor: Persona, *, group: Group, persona_id: int) -> None:
    kept, _mine = keeping(actor, group, "invite")
    drop(kept, _who(kept, persona_id, Role.INVITED))
    announce(GroupInviteClosed(kept.pk, persona_id))


@transaction.atomic
def leave(actor: Persona, *, group: Group) -> None:
    """Go, or stop asking, in silence. The last owner's group goes to an heir, who is told; without one it is closed."""
    kept = seen(actor, group)
    mine = standing(kept, actor)
    if mine is None or mine.role not in (*BELONGS, Role.PENDING):
        raise Absent
    if mine.role == Role.PENDING:
        announce(GroupAskClosed(kept.pk, actor.pk))
    drop(kept, actor)
    hand_on(kept, gone=actor.pk)


def hand_on(group: Group, *, gone: int) -> None:
    """A group always has an owner: the highest and longest of those who are left, or it is closed."""
    rows = Membership.objects.filter(group=group, role__in=BELONGS).exclude(persona=gone)
    if rows.filter(role=Role.OWNER).exists():
        return
    following = heir(group, besides=gone)
    if following is None:
        dissolve(group)
    else:
        put(group, following.persona, Role.OWNER)
        announce(GroupRoleGiven(group.pk, following.persona_id, gone, Role.OWNER, left=True))


@transaction.atomic
def forget_member(persona_id: int, groups: Sequence[Group]) -> None:
    """Take somebody who is gone out of all groups; `groups` are those they belonged to."""
    Membership.objects.filter(persona=persona_id).delete()
    for group in groups:
        Group.objects.filter(pk=group.pk).update(members_count=F("members_count") - 1)
        hand_on(group, gone=persona_id)


@transaction.atomic
def make_link(actor: Persona, *, group: Group) -> Link:
    kept, _mine = keeping(actor, group, "invite")
    insist(policies.why_not_join(actor, kept))
    if Link.objects.usable().filter(group=kept).count() >= policies.MOST_LINKS:
        raise Refused(_("%(most)d links are enough. Call one back first.") % {"most": policies.MOST_LINKS})
    return Link.objects.create(group=kept, by=actor, ends_at=clock.now() + policies.LINK_LASTS)


@transaction.atomic
def revoke_link(actor: Persona, *, group: Group, link_id: int) -> None:
    kept, _mine = keeping(actor, group, "invite")
    Link.objects.filter(group=kept, pk=link_id).delete()


def _who(group: Group, persona_id: int, role: str) -> Persona:
    found = (
        Membership.objects.filter(group=group, persona=persona_id, role=role)
        .select_related("persona")
        .first()
    )
    if found is None:
        raise Absent
    return found.persona
