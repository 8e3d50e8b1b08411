"""Telling of groups: who asks to come in, who was let in, who is invited, what is announced."""

from twofold.foundation.courier.registry import on
from twofold.network.groups.facts import (
    GroupAnnounced,
    GroupAskClosed,
    GroupAsked,
    GroupInviteClosed,
    GroupInvited,
    GroupJoined,
    GroupLeft,
    GroupRoleGiven,
)
from twofold.network.groups.queries import keepers_of, members_of
from twofold.network.posts.models import Post
from twofold.people.personas.models import Persona
from twofold.reach.notifications.actions import notify, take_back
from twofold.reach.notifications.models import Kind


def _tell(recipients: set[int], actor_id: int, kind: Kind, group_id: int) -> None:
    """Of what can happen again: the last time counts."""
    take_back(kind=kind, about=group_id, actor=actor_id, recipient__in=recipients)
    notify(recipients, actor_id=actor_id, kind=kind, bundle=f"{kind.value}:{group_id}", about=group_id)


@on(GroupAsked)
def tell_of_somebody_who_asks(fact: GroupAsked) -> None:
    _tell(keepers_of(fact.group_id), fact.persona_id, Kind.GROUP_ASKED, fact.group_id)


@on(GroupAskClosed)
def forget_somebody_who_asked(fact: GroupAskClosed) -> None:
    take_back(kind=Kind.GROUP_ASKED, about=fact.group_id, actor=fact.persona_id)


@on(GroupJoined)
def tell_of_being_let_in(fact: GroupJoined) -> None:
    if fact.by_id:
        _tell({fact.persona_id}, fact.by_id, Kind.GROUP_IN, fact.group_id)


@on(GroupInvited)
def tell_of_an_invitation(fact: GroupInvited) -> None:
    _tell({fact.persona_id}, fact.by_id, Kind.GROUP_INVITED, fact.group_id)


@on(GroupInviteClosed)
def forget_an_invitation(fact: GroupInviteClosed) -> None:
    take_back(kind=Kind.GROUP_INVITED, about=fact.group_id, recipient=fact.persona_id)


@on(GroupRoleGiven)
def tell_of_keeping_a_group(fact: GroupRoleGiven) -> None:
    """Whoever leaves a group to somebody is seen to have done so, by them alone."""
    kind = Kind.GROUP_ROLE
    take_back(kind=kind, about=fact.group_id, recipient=fact.persona_id)
    if Persona.objects.filter(pk=fact.by_id).exists():
        notify(
            {fact.persona_id},
            actor_id=fact.by_id,
            kind=kind,
            bundle=f"{kind.value}:{fact.group_id}",
            about=fact.group_id,
            detail="left" if fact.left else fact.role,
        )


@on(GroupAnnounced)
def tell_of_an_announcement(fact: GroupAnnounced) -> None:
    """All members, each as far as they see the post when it is told."""
    post = Post.objects.filter(pk=fact.post_id, live=True).first()
    if post is not None:
        notify(
            members_of(fact.group_id),
            actor_id=post.author_id,
            kind=Kind.GROUP_SAYS,
            bundle=f"{Kind.GROUP_SAYS.value}:{post.pk}",
            post=post,
        )


@on(GroupLeft)
def forget_what_was_for_a_member(fact: GroupLeft) -> None:
    kinds = [Kind.GROUP_IN, Kind.GROUP_ASKED, Kind.GROUP_ROLE]
    take_back(kind__in=kinds, about=fact.group_id, recipient=fact.persona_id)
