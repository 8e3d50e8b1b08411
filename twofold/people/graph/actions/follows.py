"""Following: one way, nobody's leave needed beyond the door's."""

from datetime import datetime

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.people.graph.actions.asking import hold, insist, reach
from twofold.people.graph.facts import Followed, Unfollowed
from twofold.people.graph.models import Follow
from twofold.people.graph.policies import why_not_follow
from twofold.people.personas.models import Persona


@transaction.atomic
def follow(actor: Persona, *, followed: Persona, since: datetime | None = None) -> None:
    """Follow somebody; twice is once."""
    reach(actor, followed)
    insist(why_not_follow(actor, followed))
    _row, made = Follow.objects.get_or_create(
        follower=actor, followed=followed, defaults={"since": since or clock.now()}
    )
    if made:
        announce(Followed(actor.pk, followed.pk))


@transaction.atomic
def unfollow(actor: Persona, *, followed: Persona) -> None:
    """Stop following."""
    hold(actor, followed)
    part_ways(actor, followed)


def part_ways(follower: Persona, followed: Persona) -> None:
    """End a follow in the transaction of the caller."""
    if Follow.objects.filter(follower=follower, followed=followed).delete()[0]:
        announce(Unfollowed(follower.pk, followed.pk))
