"""One's own skills: claimed, ordered, shown to whom one likes, taken off and brought back."""

from datetime import timedelta

import pytest

from tests.world import client_of, person
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Refused
from twofold.network.credentials.models import Credential
from twofold.network.endorsements import actions, policies
from twofold.network.endorsements.models import Endorsement, Skill
from twofold.network.endorsements.tests.rows import at_work, grounded, tied
from twofold.network.vocabulary.actions import load

pytestmark = pytest.mark.django_db


@pytest.fixture
def nadia():
    [nadia] = at_work("nadia")
    return nadia


def names(persona) -> list[str]:
    rows = Skill.objects.filter(author=persona, live=True).order_by("-pinned", "place")
    return list(rows.values_list("name", flat=True))


def press(persona, skill: Skill, act: str, **fields):
    return client_of(persona).post(f"/professional/skills/{encode(skill.pk)}/{act}", fields)


def test_a_skill_is_typed_in_and_stands_there(nadia):
    browser = client_of(nadia)
    assert browser.post("/professional/skills/", {"name": "  Time-series\u202e analysis "}).status_code == 303
    assert names(nadia) == ["Time-series analysis"]
    page = browser.get("/professional/skills/").content.decode()
    assert "Time-series analysis" in page
    assert "Members" in page


def test_the_same_skill_twice_is_one(nadia):
    for name in ("Python", "PYTHON", " python "):
        actions.claim(nadia, name=name)
    assert names(nadia) == ["Python"]


def test_another_name_for_the_same_skill_is_the_same_skill(nadia):
    load()
    first = actions.claim(nadia, name="JavaScript")
    assert first.term is not None
    assert actions.claim(nadia, name="JS").pk == first.pk


@pytest.mark.parametrize(("name", "words"), [("", "what you can do"), ("x" * 61, "this one has 61")])
def test_a_skill_that_will_not_do_is_said_to_be_so_and_kept_as_typed(nadia, name, words):
    answer = client_of(nadia).post("/professional/skills/", {"name": name})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert words in text
    assert name in text


def test_a_thousand_skills_end_at_a_hundred(nadia):
    for number in range(policies.MAX_SKILLS):
        actions.claim(nadia, name=f"Skill {number}")
    answer = client_of(nadia).post("/professional/skills/", {"name": "One more"})
    assert answer.status_code == 422
    assert "You have 100 skills" in answer.content.decode()
    assert len(names(nadia)) == 100


def test_three_are_shown_first_and_the_fourth_is_refused_with_what_to_do(nadia):
    skills = [actions.claim(nadia, name=name) for name in "ABCD"]
    for skill in skills[:3]:
        assert press(nadia, skill, "pin").status_code == 303
    assert "Unpin one of them" in press(nadia, skills[3], "pin").content.decode()
    press(nadia, skills[0], "unpin")
    assert press(nadia, skills[3], "pin").status_code == 303
    assert names(nadia) == ["B", "C", "D", "A"]


def test_order_is_changed_one_place_at_a_time_within_its_part(nadia):
    a, b, c = (actions.claim(nadia, name=name) for name in "ABC")
    press(nadia, c, "up")
    assert names(nadia) == ["A", "C", "B"]
    press(nadia, a, "up")
    press(nadia, b, "down")
    assert names(nadia) == ["A", "C", "B"]
    press(nadia, b, "pin")
    press(nadia, b, "down")
    assert names(nadia) == ["B", "A", "C"]


def test_a_removed_skill_comes_back_for_a_day_with_what_was_said_to_it():
    nadia, tomas = tied("nadia", "tomas")
    skill = actions.claim(nadia, name="Python")
    grounded(skill, tomas)
    answer = client_of(nadia).post(f"/professional/skills/{encode(skill.pk)}/remove", follow=True)
    assert "Undo" in answer.content.decode()
    assert names(nadia) == []
    assert client_of(tomas).get(f"/professional/skills/{encode(skill.pk)}/").status_code == 404
    press(nadia, skill, "restore")
    assert names(nadia) == ["Python"]
    assert "Tomas" in client_of(tomas).get(f"/professional/skills/{encode(skill.pk)}/").content.decode()


def test_claiming_again_what_was_just_removed_brings_it_back():
    nadia, tomas = tied("nadia", "tomas")
    skill = actions.claim(nadia, name="Python")
    actions.endorse(tomas, skill=skill)
    actions.remove(nadia, skill=skill)
    assert actions.claim(nadia, name="python").pk == skill.pk


def test_a_day_later_it_is_gone_for_good_and_its_badge_revoked():
    nadia, tomas = tied("nadia", "tomas")
    skill = actions.claim(nadia, name="Python")
    grounded(skill, tomas)
    actions.remove(nadia, skill=skill)
    assert actions.forget_removed() == 0
    Skill.objects.update(removed_at=clock.now() - timedelta(days=2))
    assert "too late" in press(nadia, skill, "restore").content.decode()
    assert actions.forget_removed() == 1
    assert not Skill.objects.exists()
    assert Credential.objects.get().revoked_at


def test_an_organisation_claims_no_skills():
    works = person("works", "professional", kind="page")
    with pytest.raises(Refused, match="belong to people"):
        actions.claim(works, name="Dikes")


def test_what_was_said_lately_stands_on_the_desk_by_name():
    nadia, tomas, aiko = tied("nadia", "tomas", "aiko")
    skill = actions.claim(nadia, name="Python")
    for each in (tomas, aiko):
        actions.endorse(each, skill=skill)
    Endorsement.objects.filter(endorser=aiko).update(created_at=clock.now() - timedelta(days=90))
    text = client_of(nadia).get("/professional/skills/").content.decode()
    assert "endorsed Python" in text
    assert "Tomas" in text
    assert "Aiko" not in text


def test_each_skill_and_all_of_them_have_an_audience():
    nadia, tomas = tied("nadia", "tomas")
    member = person("member", "professional")
    one, two = (actions.claim(nadia, name=name) for name in ("Python", "Piano"))
    press(nadia, two, "audience", audience="ties")
    assert "Piano" in client_of(tomas).get("/professional/@nadia/skills/").content.decode()
    text = client_of(member).get("/professional/@nadia/skills/").content.decode()
    assert "Python" in text
    assert "Piano" not in text
    client_of(nadia).post("/professional/skills/default", {"audience": "me", "all": "1"})
    assert "Python" not in client_of(tomas).get("/professional/@nadia/skills/").content.decode()
    assert actions.claim(nadia, name="Go").audience.scope == 0
    assert press(nadia, one, "audience", audience="nonsense").status_code == 422


def test_nobody_touches_another_ones_skills_and_there_are_none_among_friends(nadia):
    [other] = at_work("other")
    skill = actions.claim(nadia, name="Python")
    for act in ("up", "pin", "remove", "audience"):
        assert press(other, skill, act, audience="me").status_code == 404
    assert press(nadia, skill, "nonsense").status_code == 404
    friend = client_of(person("nadi"))
    for path in ("skills/", "@nadi/skills/", f"skills/{encode(skill.pk)}/", "skills/given/"):
        assert friend.get(f"/social/{path}").status_code == 404
    assert friend.post("/social/skills/", {"name": "Jokes"}).status_code == 404
