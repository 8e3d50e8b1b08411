"""Reads of cards: one's own, by their address, and those one keeps."""

from collections.abc import Sequence

from django.db.models import F, Q, QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import Page, cut, read_cursor
from twofold.foundation.kit.refusals import Absent
from twofold.network.cards.models import Card, Contact
from twofold.people.audiences.door import Admits, AdmitsPersona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

SIZE = 30


def own(viewer: Viewer) -> Card | None:
    return Card.objects.filter(author=viewer.id, live=True).select_related("author").first()


def by_key(viewer: Viewer, key: str) -> Card:
    """The card at an address, for whoever may come across its owner. Absent where there is none."""
    rows = Card.objects.filter(AdmitsPersona.to(viewer, at="author"), key=key, live=True)
    found = rows.filter(author__state=Persona.State.ACTIVE, author__network=viewer.network)
    card = found.select_related("author").first()
    if card is None:
        raise Absent
    return card


def _kept(viewer: Viewer) -> QuerySet[Contact]:
    """What the viewer keeps; `shown` says whether they still may read the card."""
    rows = Contact.objects.filter(keeper=viewer.id).select_related("card__author")
    return rows.annotate(shown=Admits.thing(viewer, at="card"))


def _veiled(contacts: Sequence[Contact]) -> list[Contact]:
    for each in contacts:
        gone = each.card is None or not each.card.live or each.card.author.state != Persona.State.ACTIVE
        if gone or not each.shown:  # type: ignore[attr-defined]
            each.card = None
    return list(contacts)


def kept(viewer: Viewer, before: str | None = None, name: str = "", size: int = SIZE) -> Page[Contact]:
    """The cards that the viewer keeps, the latest first; with `name` those of people called like that. One query."""
    rows = _kept(viewer)
    if name:
        rows = rows.filter(Q(shown=True), card__author__name__icontains=name)
    position, _dash, pk = (before or "").partition("-")
    numbers = read_cursor(position), read_cursor(pk)
    if numbers[0] is not None and numbers[1] is not None and numbers[0] < 10**16:
        moment = clock.moment_at(numbers[0])
        rows = rows.filter(Q(kept_at__lt=moment) | Q(kept_at=moment, pk__lt=numbers[1]))
    found = list(rows.order_by("-kept_at", "-pk")[: size + 1])
    page = cut(found, size, lambda row: f"{clock.position_of(row.kept_at)}-{row.pk}")
    return Page(_veiled(page.rows), page.after)


def contact(viewer: Viewer, contact_id: int) -> Contact:
    found = _kept(viewer).filter(pk=contact_id).first()
    if found is None:
        raise Absent
    return _veiled([found])[0]


def contact_with(viewer: Viewer, card: Card) -> Contact | None:
    return Contact.objects.filter(keeper=viewer.id, card=card).first() if viewer else None


def gave_mine(viewer: Viewer, persona: Persona) -> bool:
    """Whether that person was given the viewer's card and may still read it."""
    rows = Contact.objects.filter(keeper=persona.pk, card__author=viewer.id, card__live=True)
    return rows.filter(Admits(**_seen_by_keeper())).exists()


def keepers(viewer: Viewer) -> list[Contact]:
    """Who keeps the viewer's card and may still read it, as far as the viewer comes across them."""
    rows = Contact.objects.filter(AdmitsPersona.to(viewer, at="keeper"), card__author=viewer.id)
    rows = rows.filter(Admits(**_seen_by_keeper())).select_related("keeper")
    return list(rows.order_by("-kept_at", "-pk")[:200])


def _seen_by_keeper() -> dict:
    """The door asked for the keeper of each row."""
    return Admits.thing(Viewer.stranger(), at="card").holes | {
        "viewer": F("keeper_id"),
        "home": F("keeper__network"),
    }


def all_kept(viewer: Viewer, most: int = 2_000) -> list[Card]:
    """The cards that the viewer keeps and may still read, for a file."""
    found = _veiled(list(_kept(viewer).order_by("-kept_at")[:most]))
    return [each.card for each in found if each.card]


def still_given(giver_id: int, keeper_id: int) -> bool:
    return Contact.objects.filter(keeper=keeper_id, card__author=giver_id, card__live=True).exists()
