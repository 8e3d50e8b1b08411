"""Wishes on the card of a birthday."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_block
from twofold.network.kin.days import last, takes_wishes
from twofold.network.kin.facts import WishGiven, WishGone
from twofold.network.kin.models import Birthday, Wish
from twofold.network.kin.policies import check_wish
from twofold.people.audiences.actions import compose
from twofold.people.audiences.queries import can_see
from twofold.people.audiences.specs import named
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def wish(actor: Persona, *, birthday: Birthday, text: str, alone: bool, today: date) -> Wish:
    """One wish for each birthday; writing again changes it. With `alone` only the one whose day it is reads it."""
    if not can_see(Viewer.of(actor), birthday):
        raise Absent
    text, day = clean_block(text), last(birthday.day, today)
    if actor.pk == birthday.author_id:
        raise Refused(_("This card is yours: others write on it."))
    if not takes_wishes(day, today):
        raise Refused(_("This card is closed. A message reaches them on any day."))
    check_wish(text)
    audience = compose(actor, named({birthday.author_id})).pk if alone else birthday.audience_id
    row, made = Wish.objects.update_or_create(
        birthday=birthday,
        year=day.year,
        author=actor,
        defaults={"text": text, "alone": alone, "audience_id": audience},
        create_defaults={"text": text, "alone": alone, "audience_id": audience, "created_at": clock.now()},
    )
    if made:
        announce(WishGiven(row.pk, actor.pk, birthday.author_id))
    return row


@transaction.atomic
def take_wish(actor: Persona, *, wish_id: int) -> Wish:
    """Off the card: by whoever wrote it, or by the one whose card it is."""
    mine = Q(author=actor) | Q(birthday__author=actor)
    row = Wish.objects.select_related("birthday__author").filter(mine, pk=wish_id).first()
    if row is None:
        raise Absent
    Wish.objects.filter(pk=row.pk).delete()
    announce(WishGone(row.author_id, row.birthday.author_id))
    return row
