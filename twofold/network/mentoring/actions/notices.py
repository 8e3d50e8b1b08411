"""What one offers as a mentor, or wishes for."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from twofold.foundation.kit import clock
from twofold.foundation.kit.text import clean_block, clean_line, folded
from twofold.network.mentoring import policies
from twofold.network.mentoring.actions.keeping import insist
from twofold.network.mentoring.models import Notice, Side, Topic
from twofold.network.vocabulary.models import TermKind
from twofold.network.vocabulary.queries import terms_for
from twofold.people.audiences.actions import compose
from twofold.people.personas.models import Persona


@transaction.atomic
def keep_notice(
    actor: Persona,
    *,
    side: str,
    topics: Sequence[str],
    about: str = "",
    hours: int = 2,
    languages: Sequence[str] = (),
    most: int = 1,
    reach: str = "members",
    at: datetime | None = None,
) -> Notice:
    """Offer mentoring, or say that one wishes for it; what one said before is replaced."""
    names = [name for name in dict.fromkeys(clean_line(each) for each in topics) if name]
    words = clean_block(about)
    most = most if side == Side.OFFER else 1
    for field, reason in (
        policies.why_not_notice(actor, side, reach, names),
        policies.why_not_numbers(hours, most, words),
    ):
        insist(reason, field=field)
    moment = at or clock.now()
    tongues = [each for each in policies.TONGUES if each in languages]
    notice, _made = Notice.objects.update_or_create(
        author=actor,
        side=side,
        defaults={
            "audience": compose(actor, policies.REACHES[reach]),
            "live": True,
            "about": words,
            "hours": hours,
            "most": most,
            "languages": f",{','.join(tongues)}," if tongues else "",
            "reach": reach,
            "changed_at": moment,
            "position": clock.position_of(moment),
        },
    )
    _keep_topics(notice, names)
    return notice


def _keep_topics(notice: Notice, names: list[str]) -> None:
    terms = terms_for(TermKind.SKILL, names)
    Topic.objects.filter(notice=notice).delete()
    Topic.objects.bulk_create(
        Topic(notice=notice, name=name, folded=folded(name)[:60], term=terms.get(name), place=place)
        for place, name in enumerate(names)
    )


def close_notice(actor: Persona, *, side: str) -> None:
    """Nobody finds it from now on; what was written is kept for another time. What is under way goes on."""
    Notice.objects.filter(author=actor, side=side).update(live=False)
