"""May a reader lean like this? Nothing, or a refusal that says why. Whether they come across it is asked before."""

from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused
from twofold.people.personas.models import Persona
from twofold.reach.ranking.models import About, Leaning
from twofold.reach.ranking.recipes import KINDS

MOST = 300
AMOUNTS = {About.PERSON: (-1, 0, 1, 2), About.TOPIC: (-1, 0, 1), About.KIND: (-1, 0, 1)}


def check_leaning(actor: Persona, about: str, ref: str, amount: int) -> None:
    if about not in About.values or not ref or amount not in AMOUNTS[About(about)]:
        raise Refused(_("Choose more or less of a person, a topic or a kind of post."))
    if about == About.KIND and ref not in KINDS[actor.network]:
        raise Refused(_("There is no such kind of post here."))
    if about == About.PERSON and ref == str(actor.pk):
        raise Refused(_("That is yourself."))
    if amount and Leaning.objects.filter(owner=actor).count() >= MOST:
        raise Refused(_("You can say at most %(most)d of these. Let some go first.") % {"most": MOST})
