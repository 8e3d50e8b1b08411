"""Being told what others say of one's work, once, and no longer than it is so; of a no nobody is told."""

import pytest

from tests.world import client_of
from twofold.foundation.courier.worker import drain
from twofold.network.endorsements import actions as endorsements
from twofold.network.endorsements.tests.rows import grounded, tied
from twofold.network.recommendations import actions as recommendations
from twofold.network.recommendations.tests.rows import sent
from twofold.people.personas.viewers import Viewer
from twofold.reach.notifications import queries
from twofold.reach.notifications.models import Kind, Notification

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    nadia, tomas = tied("nadia", "tomas")
    drain()
    Notification.objects.all().delete()
    return nadia, tomas


def told(persona) -> list[str]:
    drain()
    return [each.kind for each in queries.inbox(Viewer.of(persona))]


def test_endorsements_of_a_day_are_one_line_that_goes_with_the_last(pair):
    nadia, tomas = pair
    skills = [endorsements.claim(nadia, name=name) for name in ("Python", "Go")]
    for skill in skills:
        endorsements.endorse(tomas, skill=skill)
    assert told(nadia) == [Kind.ENDORSED]
    endorsements.withdraw(tomas, skill=skills[0])
    assert told(nadia) == [Kind.ENDORSED]
    endorsements.withdraw(tomas, skill=skills[1])
    assert told(nadia) == []


def test_a_ground_is_asked_about_and_its_confirmation_told_but_never_a_no(pair):
    nadia, tomas = pair
    skills = [endorsements.claim(nadia, name=name) for name in ("Python", "Go")]
    first, second = (grounded(skill, tomas, confirm=False) for skill in skills)
    assert Kind.GROUND_ASKED in told(nadia)
    endorsements.decline(nadia, evidence=second)
    assert told(tomas) == []
    endorsements.confirm(nadia, evidence=first)
    assert told(tomas) == [Kind.GROUND_AGREED]
    assert Kind.GROUND_ASKED not in told(nadia)
    endorsements.take_back(nadia, evidence=first)
    assert told(tomas) == []


def test_recommendations_are_told_step_by_step(pair):
    nadia, tomas = pair
    recommendations.ask(nadia, writer=tomas, relation="colleague")
    assert told(tomas) == [Kind.REC_ASKED]
    row = sent(tomas, nadia)
    assert told(tomas) == []
    assert told(nadia) == [Kind.REC_SENT]
    recommendations.give_back(nadia, recommendation=row, reply="A date")
    assert told(tomas) == [Kind.REC_RETURNED]
    sent(tomas, nadia)
    assert told(tomas) == []
    recommendations.show(nadia, recommendation=row)
    assert told(tomas) == [Kind.REC_SHOWN]
    recommendations.hide(nadia, recommendation=row)
    assert told(tomas) == []
    assert told(nadia) == []


def test_each_line_leads_to_where_one_answers(pair):
    nadia, tomas = pair
    grounded(endorsements.claim(nadia, name="Python"), tomas, confirm=False)
    sent(tomas, nadia)
    recommendations.ask(tomas, writer=nadia, relation="peer")
    drain()
    browser, places = client_of(nadia), set()
    text = browser.get("/professional/notifications/").content.decode()
    for each in queries.inbox(Viewer.of(nadia)):
        answer = browser.get(f"/professional/notifications/open/{each.bundle}/")
        places.add(answer.headers["Location"])
        assert browser.get(answer.headers["Location"]).status_code == 200
    assert places == {
        "/professional/skills/",
        "/professional/skills/#waiting",
        "/professional/recommendations/",
        "/professional/recommendations/?tab=requests",
    }
    for words in (
        "endorsed your skills",
        "rests on: is it so?",
        "wrote you a recommendation",
        "asks you for a",
    ):
        assert words in text


def test_a_declined_request_takes_its_line_along_and_tells_nobody(pair):
    nadia, tomas = pair
    recommendations.ask(nadia, writer=tomas, relation="colleague")
    drain()
    recommendations.decline(tomas, asker=nadia)
    assert told(tomas) == told(nadia) == []
    row = sent(tomas, nadia)
    recommendations.withdraw(tomas, recommendation=row)
    assert told(nadia) == []
