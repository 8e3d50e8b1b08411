"""Who is told what of an event, and what is taken back when it is no longer so."""

from datetime import timedelta

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.network.events import actions
from twofold.network.events.models import Occurrence
from twofold.network.events.tests.test_events import event_of, plan, say, see
from twofold.people.audiences.specs import ALL_TIES, MEMBERS, ONLY_ME
from twofold.people.personas.models import Persona
from twofold.reach.notifications.models import Kind, Notification

pytestmark = pytest.mark.django_db


def told(persona: Persona) -> set[str]:
    drain()
    return set(Notification.objects.filter(recipient=persona).values_list("kind", flat=True))


def test_who_is_asked_to_come_or_to_host_is_told_until_they_answer():
    ada, boris, cleo = (person(each) for each in ("ada", "boris", "cleo"))
    befriend(ada, boris)
    event, other = event_of(ada, ONLY_ME), event_of(ada, ONLY_ME, title="Tea")
    for each in (event, other):
        actions.ask(ada, event=each, personas=[boris])
    actions.ask_host(ada, event=event, persona=cleo)
    assert told(boris) == {Kind.EVENT_ASKED}
    assert told(cleo) == {Kind.EVENT_HOST}
    page = client_of(boris).get("/social/notifications/?tab=events").content.decode()
    assert "asks you to come to “<bdi>Soup</bdi>”" in page
    assert "asks you to come to “<bdi>Tea</bdi>”" in page
    say(boris, event)
    say(boris, other, "cannot")
    actions.decline_host(cleo, event_id=event.pk)
    assert not told(boris) | told(cleo)
    assert Kind.EVENT_ANSWER in told(ada)


def test_who_waited_is_told_of_a_seat():
    ada, boris, cleo = (person(each) for each in ("ada", "boris", "cleo"))
    event = event_of(ada, MEMBERS, capacity=1)
    say(boris, event)
    say(cleo, event)
    assert not told(cleo)
    say(boris, event, "cannot")
    assert told(cleo) == {Kind.EVENT_SEAT}


def test_guests_are_told_of_another_time_and_of_the_end():
    ada, boris = person("ada"), person("boris")
    befriend(ada, boris)
    event = event_of(ada)
    say(boris, event)
    actions.change_event(ada, event=event, plan=plan(title="Other words"), spec=ALL_TIES)
    assert not told(boris)
    actions.change_event(ada, event=event, plan=plan(days=9), spec=ALL_TIES)
    assert told(boris) == {Kind.EVENT_CHANGED}
    actions.cancel(ada, event=event)
    assert Kind.EVENT_OFF in told(boris)
    actions.revive(ada, event=event)
    assert told(boris) == {Kind.EVENT_CHANGED, Kind.EVENT_ON}
    actions.cancel(ada, event=event)
    actions.delete_event(ada, event=see(ada, event))
    assert not told(boris)


def test_what_begins_soon_is_reminded_of_twice():
    ada, boris = person("ada"), person("boris")
    event = event_of(ada, MEMBERS)
    say(boris, event)
    assert actions.remind() == 0
    for ahead in (timedelta(hours=20), timedelta(minutes=40)):
        Occurrence.objects.update(begins_at=clock.now() + ahead, ends_at=clock.now() + timedelta(days=1))
        assert actions.remind() == 1
        assert actions.remind() == 0
        assert told(boris) == {Kind.EVENT_SOON}
