"""Who writes and who is here: noticed only between two who both show it, for seconds, and nowhere else."""

from datetime import timedelta

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.messaging import actions
from twofold.people.personas.actions import erase_persona
from twofold.surfaces.live import actions as live
from twofold.surfaces.live.models import Here, Signal, Sort, Writing

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return person("ada", name="Ada")


@pytest.fixture
def bo():
    return person("boris", name="Boris")


@pytest.fixture
def talk(ada, bo):
    befriend(ada, bo)
    return actions.open_pair(ada, other=bo)


def show(*people, **what) -> None:
    """Through the form, as they would."""
    for each in people:
        assert client_of(each).post("/social/messages/settings", {"writers": "0", **what}).status_code == 303


def company(persona, talk) -> str:
    answer = client_of(persona).get(f"/social/company/{encode(talk.pk)}/")
    assert answer.status_code == 200
    return answer.content.decode()


def write(persona, talk) -> int:
    return client_of(persona).post(f"/social/company/{encode(talk.pk)}/").status_code


def woken() -> set[int]:
    return set(Signal.objects.filter(sort=Sort.COMPANY).values_list("persona_id", flat=True))


def test_writing_shows_only_when_both_show_it(ada, bo, talk):
    assert write(ada, talk) == 204
    show(ada, typing="on")
    assert write(ada, talk) == 204
    assert not Writing.objects.exists()
    assert "is writing" not in company(bo, talk)
    show(bo, typing="on")
    write(ada, talk)
    assert "Ada is writing" in company(bo, talk)
    assert "is writing" not in company(ada, talk)
    assert woken() == {bo.pk}
    show(bo)
    assert "is writing" not in company(bo, talk)


def test_writing_ends_with_the_message_or_by_itself_and_is_not_kept(ada, bo, talk):
    show(ada, bo, typing="on")
    write(ada, talk)
    client_of(ada).post(f"/social/messages/{encode(talk.pk)}/", {"text": "There."})
    drain()
    assert "is writing" not in company(bo, talk)
    write(ada, talk)
    Writing.objects.update(until=clock.now() - timedelta(seconds=1))
    assert "is writing" not in company(bo, talk)
    live.sweep()
    assert not Writing.objects.exists()


def test_being_here_shows_between_two_and_ends_soon_after(ada, bo, talk):
    show(ada, presence="on")
    live.arrive([ada.pk, bo.pk])
    assert "Here now" not in company(bo, talk)
    show(bo, presence="on")
    live.arrive([bo.pk])
    assert "Here now" in company(bo, talk)
    assert "Here now" in company(ada, talk)
    assert woken() == {ada.pk}
    Here.objects.filter(pk=ada.pk).update(until=clock.now() - timedelta(seconds=1))
    assert "Here now" not in company(bo, talk)
    live.depart()
    assert woken() == {ada.pk, bo.pk}
    assert list(Here.objects.values_list("pk", flat=True)) == [bo.pk]
    erase_persona(bo)
    drain()
    assert not Here.objects.exists()


def test_a_request_and_a_group_show_nobody_that_one_is_here(ada, bo):
    show(ada, bo, typing="on", presence="on")
    asked = actions.open_pair(ada, other=bo)
    client_of(ada).post(f"/social/messages/{encode(asked.pk)}/", {"text": "We met at the fair."})
    live.arrive([ada.pk, bo.pk])
    write(ada, asked)
    assert company(ada, asked).strip() == company(bo, asked).strip() == ""
    befriend(ada, bo)
    group = actions.begin_group(ada, name="Crew", people=[bo])
    assert company(bo, group).strip() == ""
    write(ada, group)
    assert "Ada is writing" in company(bo, group)
