"""Cards are made, given, kept, read by other programs, and taken back."""

from datetime import date

import pytest

from tests.world import account_of, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.cards import actions, queries
from twofold.network.cards.models import Card, Contact
from twofold.people.graph.actions import block
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db
FIELDS = {"look": "sea", "line": "Pumps, dikes; and soup", "email": "ada@example.org", "phone": "+31 10 555"}
MEETING = {"met_on": "2026-11-20", "met_where": "By the soup", "note": "Owes me a book", "give": "on"}


def worker(handle: str) -> Persona:
    return person(handle, "professional", name=f"{handle.title()} Lund")


def test_two_meet_and_both_keep_the_card_of_the_other():
    ada, boris = worker("ada"), worker("boris")
    mine, theirs = client_of(ada), client_of(boris)
    assert "No card of yours yet" in mine.get("/professional/cards/").content.decode()
    wrong = mine.post("/professional/cards/edit", {**FIELDS, "email": "ada"})
    assert wrong.status_code == 422
    assert "+31 10 555" in wrong.content.decode()
    mine.post("/professional/cards/edit", FIELDS)
    theirs.post("/professional/cards/edit", {"look": "ink", "line": "Dogs"})
    desk = mine.get("/professional/cards/").content.decode()
    key = Card.objects.get(author=ada).key
    assert f"/professional/cards/of/{key}/" in desk
    assert 'class="code"' in desk
    where = f"/professional/cards/of/{key}/"
    assert "ada@example.org" in client_of(None).get(where).content.decode()
    way = f"/professional/cards/edit?next={where}"
    assert way in client_of(worker("cleo")).get(where).content.decode(), "and back to give one's own"
    assert theirs.post(where, {**MEETING, "met_on": "never"}).status_code == 422
    kept = theirs.post(where, MEETING)["Location"]
    page = theirs.get(kept).content.decode()
    assert "Owes me a book" in page
    assert "ada@example.org" in page
    mine_now = mine.get("/professional/cards/").content.decode()
    assert "Boris Lund" in mine_now
    assert "By the soup" in mine_now
    assert "Owes me a book" not in mine_now
    assert mine.get(kept).status_code == 404
    drain()
    assert "gave you their business card" in mine.get("/professional/notifications/").content.decode()
    theirs.post(kept, {**MEETING, "note": "Gave me the book"})
    assert Contact.objects.get(keeper=boris).note == "Gave me the book"
    assert "1 person keeps it" in mine_now
    mine.post("/professional/cards/withdraw", {"keeper": encode(boris.pk)})
    after = theirs.get(kept).content.decode()
    assert "ada@example.org" not in after
    assert "Ada Lund" not in after
    assert "Gave me the book" in after
    assert theirs.get(kept + "card.vcf").status_code == 404
    theirs.post(kept + "away")
    assert not Contact.objects.filter(keeper=boris).exists()


def test_other_programs_read_a_card():
    ada = worker("ada")
    card = actions.keep_card(ada, **FIELDS, place="Quay 4; second door", organisation="Ä" * 60)
    answer = client_of(None).get(f"/professional/cards/of/{card.key}/card.vcf")
    assert answer["Content-Type"].startswith("text/vcard")
    lines = answer.content.decode().replace("\r\n ", "").split("\r\n")
    assert {"FN:Ada Lund", "N:Lund;Ada;;;", "TITLE:Pumps\\, dikes\\; and soup", "VERSION:3.0"} <= set(lines)
    assert "ADR:;;;Quay 4\\; second door;;;" in lines
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))


def test_a_new_code_a_block_and_an_end():
    ada, boris, cleo = worker("ada"), worker("boris"), worker("cleo")
    for each in (ada, boris, cleo):
        actions.keep_card(each, look="paper", line=each.handle)
    old = queries.own(Viewer.of(ada)).key  # type: ignore[union-attr]
    for each in (boris, cleo):
        actions.exchange(each, key=old, met_on=date(2026, 11, 1))
    client_of(ada).post("/professional/cards/renew")
    assert client_of(cleo).get(f"/professional/cards/of/{old}/").status_code == 404
    assert len(queries.all_kept(Viewer.of(ada))) == 2
    block(boris, persona=ada)
    drain()
    assert [each.author.handle for each in queries.all_kept(Viewer.of(ada))] == ["cleo"]
    assert queries.all_kept(Viewer.of(boris)) == []
    erase_persona(cleo)
    drain()
    assert queries.all_kept(Viewer.of(ada)) == []
    client_of(ada).post("/professional/cards/withdraw", {})
    assert not Card.objects.filter(author=ada).exists()


def test_cards_are_in_the_professional_network_alone():
    ada = worker("ada")
    home = client_of(person("ada.home", account=account_of(ada)))
    card = actions.keep_card(ada, **FIELDS)
    for path in ("", "edit", f"of/{card.key}/", f"of/{card.key}/card.vcf"):
        assert home.get(f"/social/cards/{path}").status_code == 404


def test_a_card_that_was_given_is_given_back():
    ada, boris = worker("ada"), worker("boris")
    mine, theirs = client_of(ada), client_of(boris)
    mine.post("/professional/cards/edit", FIELDS)
    kept = actions.hand_over(ada, to=boris, met_on=date(2026, 11, 20), met_where="Dike days")
    assert actions.hand_over(ada, to=boris, met_on=date(2026, 11, 21)) == kept
    at = f"/professional/cards/kept/{encode(kept.pk)}/"
    assert "Make your card, to give it back" in theirs.get(at).content.decode()
    assert theirs.post(at + "back").status_code == 404
    theirs.post("/professional/cards/edit", {"look": "ink", "line": "Dogs"})
    theirs.post(at + "back")
    page = theirs.get(at).content.decode()
    assert ("They have yours" in page, "Give them yours" in page) == (True, False)
    (contact,) = queries.kept(Viewer.of(ada)).rows
    assert (contact.card.line, contact.met_where, contact.met_on) == ("Dogs", "Dike days", date(2026, 11, 20))
    assert "NOTE:Met on 2026-11-20\\, Dike days" in theirs.get(at + "card.vcf").content.decode().replace(
        "\r\n ", ""
    )
    assert mine.post(at + "back").status_code == 404
