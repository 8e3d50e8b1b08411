"""May somebody do this with a card? Nothing, or a refusal that says why."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.network.cards.models import MAX_NOTE, MAX_WHERE, Card, Contact, Look
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.policies import why_not_website

FIELDS = {"line": 120, "organisation": 120, "email": 120, "phone": 40, "website": 200, "place": 120}
MAX_KEPT = 5_000


def check_here(actor: Persona) -> None:
    if actor.network != Network.PROFESSIONAL or actor.is_page:
        raise Refused(_("Business cards belong to people of the professional network."))


def check_card(look: str, fields: dict[str, str]) -> None:
    if look not in Look.values:
        raise Refused(_("Choose how the card looks."), field="look")
    for name, limit in FIELDS.items():
        if len(fields[name]) > limit:
            raise Refused(_("At most %(limit)d characters fit here.") % {"limit": limit}, field=name)
    email = fields["email"]
    if email and (email.count("@") != 1 or not all(email.split("@")) or " " in email):
        raise Refused(_("Write a whole e-mail address, or none."), field="email")
    if reason := why_not_website(fields["website"]):
        raise Refused(reason, field="website")


def check_keep(actor: Persona, card: Card) -> None:
    if card.author_id == actor.pk:
        raise Refused(_("That is your own card."))
    if Contact.objects.filter(keeper=actor).count() >= MAX_KEPT:
        raise Refused(_("You keep %(most)d cards already. Throw some away first.") % {"most": MAX_KEPT})


def check_meeting(met_on: date, met_where: str, note: str) -> None:
    if not date(1950, 1, 1) <= met_on <= clock.now().date() + timedelta(days=1):
        raise Refused(_("Give the day on which you met."), field="met_on")
    if len(met_where) > MAX_WHERE:
        raise Refused(_("At most %(limit)d characters fit here.") % {"limit": MAX_WHERE}, field="met_where")
    if len(note) > MAX_NOTE:
        raise Refused(_("At most %(limit)d characters fit here.") % {"limit": MAX_NOTE}, field="note")
