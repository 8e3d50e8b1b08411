"""What wakes open pages: written with the change, read at once in the same process, by a row for all who talk."""

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.kit.ids import encode
from twofold.network.messaging import actions
from twofold.surfaces.live import bell
from twofold.surfaces.live.models import Signal

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def rung():
    heard: list[int] = []

    def hear():
        heard.append(Signal.objects.count())

    bell.listen(hear)
    yield heard
    bell.leave(hear)


def test_a_message_wakes_a_group_with_one_row_when_it_is_there_to_be_read(rung):
    ada, others = person("ada"), [person(f"mate{number}") for number in range(5)]
    for each in others:
        befriend(ada, each)
    talk = actions.begin_group(ada, name="Crew", people=others)
    Signal.objects.all().delete()
    rung.clear()
    assert client_of(ada).post(f"/social/messages/{encode(talk.pk)}/", {"text": "Well?"}).status_code == 303
    assert rung == [1], "once, and after the change"
    assert Signal.objects.get().talk_id == talk.pk


def test_what_is_refused_wakes_nobody(rung):
    ada, ben = person("ada"), person("benno")
    befriend(ada, ben)
    talk = actions.open_pair(ada, other=ben)
    rung.clear()
    assert client_of(ada).post(f"/social/messages/{encode(talk.pk)}/", {"text": ""}).status_code == 422
    assert rung == []
    assert not Signal.objects.exists()
