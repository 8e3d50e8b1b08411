"""What others say to a skill; grounds, which both confirm; and how each is taken back."""

import json
from dataclasses import dataclass

import pytest

from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.credentials.models import Credential
from twofold.network.credentials.verifying import check
from twofold.network.endorsements import actions, queries
from twofold.network.endorsements.models import Endorsement, Evidence, Statement
from twofold.network.endorsements.tests.rows import at_work, endorsed, grounded, tied
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, ONLY_ME
from twofold.people.graph import actions as graph
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db

WORDS = "worked together at Delta Works, 2019–21"


@dataclass(frozen=True)
class Now:
    """A ground as it stands."""

    words: str
    audience_id: int
    stated_to_id: int


@pytest.fixture
def town():
    nadia, tomas, aiko = tied("nadia", "tomas", "aiko")
    return {"nadia": nadia, "tomas": tomas, "aiko": aiko, "skill": actions.claim(nadia, name="Hydrology")}


def page_of(skill) -> str:
    return f"/professional/skills/{encode(skill.pk)}/"


def read(persona, skill) -> str:
    return client_of(persona).get(page_of(skill)).content.decode()


def counts(persona, skill) -> tuple[int, int]:
    shown = queries.shown_one(Viewer.of(persona), skill)
    return shown.count, shown.grounded


def test_a_connection_endorses_by_one_press_and_takes_it_back(town):
    browser, skill = client_of(town["tomas"]), town["skill"]
    assert browser.post(f"{page_of(skill)}endorse").status_code == 303
    browser.post(f"{page_of(skill)}endorse")
    assert counts(town["aiko"], skill) == (1, 0)
    assert "Tomas" in read(town["aiko"], skill)
    answer = browser.post(f"{page_of(skill)}endorse", {"withdraw": "1"}, headers={"HX-Request": "true"})
    assert 'aria-pressed="false"' in answer.content.decode()
    assert counts(town["aiko"], skill) == (0, 0)


def test_only_connections_endorse_and_nobody_themselves(town):
    [stranger] = at_work("stranger")
    with pytest.raises(Refused, match="Connect first"):
        actions.endorse(stranger, skill=town["skill"])
    with pytest.raises(Refused, match="by others"):
        actions.endorse(town["nadia"], skill=town["skill"])
    actions.choose_audience(town["nadia"], skill=town["skill"], spec=ONLY_ME)
    with pytest.raises(Absent):
        actions.endorse(town["tomas"], skill=town["skill"])


def test_the_owner_hides_an_endorsement_and_its_author_never_learns(town):
    skill, said = town["skill"], endorsed(town["skill"], town["tomas"])
    endorsed(skill, town["aiko"])
    browser = client_of(town["nadia"])
    browser.post(f"/professional/endorsements/{encode(said.pk)}/hide")
    assert counts(town["aiko"], skill) == counts(town["nadia"], skill) == (1, 0)
    assert "Tomas" not in read(town["aiko"], skill)
    assert counts(town["tomas"], skill) == (2, 0)
    assert "Tomas" in read(town["tomas"], skill)
    assert "Hidden by you" in read(town["nadia"], skill)
    browser.post(f"/professional/endorsements/{encode(said.pk)}/show")
    assert counts(town["aiko"], skill) == (2, 0)
    assert (
        client_of(town["tomas"]).post(f"/professional/endorsements/{encode(said.pk)}/hide").status_code == 404
    )


def test_a_ground_counts_only_when_both_confirm_it(town):
    skill = town["skill"]
    evidence = grounded(skill, town["tomas"], words=WORDS, confirm=False)
    assert counts(town["aiko"], skill) == (1, 0)
    assert WORDS not in read(town["aiko"], skill)
    assert "is asked to confirm" in read(town["tomas"], skill)
    desk = client_of(town["nadia"]).get("/professional/skills/").content.decode()
    assert WORDS in desk
    client_of(town["nadia"]).post(f"/professional/grounds/{encode(evidence.pk)}/confirm")
    assert counts(town["aiko"], skill) == (1, 1)
    assert WORDS in read(town["aiko"], skill)
    assert Credential.objects.get().about == evidence.pk
    answer = client_of(town["nadia"]).post(f"/professional/grounds/{encode(evidence.pk)}/confirm")
    assert answer.status_code == 422


