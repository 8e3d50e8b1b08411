"""A CV in: read, reviewed, kept in one step for its owner alone, taken back in one."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.world import client_of, person
from twofold.network.endorsements.models import Skill
from twofold.network.profiles.models import Entry
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db

HERE = "/professional/@nadia/cv/import/"
CV = {
    "basics": {
        "label": "Engineer",
        "summary": "Keeps pumps honest.",
        "email": "n@example.org",
        "location": {"city": "Veermond", "countryCode": "NL"},
        "profiles": [{"network": "Code", "url": "https://code.example.org/n"}, {"url": "javascript:alert(1)"}],
    },
    "work": [
        {"company": "Old Waters", "position": "Apprentice", "startDate": "2009", "endDate": "2012-04-01"},
        {"name": "Delta Works", "position": "Lead", "startDate": "2019-03", "endDate": "Present",
         "highlights": ["61 stations", "no night calls"]},
        {"name": "Backwards", "position": "Odd", "startDate": "2015-01", "endDate": "2010-01"},
        {"name": "Far ahead", "position": "Dreamer", "startDate": "2095-01"},
    ],
    "education": [{"institution": "Delft", "area": "Water", "studyType": "MSc", "courses": ["Tides"]}],
    "languages": [{"language": "Igbo", "fluency": "Mother tongue"}, {"language": "Dutch", "fluency": "B2"}],
    "skills": [{"name": "Hydraulics", "keywords": ["Python", "Pumps"]}],
    "interests": ["Rowing"],
    "awards": [{"title": "Delta prize", "date": "2020-02-30"}],
    "unheard_of": {"nothing": True},
}  # fmt: skip


@pytest.fixture
def nadia() -> Persona:
    return person("nadia", "professional", name="Nadia")


def bring(persona: Persona, data: bytes):
    upload = SimpleUploadedFile("cv.json", data, "application/json")
    return client_of(persona).post(HERE, {"file": upload})


def review_of(persona: Persona) -> str:
    answer = bring(persona, json.dumps(CV).encode())
    assert answer.status_code == 303
    return answer["Location"]


def test_nothing_changes_before_it_was_reviewed(nadia):
    words = client_of(nadia).get(review_of(nadia)).content.decode()
    for each in ("Old Waters", "Lead", "Delft", "Igbo", "Hydraulics", "Delta prize", "Rowing"):
        assert each in words
    assert "javascript" not in words
    assert "“Odd” ends before it begins in the file" in words
    assert "more than a year ahead" in words, "what cannot be kept says why"
    assert not Entry.objects.exists()
    assert not Skill.objects.exists()


def test_what_was_ticked_is_kept_for_its_owner_alone_and_can_be_taken_back(nadia):
    where, client = review_of(nadia), client_of(nadia)
    typed = {"item": ["2", "3", "4"], "skill": ["Python"], "words": ["line"], "reach": "me"}
    assert client.post(where, typed).status_code == 303
    assert {each.title for each in Entry.objects.all()} == {"Apprentice", "Lead", "Odd"}
    lead = Entry.objects.get(title="Lead")
    assert (lead.current, lead.organisation_name) == (True, "Delta Works")
    assert "– 61 stations" in lead.text
    assert Entry.objects.get(title="Odd").began.year == 2010, "two dates the wrong way round are turned"
    assert Skill.objects.get().name == "Python"
    assert "Apprentice" not in client_of(None).get("/professional/@nadia/").content.decode()
    client.post(where + "undo/")
    assert not Entry.objects.filter(live=True).exists()
    assert not Skill.objects.filter(live=True).exists()
    nadia.refresh_from_db()
    assert nadia.line == ""


def test_keeping_twice_is_once(nadia):
    where, client = review_of(nadia), client_of(nadia)
    for _time in range(2):
        client.post(where, {"item": ["2"], "reach": "me"})
    assert Entry.objects.count() == 1


def test_it_is_all_or_nothing(nadia):
    where = review_of(nadia)
    answer = client_of(nadia).post(where, {"item": ["2", "5"], "reach": "me"})
    assert answer.status_code == 422
    assert "Dreamer" in answer.content.decode()
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7", "not a JSON Resume"),
        (b"[1, 2]", "not a JSON Resume"),
        (b"\xff\xfe\x00", "not a JSON Resume"),
        (b"[" * 100_000, "not a JSON Resume"),
        (b"{}", "nothing in this file"),
        (b"{" + b" " * 1_100_000 + b"}", "one megabyte"),
    ],
)
def test_what_is_no_cv_gets_a_clear_answer(nadia, data, said):
    answer = bring(nadia, data)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_review_is_its_owners_alone(nadia):
    where = review_of(nadia)
    other = client_of(person("other", "professional"))
    assert other.get(where).status_code == 404
    assert other.post(where + "undo/").status_code == 404
    assert other.get(HERE).status_code == 404
