"""What is done with the clock, and when two people part."""

from django.db import transaction
from django.db.models import Q

from twofold.foundation.kit import clock
from twofold.network.endorsements.actions.endorsing import forget
from twofold.network.endorsements.actions.evidence import let_go
from twofold.network.endorsements.models import Endorsement, Skill
from twofold.network.endorsements.policies import RESTORED_WITHIN

_AT_ONCE = 500


@transaction.atomic
def forget_removed() -> int:
    """Remove for good the skills that can no longer be brought back, and revoke their badges; how many."""
    old = Skill.objects.filter(removed_at__lt=clock.now() - RESTORED_WITHIN)
    gone = list(old.values_list("pk", flat=True)[:_AT_ONCE])
    let_go(list(Endorsement.objects.filter(skill__in=gone).values_list("pk", flat=True)))
    Skill.objects.filter(pk__in=gone).delete()
    return len(gone)


@transaction.atomic
def part_ways(one_id: int, other_id: int) -> None:
    """Take back whatever either said to a skill of the other: one of them blocked the other."""
    between = Q(endorser=one_id, skill__author=other_id) | Q(endorser=other_id, skill__author=one_id)
    for said in Endorsement.objects.filter(between).select_related("skill"):
        forget(said)
