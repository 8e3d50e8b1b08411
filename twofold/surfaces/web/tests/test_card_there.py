"""A card given at an event: between two who agreed to be found there, and nobody else."""

from datetime import timedelta

import pytest

from tests.world import client_of, person
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.cards.models import Card, Contact
from twofold.network.events import actions
from twofold.network.events.plans import Plan
from twofold.people.audiences.specs import MEMBERS

pytestmark = pytest.mark.django_db


def test_cards_are_exchanged_at_an_event_where_both_are_found():
    ada, ben, cleo = (person(name, "professional", name=name.title()) for name in ("ada", "benno", "cleo"))
    begins = (clock.now() + timedelta(days=9)).replace(tzinfo=None, microsecond=0)
    plan = Plan("conference", "Dike days", begins, begins + timedelta(hours=8), "UTC")
    event = actions.make_event(ada, plan=plan, spec=MEMBERS)
    for each in (ben, cleo):
        actions.answer(each, event=event, answer="going")
    at = f"/professional/events/{encode(event.pk)}/"
    one, other = client_of(ben), client_of(cleo)
    give = f"{at}cards/{encode(cleo.pk)}/"
    one.post(at + "meet/", {"findable": "on"})
    assert one.post(give).status_code == 404
    other.post(at + "meet/", {"findable": "on"})
    way = one.post(give)["Location"]
    assert way.startswith("/professional/cards/edit?next=")
    assert f'name="next" value="{at}meet/"' in one.get(way).content.decode(), "one comes back to the event"
    for client, line in ((one, "Pumps"), (other, "Dogs")):
        client.post("/professional/cards/edit", {"look": "sea", "line": line})
    assert give in one.get(at + "meet/").content.decode()
    assert one.post(give)["Location"] == at + "meet/"
    kept = Contact.objects.get(keeper=cleo)
    assert (kept.card, kept.met_where) == (Card.objects.get(author=ben), "Dike days")
    other.post(f"/professional/cards/kept/{encode(kept.pk)}/back")
    assert Contact.objects.get(keeper=ben).met_where == "Dike days"
    assert client_of(ada).post(give).status_code == 404
    assert one.post(give.replace("professional", "social")).status_code == 404