def test_a_declined_ground_looks_like_one_that_waits(town):
    evidence = grounded(town["skill"], town["tomas"], words=WORDS, confirm=False)
    waiting = read(town["tomas"], town["skill"])
    client_of(town["nadia"]).post(f"/professional/grounds/{encode(evidence.pk)}/decline")
    assert "is asked to confirm" in read(town["tomas"], town["skill"])
    assert waiting.count(WORDS) == read(town["tomas"], town["skill"]).count(WORDS)
    again = grounded(town["skill"], town["tomas"], words=WORDS, confirm=False)
    assert again.pk == evidence.pk
    assert queries.waiting(Viewer.of(town["nadia"])) == []
    client_of(town["tomas"]).post(f"/professional/grounds/{encode(evidence.pk)}/withdraw")
    assert "is asked to confirm" not in read(town["tomas"], town["skill"])
    grounded(town["skill"], town["tomas"], words=WORDS, confirm=False)
    assert queries.waiting(Viewer.of(town["nadia"])) == []


@pytest.mark.parametrize("who", ["nadia", "tomas"])
def test_either_takes_a_confirmed_ground_back_and_the_badge_is_revoked(town, who):
    evidence = grounded(town["skill"], town["tomas"])
    jwt = (
        client_of(town["nadia"])
        .get(f"/professional/grounds/{encode(evidence.pk)}/badge.jwt")
        .content.decode()
    )
    assert check(jwt).state == "valid"
    client_of(town[who]).post(f"/professional/grounds/{encode(evidence.pk)}/withdraw")
    assert counts(town["aiko"], town["skill"]) == (1, 0)
    assert check(jwt).state == "revoked"


def test_a_ground_that_is_no_longer_shared_falls_away(town):
    evidence = grounded(town["skill"], town["tomas"])
    owner, endorser = town["nadia"].pk, town["tomas"].pk
    shared = {
        (evidence.kind, evidence.key): Now(
            "worked together, 2019–22", evidence.audience_id, evidence.statement.audience_id
        )
    }
    actions.follow_grounds(owner, endorser, shared=shared)
    assert counts(town["aiko"], town["skill"]) == (1, 1)
    assert "worked together, 2019–22" in read(town["aiko"], town["skill"])
    pair = [(town["nadia"], town["tomas"])]
    assert queries.grounded_pairs(endorser) == queries.grounded_pairs(owner) == pair
    actions.follow_grounds(owner, endorser, shared={})
    assert counts(town["aiko"], town["skill"]) == (1, 0)
    assert Credential.objects.get().revoked_at


def test_a_ground_for_fewer_people_is_read_by_those_alone(town):
    [member] = at_work("member")
    evidence = grounded(town["skill"], town["tomas"], words=WORDS)
    assert WORDS in read(member, town["skill"])
    narrow = actions.claim(town["nadia"], name="Other", spec=ALL_TIES).audience_id
    shared = {(evidence.kind, evidence.key): Now(WORDS, narrow, evidence.statement.audience_id)}
    actions.follow_grounds(town["nadia"].pk, town["tomas"].pk, shared=shared)
    assert WORDS not in read(member, town["skill"])
    assert counts(member, town["skill"]) == (1, 0)
    assert "Tomas" in read(member, town["skill"])
    assert WORDS in read(town["aiko"], town["skill"])


def test_a_ground_is_for_whom_both_show_it_to(town):
    [member] = at_work("member")
    grounded(town["skill"], town["tomas"], words=WORDS)
    Statement.objects.update(audience=compose(town["tomas"], ALL_TIES))
    assert WORDS not in read(member, town["skill"])
    assert WORDS not in read(town["aiko"], town["skill"])
    assert counts(member, town["skill"]) == counts(town["aiko"], town["skill"]) == (1, 0)
    assert WORDS in read(town["nadia"], town["skill"])
    assert counts(town["nadia"], town["skill"]) == (1, 1)


