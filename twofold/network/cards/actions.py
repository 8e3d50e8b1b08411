"""Cards as they are made, given, kept and withdrawn."""

from datetime import date
from secrets import token_urlsafe

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import new_id
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.cards import policies, queries
from twofold.network.cards.facts import CardGiven, CardWithdrawn
from twofold.network.cards.models import MAX_WHERE, Card, Contact
from twofold.people.audiences.actions import compose, drop_part, grant, revoke
from twofold.people.audiences.specs import AudienceSpec, PartRef
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

PART = "card"


@transaction.atomic
def keep_card(author: Persona, *, look: str, **fields: str) -> Card:
    """Make one's card, or change what stands on it; whoever keeps it sees it as it is now."""
    policies.check_here(author)
    fields = {name: clean_line(fields.get(name, "")) for name in policies.FIELDS}
    policies.check_card(look, fields)
    card = queries.own(Viewer.of(author))
    if card is None:
        number = new_id()
        audience = compose(author, AudienceSpec(parts=frozenset({PartRef(PART, str(number))})))
        card = Card(pk=number, author=author, audience=audience, key=token_urlsafe(12))
    card.look, card.changed_at = look, clock.now()
    for name, value in fields.items():
        setattr(card, name, value)
    card.save()
    return card


@transaction.atomic
def renew_key(author: Persona) -> Card:
    """Another address and code: the ones given out so far lead nowhere. Who keeps the card still does."""
    card = _own(author)
    card.key = token_urlsafe(12)
    card.save(update_fields=["key"])
    return card


@transaction.atomic
def exchange(
    actor: Persona, *, key: str, met_on: date, met_where: str = "", note: str = "", give: bool = True
) -> Contact:
    """Keep the card at an address; with `give` its owner gets one's own. Announces CardGiven for each."""
    policies.check_here(actor)
    card = queries.by_key(Viewer.of(actor), key)
    met_where, note = clean_line(met_where), clean_block(note)
    policies.check_keep(actor, card)
    policies.check_meeting(met_on, met_where, note)
    contact = _keep(actor, card, met_on, met_where, note, asked=True)
    mine = queries.own(Viewer.of(actor))
    if give and mine:
        _keep(card.author, mine, met_on, met_where, "", asked=False)
    return contact


@transaction.atomic
def hand_over(actor: Persona, *, to: Persona, met_on: date, met_where: str = "") -> Contact:
    """Give one's card to somebody whom the actor sees and who agreed to be met. Twice is once. Announces CardGiven."""
    policies.check_here(actor)
    policies.check_here(to)
    card = _own(actor)
    met_where = clean_line(met_where)[:MAX_WHERE]
    policies.check_keep(to, card)
    policies.check_meeting(met_on, met_where, "")
    return _keep(to, card, met_on, met_where, "", asked=False)


@transaction.atomic
def give_back(actor: Persona, *, contact: Contact) -> None:
    """Give one's own card to whoever gave theirs, of the same meeting."""
    kept = queries.contact(Viewer.of(actor), contact.pk)
    if kept.card is None:
        raise Absent
    hand_over(actor, to=kept.card.author, met_on=kept.met_on, met_where=kept.met_where)


def _keep(keeper: Persona, card: Card, met_on: date, met_where: str, note: str, *, asked: bool) -> Contact:
    contact, made = Contact.objects.get_or_create(
        keeper=keeper, card=card,
        defaults={"met_on": met_on, "met_where": met_where, "note": note, "kept_at": clock.now()},
    )  # fmt: skip
    grant(card.author, PART, str(card.pk), keeper)
    if made:
        announce(CardGiven(contact.pk, card.author_id, keeper.pk, asked))
    return contact


@transaction.atomic
def change_contact(actor: Persona, *, contact: Contact, met_on: date, met_where: str, note: str) -> None:
    """Other words of one's own about a meeting."""
    contact = queries.contact(Viewer.of(actor), contact.pk)
    met_where, note = clean_line(met_where), clean_block(note)
    policies.check_meeting(met_on, met_where, note)
    Contact.objects.filter(pk=contact.pk).update(met_on=met_on, met_where=met_where, note=note)


@transaction.atomic
def throw_away(actor: Persona, *, contact: Contact) -> None:
    """Keep a card no longer, with what one wrote about it."""
    contact = queries.contact(Viewer.of(actor), contact.pk)
    if contact.card:
        revoke(contact.card.author, PART, str(contact.card.pk), actor)
    Contact.objects.filter(pk=contact.pk).delete()


@transaction.atomic
def withdraw(author: Persona, *, keeper_id: int) -> None:
    """Take one's card back from somebody: they keep what they wrote, and read it no more. Announces CardWithdrawn."""
    card = _own(author)
    contact = Contact.objects.filter(card=card, keeper=keeper_id).select_related("keeper").first()
    if contact is None:
        raise Absent
    revoke(author, PART, str(card.pk), contact.keeper)
    announce(CardWithdrawn(author.pk, keeper_id))


@transaction.atomic
def withdraw_all(author: Persona) -> None:
    """Take one's card back from everybody, its address included. Announces CardWithdrawn for each."""
    card = _own(author)
    keepers = list(Contact.objects.filter(card=card).values_list("keeper", flat=True))
    drop_part(author, PART, str(card.pk))
    card.delete()
    for keeper_id in keepers:
        announce(CardWithdrawn(author.pk, keeper_id))


def _own(author: Persona) -> Card:
    card = queries.own(Viewer.of(author))
    if card is None:
        raise Absent
    return card


@transaction.atomic
def part_cards(one_id: int, other_id: int) -> None:
    """Two who no longer see each other read no card of each other."""
    people = Persona.objects.in_bulk([one_id, other_id])
    for owner, keeper in ((one_id, other_id), (other_id, one_id)):
        for card in Card.objects.filter(author=owner):
            revoke(people[owner], PART, str(card.pk), people[keeper])


@transaction.atomic
def dissolve(persona_id: int) -> None:
    """What becomes of cards when somebody goes for good."""
    Card.objects.filter(author=persona_id).delete()
    Contact.objects.filter(keeper=persona_id).delete()
