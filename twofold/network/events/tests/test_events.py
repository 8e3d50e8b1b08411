from datetime import datetime, timedelta

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.events import actions, queries
from twofold.network.events.models import Event, Guest
from twofold.network.events.plans import Plan
from twofold.network.events.recurring import wall
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, MEMBERS, ONLY_ME
from twofold.people.graph.actions import block
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


def plan(days: int = 7, **more) -> Plan:
    """A party in Amsterdam, so many days from now."""
    day = wall(clock.now(), "Europe/Amsterdam") + timedelta(days=days)
    begins = day.replace(hour=20, minute=0, second=0, microsecond=0)
    fields = {"kind": "party", "title": "Soup", "place": "Quay 4", "link": "", "area": "Harbour"}
    fields |= {"begins": begins, "ends": begins + timedelta(hours=3), "zone": "Europe/Amsterdam"}
    return Plan(**{**fields, **more})


def event_of(author: Persona, spec=ALL_TIES, **more) -> Event:
    return see(author, actions.make_event(author, plan=plan(**more), spec=spec))


def see(viewer: Persona, event: Event) -> Event:
    return queries.get(Viewer.of(viewer), event.pk)


def knows(viewer: Persona, event: Event) -> bool:
    """Whether they learn where it is."""
    return bool(see(viewer, event).where)  # type: ignore[attr-defined]


def sees(viewer: Persona, event: Event) -> bool:
    try:
        see(viewer, event)
    except Absent:
        return False
    return True


def say(actor: Persona, event: Event, answer: str = "going", **more) -> Guest:
    return actions.answer(actor, event=event, answer=answer, **more)


def test_only_hosts_and_those_with_a_seat_learn_where_it_is():
    ada, boris, cleo = (person(each) for each in ("ada", "boris", "cleo"))
    befriend(ada, boris)
    event = event_of(ada)
    assert knows(ada, event)
    assert not knows(boris, event)
    assert not sees(cleo, event)
    say(boris, event)
    assert knows(boris, event)
    say(boris, event, "maybe")
    assert not knows(boris, event)


def test_whoever_waits_moves_up_and_is_told():
    ada, boris, cleo, dora = (person(each) for each in ("ada", "boris", "cleo", "dora"))
    event = event_of(ada, MEMBERS, capacity=2, plus=1)
    assert say(boris, event, plus=1).seated
    assert say(cleo, event, plus=1).waits
    assert say(dora, event).waits
    assert not knows(cleo, event)
    with pytest.raises(Refused, match="at most 1"):
        say(dora, event, plus=2)
    say(boris, event, plus=0)
    assert Guest.objects.get(persona=dora).seated, "a party too large for what is free lets the next one pass"
    say(boris, event, "cannot")
    say(dora, event, "cannot")
    assert Guest.objects.get(persona=cleo).seated
    assert knows(cleo, event)
    counted = Event.objects.get()
    assert (counted.going, counted.seats, counted.waiting, counted.free) == (1, 2, 0, 0)
    with pytest.raises(Refused, match="seats"):
        actions.change_event(ada, event=event, plan=plan(capacity=0), spec=MEMBERS)
    actions.change_event(ada, event=event, plan=plan(capacity=5, plus=1), spec=MEMBERS)
    assert Event.objects.get().free == 3


def test_an_invitation_opens_the_event_and_a_link_does_too():
    ada, boris, cleo, dora = (person(each) for each in ("ada", "boris", "cleo", "dora"))
    befriend(ada, boris)
    event = event_of(ada, ONLY_ME)
    with pytest.raises(Refused, match="link"):
        actions.ask(ada, event=event, personas=[cleo])
    assert actions.ask(ada, event=event, personas=[boris]) == 1
    assert actions.ask(ada, event=event, personas=[boris]) == 0
    assert sees(boris, event)
    secret = actions.make_link(ada, event=event)
    block(ada, persona=dora)
    with pytest.raises(Absent):
        actions.come_by(dora, secret=secret)
    assert not sees(cleo, event)
    actions.come_by(cleo, secret=secret)
    assert sees(cleo, event)
    assert actions.chosen_spec(event) == ONLY_ME
    actions.drop_link(ada, event=event, link_id=queries.links(event)[0].pk)
    with pytest.raises(Absent):
        actions.come_by(person("emil"), secret=secret)
    with pytest.raises(Refused, match="host"):
        actions.make_link(boris, event=event)


def test_whoever_is_asked_to_host_can_say_so_where_the_event_is():
    ada, boris = person("ada"), person("boris")
    event = event_of(ada, MEMBERS)
    where = f"/{ada.network}/events/{encode(event.pk)}/"
    actions.ask_host(ada, event=event, persona=boris)
    client = client_of(boris)
    assert "asks you to host it together" in client.get(where).content.decode()
    assert "asks you to host" not in client_of(person("cleo")).get(where).content.decode()
    client.post(where + "host", {"say": "no"})
    assert "asks you to host" not in client.get(where).content.decode()


def test_hosts_host_only_with_their_yes():
    ada, boris = person("ada"), person("boris")
    event = event_of(ada, ONLY_ME)
    actions.ask_host(ada, event=event, persona=boris)
    assert not sees(boris, event)
    actions.accept_host(boris, event_id=event.pk)
    assert knows(boris, event)
    actions.change_event(boris, event=event, plan=plan(title="Stew"), spec=ONLY_ME)
    with pytest.raises(Refused, match="made"):
        actions.delete_event(boris, event=event)
    with pytest.raises(Refused, match="host"):
        say(boris, event)
    actions.decline_host(boris, event_id=event.pk)
    assert not sees(boris, event)


def test_who_called_it_off_can_take_it_back_or_take_it_away():
    ada, boris = person("ada"), person("boris")
    befriend(ada, boris)
    event = event_of(ada)
    say(boris, event)
    with pytest.raises(Refused, match="Call it off first"):
        actions.delete_event(ada, event=see(ada, event))
    actions.cancel(ada, event=event, words="The boat leaks")
    with pytest.raises(Refused, match="does not take place"):
        say(boris, event)
    actions.revive(ada, event=event)
    say(boris, event, "maybe")
    actions.cancel(ada, event=event)
    actions.delete_event(ada, event=see(ada, event))
    assert not sees(boris, event)


def test_after_a_block_and_after_an_end_nobody_is_anybodys_guest():
    ada, boris, cleo = (person(each) for each in ("ada", "boris", "cleo"))
    event = event_of(ada, EVERYONE, capacity=1)
    say(boris, event)
    assert say(cleo, event).waits
    block(boris, persona=ada)
    drain()
    assert Guest.objects.get().persona == cleo
    assert Guest.objects.get().seated
    erase_persona(cleo)
    drain()
    assert Event.objects.get().seats == 0
    erase_persona(ada)
    drain()
    assert not Event.objects.exists()


def test_times_that_cannot_be_are_refused():
    ada = person("ada")
    noon = datetime(2027, 3, 1, 12)
    for field, more in (
        ("ends", {"ends": noon}),
        ("zone", {"zone": "Mars/Olympus"}),
        ("link", {"link": "javascript:alert(1)"}),
        ("title", {"title": " "}),
        ("kind", {"kind": "conference"}),
        ("ends", {"ends": noon + timedelta(days=300)}),
    ):
        fields = {"kind": "party", "title": "Soup", "begins": noon, "ends": noon + timedelta(hours=1)}
        with pytest.raises(Refused) as refused:
            actions.make_event(ada, plan=Plan(**{**fields, "zone": "UTC", **more}), spec=MEMBERS)
        assert refused.value.field == field
