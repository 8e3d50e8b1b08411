"""A CV out: the page, and every file, hold what the profile shows the same viewer, and no more."""

import json
import re
from datetime import date

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.kit.ids import encode
from twofold.network.endorsements.actions import claim
from twofold.network.profiles.actions import keep_entry
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, ONLY_ME
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db

FILES = ("cv.pdf", "resume.json", "card.vcf", "card-3.vcf")
# What the schema says of a document's parts; nothing is required, and what it does not name is allowed.
SECTIONS = {
    "basics": dict, "work": list, "volunteer": list, "education": list, "awards": list, "certificates": list,
    "publications": list, "skills": list, "languages": list, "interests": list, "references": list,
    "projects": list, "meta": dict, "$schema": str,
}  # fmt: skip
DATE = re.compile(r"^([1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3}-[0-1][0-9]|[1-2][0-9]{3})$")


@pytest.fixture
def nadia() -> Persona:
    made = person("nadia", "professional", name="Nadia Öz, Dr.", line="Engineer; pumps", place="Veermond")
    for title, spec in (("Open work", EVERYONE), ("Close work", ALL_TIES), ("Own work", ONLY_ME)):
        fields = {
            "title": title,
            "organisation_name": "Delta Works",
            "began": date(2019, 3, 1),
            "current": True,
            "text": "Two lines,\nand a half; with #marks [and] *stars*",
        }
        keep_entry(made, kind="experience", fields=fields, skills=["Python"], spec=spec)
    keep_entry(made, kind="contact", fields={"way": "email", "text": "n@example.org"}, spec=ALL_TIES)
    keep_entry(made, kind="language", fields={"title": "Igbo", "level": "native"}, spec=EVERYONE)
    claim(made, name="Hydraulics", spec=EVERYONE)
    return made


def get(viewer: Persona | None, name: str = "", of: str = "nadia") -> bytes:
    answer = client_of(viewer).get(f"/professional/@{of}/cv/{name}")
    assert answer.status_code == 200, name
    return answer.content


def test_each_reader_gets_what_the_profile_would_show_them(nadia):
    friend = person("friend", "professional")
    befriend(nadia, friend)
    for name in ("", "resume.json"):
        stranger, tied, own = get(None, name), get(friend, name), get(nadia, name)
        assert b"Open work" in stranger
        assert b"Close work" not in stranger
        assert b"Close work" in tied
        assert b"Own work" not in tied
        assert b"Own work" in own
    assert b"n@example.org" not in get(None, "card.vcf")
    assert b"EMAIL:n@example.org" in get(friend, "card.vcf")
    assert len(get(None, "cv.pdf")) < len(get(nadia, "cv.pdf"))


def test_what_is_left_out_is_in_no_file(nadia):
    assert b"Open work" not in get(None, "?without=experience")
    assert b"Open work" not in get(None, "resume.json?without=experience")
    assert b"Hydraulics" in get(None, "resume.json?without=experience")


def test_a_json_resume_is_one_by_its_schema(nadia):
    document = json.loads(get(nadia, "resume.json"))
    for name, part in document.items():
        assert isinstance(part, SECTIONS[name]), name
    for each in document["work"]:
        assert DATE.match(each["startDate"])
        assert "endDate" not in each, "what goes on has no end"
        assert all(each.values()), "nothing is empty"
    assert document["basics"]["name"] == "Nadia Öz, Dr."
    assert document["languages"] == [{"language": "Igbo", "fluency": "Native or bilingual"}]


@pytest.mark.parametrize(("name", "version"), [("card.vcf", "4.0"), ("card-3.vcf", "3.0")])
def test_a_vcard_is_folded_and_escaped(nadia, name, version):
    card = get(nadia, name)
    lines = card.decode().split("\r\n")
    assert lines[:2] == ["BEGIN:VCARD", f"VERSION:{version}"]
    assert lines[-2:] == ["END:VCARD", ""]
    assert max(len(line.encode()) for line in lines) <= 75
    assert "FN:Nadia Öz\\, Dr." in lines
    assert "TITLE:Engineer\\; pumps" in lines
    assert ("N:Nadia Öz\\, Dr.;;;;" in lines) == (version == "3.0")


def test_a_pdf_is_one_and_takes_at_most_two_pages_for_a_long_life(nadia):
    for number in range(24):
        fields = {
            "title": f"Work {number}",
            "organisation_name": "Somewhere",
            "began": date(1990 + number, 1, 1),
            "ended": date(1991 + number, 1, 1),
        }
        keep_entry(nadia, kind="experience", fields=fields, spec=EVERYONE)
    made = get(None, "cv.pdf")
    assert made.startswith(b"%PDF-")
    assert made.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type\s*/Page\b", made)) in (0, 1, 2)


def test_it_is_there_for_people_at_work_alone():
    person("puddle", "social")
    person("delta", "professional", kind=Persona.Kind.PAGE)
    client = client_of(person("viewer", "professional"))
    for path in ("/social/@puddle/cv/", "/professional/@delta/cv/", "/professional/@nobody.at.all/cv/"):
        assert client.get(path).status_code == 404, path
    assert client.get("/professional/@viewer/cv/cv.exe").status_code == 404


@pytest.mark.parametrize("name", FILES)
def test_whoever_is_shut_out_gets_nothing(nadia, name):
    foe = person("foe", "professional")
    client = client_of(nadia)
    client.post(f"/professional/people/{encode(foe.pk)}/block/")
    assert client_of(foe).get(f"/professional/@nadia/cv/{name}").status_code == 404
