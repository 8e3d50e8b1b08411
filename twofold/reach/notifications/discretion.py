"""What is said where others may read it: on a screen that is locked, in a letter that lies open in a list.

Who looks for work must not be given away by a screen on a desk. What is kept back says the same of a report and of a
decision as of an application, so that those words alone tell nobody which of them it was.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from twofold.people.personas.models import Network
from twofold.reach.notifications.models import Kind, Screen
from twofold.reach.notifications.queries import Told
from twofold.reach.notifications.sentences import sentence

CAREFUL = frozenset(
    {
        *(Kind.JOB_APPLIED, Kind.JOB_MOVED, Kind.JOB_LATE, Kind.JOB_TALK, Kind.JOB_DUE, Kind.JOB_FOUND),
        Kind.JOB_NOTED,
        *(Kind.REPORT_IN, Kind.REPORT_DONE, Kind.TAKEN_DOWN, Kind.LICENCE_ENDS),
    }
)


def outside(told: Told, network: str, screen: str) -> Markup:
    """What happened as far as it may be read outside by the reader's choice. Safe HTML."""
    if screen == Screen.SHUT or (screen == Screen.CAREFUL and told.kind in CAREFUL):
        return _veil()
    return sentence(told, network)


def lines_outside(told: Sequence[Told], network: str, screen: str) -> list[Markup]:
    """The same of several, where what is kept back stands once."""
    kept, veiled = [outside(each, network, screen) for each in told], _veil()
    first = kept.index(veiled) if veiled in kept else -1
    return [each for number, each in enumerate(kept) if each != veiled or number == first]


def _veil() -> Markup:
    return escape(_("Something is new for you"))


def screens(network: str) -> list[tuple[str, str]]:
    """What one can choose, with its words; there are no applications among friends."""
    careful = _("Who did what; of reports and decisions only that something is new")
    if network == Network.PROFESSIONAL:
        careful = _("Who did what; of jobs, applications, reports and decisions only that something is new")
    return [
        (Screen.CAREFUL.value, careful),
        (Screen.OPEN.value, _("Who did what, always")),
        (Screen.SHUT.value, _("Only that something is new")),
    ]
