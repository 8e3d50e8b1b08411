"""Projects with people who confirm, licences that end, and telling others of what one achieved."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.profiles.actions import keep_entry, remind_of_licences
from twofold.network.profiles.models import Entry, Member
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, ONLY_ME
from twofold.people.graph.actions import block
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db
GAUGES = "Four thousand gauges"


@pytest.fixture
def pair() -> tuple[Persona, Persona]:
    nadia, tomas = (person(name, "professional", name=name.title()) for name in ("nadia", "tomas"))
    befriend(nadia, tomas)
    return nadia, tomas


def project(owner: Persona, title: str = GAUGES, spec=EVERYONE) -> Entry:
    return keep_entry(owner, kind="project", fields={"title": title}, skills=["Hydrology"], spec=spec)


def name(owner: Persona, entry: Entry, who: str, role: str = "Fieldwork"):
    at = f"/professional/@{owner.handle}/entry/{encode(entry.pk)}/members/"
    return client_of(owner).post(at, {"who": who, "role": role})


def answer(who: Persona, act: str, **data):
    member = Member.objects.latest("named_at")
    return client_of(who).post(f"/professional/projects/parts/{encode(member.pk)}/{act}/", data)


def profile(owner: Persona, viewer: Persona | None) -> str:
    return client_of(viewer).get(f"/professional/@{owner.handle}/").content.decode()


def inbox(who: Persona) -> str:
    drain()
    return client_of(who).get("/professional/notifications/").content.decode()


def test_a_member_stands_there_after_a_yes_and_can_take_the_project_over(pair):
    nadia, tomas = pair
    entry = project(nadia)
    assert name(nadia, entry, "Tomas").status_code == 303
    assert "says that you had a part in a project" in inbox(tomas)
    assert "Fieldwork" not in profile(nadia, None)
    asked = client_of(tomas).get("/professional/projects/parts/").content.decode()
    assert GAUGES in asked
    assert answer(tomas, "agree", copy="on").status_code == 303
    assert "says that you had a part" not in inbox(tomas)
    for viewer in (None, tomas, nadia):
        page = profile(nadia, viewer)
        assert "Fieldwork" in page
        assert f"/professional/@{tomas.handle}/" in page
    copied = Entry.objects.get(author=tomas, kind="project")
    assert copied.title == GAUGES
    assert [skill.name for skill in copied.skills.all()] == ["Hydrology"]


def test_a_no_is_silent_and_stepping_out_is_final(pair):
    nadia, tomas = pair
    entry = project(nadia)
    name(nadia, entry, "@tomas")
    before = (
        client_of(nadia)
        .get(f"/professional/@nadia/entry/{encode(entry.pk)}/members/")
        .content.count(b"Waiting")
    )
    answer(tomas, "decline")
    after = (
        client_of(nadia)
        .get(f"/professional/@nadia/entry/{encode(entry.pk)}/members/")
        .content.count(b"Waiting")
    )
    assert before == after == 1
    name(nadia, entry, "@tomas", "Again")
    assert "says that you had a part" not in inbox(tomas)
    assert answer(tomas, "agree").status_code == 404


def test_who_cannot_see_it_cannot_be_named_and_wider_eyes_ask_again(pair):
    nadia, tomas = pair
    hidden = project(nadia, "Quiet work", spec=ONLY_ME)
    refused = name(nadia, hidden, "Tomas")
    assert refused.status_code == 422
    assert "cannot see this project" in refused.content.decode()
    assert 'value="Fieldwork"' in refused.content.decode()
    entry = project(nadia, spec=ALL_TIES)
    name(nadia, entry, "Tomas")
    answer(tomas, "agree")
    keep_entry(nadia, kind="project", entry_id=entry.pk, fields={"title": GAUGES}, spec=EVERYONE)
    assert "Fieldwork" not in profile(nadia, None)
    assert "says that you had a part" in inbox(tomas)
    answer(tomas, "agree")
    assert "Fieldwork" in profile(nadia, None)


def test_a_block_takes_both_out_and_others_see_no_blocker(pair):
    nadia, tomas = pair
    reader = person("reader", "professional")
    entry = project(nadia)
    name(nadia, entry, "Tomas")
    answer(tomas, "agree")
    block(tomas, persona=reader)
    assert "Fieldwork" not in profile(nadia, reader)
    block(tomas, persona=nadia)
    drain()
    assert not Member.objects.exists()


def test_only_its_owner_names_and_only_the_named_answer(pair):
    nadia, tomas = pair
    entry = project(nadia)
    at = f"/professional/@{nadia.handle}/entry/{encode(entry.pk)}/members/"
    assert client_of(tomas).get(at).status_code == 404
    name(nadia, entry, "Tomas")
    assert answer(person("other", "professional"), "agree").status_code == 404
    assert name(nadia, entry, "nobody at all").status_code == 422
    assert answer(nadia, "leave").status_code == 303
    assert not Member.objects.exists()


def test_a_licence_that_ends_is_told_once_to_its_owner(pair):
    nadia, _tomas = pair
    soon = (clock.now().date() + timedelta(days=40)).replace(day=1)
    fields = {"title": "Diving permit", "began": date(2020, 1, 1), "ended": soon}
    entry = keep_entry(nadia, kind="licence", fields=fields)
    assert remind_of_licences() == 1
    assert remind_of_licences() == 0
    assert "ends soon" in inbox(nadia)
    later = {**fields, "ended": date(soon.year + 3, 1, 1)}
    keep_entry(nadia, kind="licence", entry_id=entry.pk, fields=later)
    assert remind_of_licences() == 0


def test_an_achievement_becomes_the_beginning_of_a_post_that_leads_back(pair):
    nadia, tomas = pair
    entry = keep_entry(nadia, kind="honour", fields={"title": "Golden gauge", "organisation_name": "Delta"})
    at = f"/professional/@nadia/entry/{encode(entry.pk)}/share/"
    away = client_of(nadia).get(at)
    text = parse_qs(urlsplit(away["Location"]).query)["text"][0]
    assert "Golden gauge" in text
    assert f"/professional/@nadia/#e-{encode(entry.pk)}" in text
    assert "Golden gauge" in client_of(nadia).get(away["Location"]).content.decode()
    assert f'id="e-{encode(entry.pk)}"' in profile(nadia, tomas)
    assert client_of(tomas).get(at).status_code == 404
