"""Cards as other programs read them: vCard 3.0 (RFC 2426), and the square code that a camera reads."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from twofold.foundation.kit.text import clean_line
from twofold.network.cards.models import Card, Contact


def address(card: Card) -> str:
    """Where the card lies, whole, as its code says it."""
    return settings.BASE_URL + reverse("cards:card", args=[card.author.network, card.key])


def vcards(cards: Iterable[Card], note: str = "") -> bytes:
    """The cards as one file; `note` goes with each."""
    return "".join(_vcard(card, note) for card in cards).encode()


def met(contact: Contact) -> str:
    """Where and when two met, for the keeper's own address book."""
    where = f", {contact.met_where}" if contact.met_where else ""
    return _("Met on %(day)s%(where)s") % {"day": f"{contact.met_on:%Y-%m-%d}", "where": where}


def _vcard(card: Card, note: str) -> str:
    person = card.author
    words = person.name.split()
    family, given = (words[-1], " ".join(words[:-1])) if len(words) > 1 else ("", person.name)
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"FN:{_escaped(person.name)}",
        f"N:{_escaped(family)};{_escaped(given)};;;",
    ]
    for name, value in (
        ("TITLE", _escaped(card.line)), ("ORG", _escaped(card.organisation)), ("EMAIL;TYPE=INTERNET", card.email),
        ("TEL", card.phone),
        ("URL", card.website), ("ADR", f";;;{_escaped(card.place)};;;" if card.place else ""),
        ("NOTE", _escaped(note)),
    ):  # fmt: skip
        if value:
            lines.append(f"{name}:{value}")
    profile = f"{settings.BASE_URL}/{person.network}/@{person.handle}/"
    lines += [f"URL:{profile}", f"REV:{card.changed_at:%Y%m%dT%H%M%SZ}", "END:VCARD"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _escaped(text: str) -> str:
    text = clean_line(text).replace("\\", "\\\\")
    return text.replace(",", "\\,").replace(";", "\\;")


def _folded(line: str) -> str:
    """At most 75 bytes a line; what is longer goes on behind a space."""
    pieces: list[str] = []
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > (75 if not pieces else 74):
            pieces.append(piece)
            piece = ""
        piece += letter
    return "\r\n ".join([*pieces, piece])
