"""May somebody refuse this? Nothing, or a refusal that says why."""

from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused
from twofold.people.personas.models import Persona
from twofold.reach.suggestions.models import Refusal

MOST = 2_000


def check_refusal(actor: Persona, about: str, ref: str) -> None:
    if (
        about not in Refusal.About.values
        or len(ref) > 150
        or (about == Refusal.About.PERSON and ref == str(actor.pk))
    ):
        raise Refused(_("This is nothing that is suggested."))
    if Refusal.objects.filter(owner=actor).count() >= MOST:
        raise Refused(_("You refused %(most)d suggestions. Take some back first.") % {"most": MOST})
