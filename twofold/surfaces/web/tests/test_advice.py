"""Who might know is composed of a question and of skills that others show."""

import pytest

from tests.world import befriend, person
from twofold.network.advice.tests.town import WORK, answered, asked, post, read, told
from twofold.network.endorsements.actions import claim, endorse
from twofold.people.audiences.specs import ONLY_ME
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Persona:
    return person("ada", WORK, name="Ada Lind")


@pytest.fixture
def ben() -> Persona:
    return person("ben", WORK, name="Ben Okri")


def test_those_who_know_are_suggested_to_who_asked_alone_and_can_be_asked(ada, ben):
    claim(ben, name="Mentoring")
    _question, at = asked(ada, skills="mentoring")
    assert "Ben Okri" in read(ada, at)
    assert "Who might know" not in read(person("cleo", WORK), at)
    assert at in read(ben, "?tab=yours"), "who has the skill finds the question"
    assert post(ada, at + "invite/", whom="ben").status_code == 303
    post(ada, at + "invite/", whom="ben")
    assert told(ben).count("Ada Lind would like your answer") == 1
    assert post(ben, at + "invite/", whom="ada").status_code == 404
    answered(ben, at)
    assert "would like your answer" not in told(ben), "an answered wish is no news"


def test_what_one_keeps_to_oneself_makes_nobody_an_expert(ada, ben):
    claim(ben, name="Mentoring", spec=ONLY_ME)
    cleo = person("cleo", WORK, name="Cleo")
    befriend(ben, cleo)
    endorse(ben, skill=claim(cleo, name="Mentoring"))
    _question, at = asked(ada, skills="Mentoring")
    page = read(ada, at)
    assert "Ben Okri" not in page
    assert "Cleo" in page
    assert "endorsed by 1 person" in page
    _guarded, near = asked(ada, title="Only for those I know", skills="Mentoring", reach="ties")
    assert "Cleo" not in read(ada, near), "who may not read it is not suggested"
