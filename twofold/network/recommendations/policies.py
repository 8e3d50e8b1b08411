"""May this persona ask for or write a recommendation: the empty string says yes, any other is the reason why not."""

from django.utils.translation import gettext as _

from twofold.network.recommendations.models import (
    MAX_NOTE,
    MAX_POSITION,
    MAX_REPLY,
    MAX_TEXT,
    Ask,
    Relation,
)
from twofold.people.graph.models import Tie
from twofold.people.personas.models import Network, Persona

MAX_OPEN_ASKS = 20


def why_not_between(one: Persona, other: Persona) -> str:
    """Why there can be no recommendation between the two."""
    if one.network != Network.PROFESSIONAL:
        return _("Recommendations belong to the professional network.")
    if one.pk == other.pk:
        return _("That is you. Recommendations come from others.")
    if one.is_page or other.is_page:
        return _("Recommendations are between people.")
    if not Tie.objects.filter(owner=one, other=other).exists():
        return _("Recommendations are between connections. Connect first.")
    return ""


def why_not_ask(asker: Persona, writer: Persona, note: str) -> str:
    if reason := why_not_between(asker, writer):
        return reason
    if len(note) > MAX_NOTE:
        return _too_long(note, MAX_NOTE)
    open_ones = Ask.objects.filter(asker=asker, withdrawn=False).exclude(writer=writer).count()
    if open_ones >= MAX_OPEN_ASKS:
        return _(
            "You have asked %(count)d people and wait for their answers. Withdraw some before you ask more."
        ) % {"count": open_ones}
    return ""


def why_not_relation(relation: str) -> str:
    return "" if relation in Relation.values else _("Choose how you know each other.")


def why_not_position(position: str) -> str:
    return "" if len(position) <= MAX_POSITION else _too_long(position, MAX_POSITION)


def why_not_text(text: str) -> str:
    """Why these cleaned words cannot be sent."""
    if not text:
        return _("Write a few sentences first: what you did together, and what you saw.")
    return _too_long(text, MAX_TEXT) if len(text) > MAX_TEXT else ""


def why_not_reply(reply: str) -> str:
    """Why a text cannot be sent back with these words."""
    if not reply:
        return _("Say what you would like to be changed.")
    return _too_long(reply, MAX_REPLY) if len(reply) > MAX_REPLY else ""


def _too_long(text: str, most: int) -> str:
    return _("At most %(most)d characters fit here; these are %(length)d.") % {
        "most": most,
        "length": len(text),
    }
