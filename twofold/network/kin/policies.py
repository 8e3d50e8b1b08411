"""What may be said of a family and of a birthday. Each raises `Refused` for the first thing that will not do."""

from datetime import date

from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.network.kin.models import MAX_WISH, Kinship
from twofold.network.kin.words import BY_KEY
from twofold.people.graph.queries import relations
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

MOST = 60
# Born before this nobody is any more.
EARLIEST = 1900
_LEAP = 2024


def check_asking(actor: Persona, persona: Persona, word: str) -> None:
    if word not in BY_KEY:
        raise Refused(_("Say what you are to them."), field="word")
    if persona.pk == actor.pk or persona.is_page or actor.is_page:
        raise Refused(_("Family is between two people. Name the other one."), field="who")
    if not relations(Viewer.of(actor), [persona.pk])[persona.pk].tied:
        raise Refused(
            _("Only a friend can be asked. Send %(name)s a request first.") % {"name": persona.name},
            field="who",
        )
    if Kinship.objects.filter(author=actor).count() >= MOST:
        raise Refused(_("At most %(most)d people fit here.") % {"most": MOST})


def check_word(word: str, fitting: list[tuple[str, str]]) -> None:
    if word not in dict(fitting):
        raise Refused(_("Choose one of the list."), field="word")


def check_day(month: int, day: int) -> None:
    try:
        date(_LEAP, month, day)
    except ValueError:
        raise Refused(_("There is no such day. Choose the month and the day."), field="day") from None


def check_year(year: int, month: int, day: int) -> None:
    today = clock.now().date()
    try:
        born = date(year, month, day)
    except ValueError:
        raise Refused(_("That year had no such day."), field="year") from None
    if year < EARLIEST or born > today:
        raise Refused(_("Is this year right? Give it in four digits, or leave it out."), field="year")


def check_wish(text: str) -> None:
    if not text:
        raise Refused(_("Write a few words first."), field="text")
    if len(text) > MAX_WISH:
        raise Refused(
            _("At most %(most)d characters fit here; these are %(length)d.")
            % {"most": MAX_WISH, "length": len(text)},
            field="text",
        )
