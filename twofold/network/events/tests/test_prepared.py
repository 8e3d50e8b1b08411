"""Reads that are compiled once give what their querysets give."""

from collections.abc import Sequence

import pytest

from tests.world import befriend, person
from twofold.foundation.kit import clock
from twofold.foundation.kit.prepared import prepared
from twofold.network.events.models import Guest
from twofold.network.events.queries import guests, reading
from twofold.network.events.tests.test_events import event_of, say
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, MEMBERS
from twofold.people.graph.actions import block
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db


def test_they_agree_with_the_orm():
    ada, boris, cleo, dora = (person(each) for each in ("ada", "boris", "cleo", "dora"))
    befriend(ada, boris)
    events = [event_of(ada, spec) for spec in (ALL_TIES, MEMBERS, EVERYONE)]
    for each in events[1:]:
        say(boris, each)
        say(cleo, each, "maybe")
    block(dora, persona=boris)
    for read in (reading._get, reading._ahead_of, guests._own, guests._faces, guests._hosts):
        for viewer in (ada, boris, cleo, dora):
            for event in events:
                given = {"me": viewer.pk, "home": viewer.network, "event": event.pk, "now": clock.now()}
                values = {name: given[name] for name in read.queryset.__annotations__ if name != "return"}
                rows, by_orm = read(**values), list(read.queryset(**values))
                assert rows == by_orm
                for one, other in zip(rows, by_orm, strict=True):
                    assert one.__dict__.keys() == other.__dict__.keys()
                    assert {k: v for k, v in one.__dict__.items() if k != "_state"} == {
                        k: v for k, v in other.__dict__.items() if k != "_state"
                    }


def test_an_argument_that_is_only_looked_at_is_an_error():
    @prepared
    def _wrong(me: int):
        return Guest.objects.filter(persona=7 if me else 8)

    with pytest.raises(TypeError, match="does not put"):
        _wrong(me=7)


def test_a_set_of_ids_goes_in_as_one_value(django_assert_num_queries):
    @prepared
    def _these(ids: Sequence[int]):
        return Persona.objects.filter(pk__in=ids).order_by("handle")

    people = [person(each) for each in ("ada", "boris", "cleo")]
    for few in ([], people[:1], people[1:], people):
        with django_assert_num_queries(1):
            assert _these(ids=[each.pk for each in few]) == few
