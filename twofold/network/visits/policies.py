"""Who may take part, and what is too little to tell: the empty string says yes, any other is the reason why not."""

from django.utils.translation import gettext as _

from twofold.network.visits.models import Mode
from twofold.people.personas.models import Network, Persona

# So long a visit is kept.
DAYS = 91
# Fewer in private than this could point at somebody.
LEAST = 5


def why_not_take_part(actor: Persona, mode: str) -> str:
    if actor.network != Network.PROFESSIONAL or actor.is_page:
        return _("This is for people at work.")
    return "" if mode in Mode.values else _("Choose one of the three.")


def hushed(count: int) -> int | None:
    """The number, or None when it is too small to be told."""
    return count if count == 0 or count >= LEAST else None
