"""When somebody was born, said by themselves."""

from django.db import transaction

from twofold.foundation.kit.refusals import Absent
from twofold.network.kin.models import Birthday, BirthYear, Wish
from twofold.network.kin.policies import check_day, check_year
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.personas.models import Network, Persona


@transaction.atomic
def keep_birthday(
    actor: Persona,
    *,
    month: int,
    day: int,
    year: int | None = None,
    spec: AudienceSpec | None = None,
    year_spec: AudienceSpec | None = None,
) -> Birthday:
    """The day, and the year where one is given, each for its own people; None leaves those whom it is for.

    Wishes go along: none reaches further than the day it is for. Refused, naming the field, for a day that is none.
    """
    if actor.network != Network.SOCIAL or actor.is_page:
        raise Absent
    check_day(month, day)
    if year is not None:
        check_year(year, month, day)
    kept = Birthday.objects.select_for_update().filter(author=actor).first() or Birthday(author=actor)
    kept.day = month * 100 + day
    if spec:
        kept.audience = compose(actor, spec)
    kept.save()
    Wish.objects.filter(birthday=kept, alone=False).exclude(audience=kept.audience_id).update(
        audience=kept.audience_id
    )
    _keep_year(actor, year, year_spec)
    return kept


def _keep_year(actor: Persona, year: int | None, spec: AudienceSpec | None) -> None:
    if year is None:
        BirthYear.objects.filter(author=actor).delete()
        return
    kept = BirthYear.objects.select_for_update().filter(author=actor).first() or BirthYear(author=actor)
    kept.year = year
    if spec:
        kept.audience = compose(actor, spec)
    kept.save()


@transaction.atomic
def drop_birthday(actor: Persona) -> None:
    """Nobody reads it any more, and the wishes for it go with it."""
    Birthday.objects.filter(author=actor).delete()
    BirthYear.objects.filter(author=actor).delete()
