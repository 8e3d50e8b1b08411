"""Sections of a profile: added, changed, ordered, taken away and brought back, each for whom it is meant."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import befriend, client_of, person
from twofold.foundation.kit.ids import encode
from twofold.network.profiles.models import Entry
from twofold.network.vocabulary.actions import load
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db


@pytest.fixture
def nadia():
    return person("nadia", "professional", name="Nadia")


JOB = {
    "title": "Engineer",
    "organisation_name": "Delta Works",
    "began_month": "3",
    "began_year": "2019",
    "current": "on",
    "reach": "everyone",
}


def add(persona: Persona, kind: str = "experience", **typed) -> int:
    fields = {**JOB, **typed} if kind == "experience" else typed
    return client_of(persona).post(f"/professional/@{persona.handle}/add/{kind}/", fields).status_code


def page(viewer: Persona | None, of: Persona, path: str = "") -> str:
    return client_of(viewer).get(f"/{of.network}/@{of.handle}/{path}").content.decode()


def test_what_was_added_stands_on_the_profile_for_whom_it_is_meant(nadia):
    friend, other = person("friend", "professional"), person("other", "professional")
    befriend(nadia, friend)
    assert add(nadia, title="Seen by all") == 303
    assert add(nadia, title="For connections", reach="ties") == 303
    assert add(nadia, title="Mine alone", reach="me") == 303
    assert "Seen by all" in page(None, nadia)
    assert "For connections" not in page(other, nadia)
    assert "For connections" in page(friend, nadia)
    assert "Mine alone" not in page(friend, nadia)
    assert "Mine alone" in page(nadia, nadia)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"ended_year": "2018", "current": ""}, "ends before it begins"),
        ({"began_year": "2999"}, "more than a year ahead"),
        ({"began_year": "soon"}, "four digits"),
        ({"began_year": ""}, "four digits"),
        ({"organisation_name": ""}, "needed"),
        ({"title": "x" * 151}, "At most 150"),
        ({"skills": ",".join(f"skill {n}" for n in range(1000))}, "At most 40 skills"),
        ({"employment": "slave"}, "Choose one of the list"),
    ],
)
def test_what_cannot_be_is_said_kindly_and_nothing_typed_is_lost(nadia, typed, said):
    fields = {**JOB, "text": "Kept as typed", **typed}
    fields = {name: value for name, value in fields.items() if value or name != "current"}
    answer = client_of(nadia).post("/professional/@nadia/add/experience/", fields)
    assert answer.status_code == 422
    words = answer.content.decode()
    assert said in words
    assert "Kept as typed" in words
    assert not Entry.objects.exists()


def test_an_address_that_runs_something_is_refused(nadia):
    assert add(nadia, "featured", title="Look", address="javascript:alert(1)") == 422
    assert add(nadia, "featured", title="Look", address="https://example.org/") == 303


def test_there_is_one_main_work_and_choosing_another_moves_it(nadia):
    add(nadia, title="First", primary="on")
    add(nadia, title="Second", primary="on")
    assert list(Entry.objects.filter(primary=True).values_list("title", flat=True)) == ["Second"]


def test_works_at_one_employer_stand_together(nadia):
    add(nadia, title="Senior engineer")
    add(nadia, title="Club treasurer", organisation_name="Rowing club", began_year="2018")
    add(nadia, title="Junior engineer", began_year="2015", ended_year="2019", ended_month="2", current="")
    words = page(None, nadia)
    assert words.index("Senior engineer") < words.index("Junior engineer") < words.index("Club treasurer")
    assert words.count("Delta Works</bdi></h3>") == 1


def test_the_order_by_hand_holds_until_it_is_given_up(nadia):
    for name in ("Dutch", "English", "Igbo"):
        add(nadia, "language", title=name)
    last = Entry.objects.get(title="Igbo")
    client = client_of(nadia)
    assert client.post(f"/professional/@nadia/entry/{encode(last.pk)}/up/").status_code == 303
    words = page(None, nadia)
    assert words.index("Dutch") < words.index("Igbo") < words.index("English")
    client.post("/professional/@nadia/arrange/language/")
    words = page(None, nadia)
    assert words.index("English") < words.index("Igbo")


def test_what_was_taken_away_can_be_brought_back(nadia):
    add(nadia)
    entry = Entry.objects.get()
    client, here = client_of(nadia), f"/professional/@nadia/entry/{encode(entry.pk)}/"
    client.post(here + "remove/")
    assert "Engineer" not in page(None, nadia)
    assert client.get(here).status_code == 404
    client.post(here + "restore/")
    assert "Engineer" in page(None, nadia)


def test_nobody_else_changes_it_or_learns_that_it_is_there(nadia):
    add(nadia, reach="me")
    entry = Entry.objects.get()
    other = client_of(person("other", "professional"))
    for path in (f"@nadia/entry/{encode(entry.pk)}/", "@nadia/add/experience/", "@nadia/reach/experience/"):
        assert other.get(f"/professional/{path}").status_code == 404
    assert other.post(f"/professional/@nadia/entry/{encode(entry.pk)}/remove/").status_code == 404
    assert Entry.objects.get().live


def test_a_section_can_be_narrowed_at_once(nadia):
    add(nadia)
    client = client_of(nadia)
    client.post("/professional/@nadia/reach/experience/", {"reach": "me", "existing": "on"})
    assert "Engineer" not in page(None, nadia)
    add(nadia, title="Another", reach="")
    assert "Another" not in page(None, nadia)


def test_sections_of_one_network_do_not_exist_in_the_other():
    friend = person("puddle", "social")
    client = client_of(friend)
    assert client.get("/social/@puddle/add/experience/").status_code == 404
    assert client.get("/social/@puddle/add/hobby/").status_code == 200


def test_fields_are_completed_from_the_vocabulary_and_from_pages(nadia):
    load()
    person("delta", "professional", name="Delta Works Agency", kind=Persona.Kind.PAGE)
    client = client_of(nadia)
    offered = client.get("/professional/complete/skill/?q=js").json()["options"]
    assert offered[0]["value"] == "JavaScript"
    offered = client.get("/professional/complete/organisation/?q=delta").json()["options"]
    assert [each["value"] for each in offered] == ["Delta Works Agency"]
    add(nadia, organisation_name="Delta Works Agency", organisation=offered[0]["id"])
    assert 'href="/professional/@delta/"' in page(None, nadia)


def test_a_profile_takes_the_same_queries_however_much_stands_on_it(nadia):
    viewer = client_of(person("viewer", "professional"))
    add(nadia, skills="Python, JS")
    viewer.get("/professional/@nadia/")

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert viewer.get("/professional/@nadia/").status_code == 200
        return len(queries)

    few = count()
    for number in range(12):
        add(nadia, title=f"Work {number}", skills="Python, JS")
        add(nadia, "course", title=f"Course {number}")
    assert count() == few