def test_the_ground_follows_the_skill_it_was_for(town):
    [member] = at_work("member")
    grounded(town["skill"], town["tomas"], words=WORDS)
    actions.choose_audience(town["nadia"], skill=town["skill"], spec=ALL_TIES)
    actions.choose_audience(town["nadia"], skill=town["skill"], spec=EVERYONE)
    assert WORDS in read(member, town["skill"])


def test_whoever_is_gone_suspended_or_behind_the_door_is_neither_named_nor_counted(town):
    skill = town["skill"]
    evidence = grounded(skill, town["tomas"])
    endorsed(skill, town["aiko"])
    jwt = (
        client_of(town["nadia"])
        .get(f"/professional/grounds/{encode(evidence.pk)}/badge.jwt")
        .content.decode()
    )
    graph.block(town["tomas"], persona=town["aiko"])
    assert counts(town["aiko"], skill) == (1, 0)
    assert "Tomas" not in read(town["aiko"], skill)
    Persona.objects.filter(pk=town["aiko"].pk).update(state=Persona.State.SUSPENDED)
    assert counts(town["nadia"], skill) == (1, 1)
    erase_persona(town["tomas"])
    drain()
    assert counts(town["nadia"], skill) == (0, 0)
    assert not Evidence.objects.exists()
    assert check(jwt).state == "revoked"


def test_a_block_takes_back_what_the_two_said_of_each_other(town):
    grounded(town["skill"], town["tomas"])
    graph.block(town["nadia"], persona=town["tomas"])
    drain()
    assert not Endorsement.objects.exists()
    assert Credential.objects.get().revoked_at


def test_ending_a_connection_takes_nothing_back_and_tells_nothing(town):
    endorsed(town["skill"], town["tomas"])
    graph.end_tie(town["nadia"], other=town["tomas"])
    drain()
    assert counts(town["aiko"], town["skill"]) == (1, 0)


def test_what_one_said_can_be_taken_back_when_the_skill_is_not_shown_any_more(town):
    said = endorsed(town["skill"], town["tomas"])
    actions.choose_audience(town["nadia"], skill=town["skill"], spec=ONLY_ME)
    browser = client_of(town["tomas"])
    text = browser.get("/professional/skills/given/").content.decode()
    assert "not shown to you any more" in text
    assert "Hydrology" not in text
    browser.post(f"/professional/endorsements/{encode(said.pk)}/withdraw")
    assert not Endorsement.objects.exists()


def test_only_its_owner_has_a_badge(town):
    evidence = grounded(town["skill"], town["tomas"])
    for name in ("tomas", "aiko"):
        assert (
            client_of(town[name]).get(f"/professional/grounds/{encode(evidence.pk)}/badge.json").status_code
            == 404
        )
    answer = client_of(town["nadia"]).get(f"/professional/grounds/{encode(evidence.pk)}/badge.json")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="badge.json"'
    assert "no-store" in answer.headers["Cache-Control"]
    badge = json.loads(answer.content)
    assert badge["credentialSubject"]["achievement"]["name"] == "Hydrology"
    assert badge["evidence"][0]["name"] == "worked together at Delta Works, 2019–21"
    assert "Tomas (@tomas)" in badge["evidence"][0]["narrative"]
    assert check(answer.content.decode()).state == "valid"


def test_what_everybody_may_see_of_somebody_members_only_is_not_for_strangers(town):
    hidden = person("hidden", "professional", reach=Persona.Reach.MEMBERS)
    skill = actions.claim(hidden, name="Discretion", spec=EVERYONE)
    assert client_of(None).get(page_of(skill)).status_code == 404
    assert client_of(town["tomas"]).get(page_of(skill)).status_code == 200
