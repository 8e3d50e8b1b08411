"""Open to work for recruiters alone: nobody near one's employer sees a sign of it, now and after changes."""

from datetime import date

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.network.openness.models import Openness
from twofold.network.pages.actions import give_role
from twofold.network.pages.models import Domain
from twofold.network.profiles.actions import keep_entry, take_away_entry
from twofold.network.profiles.models import Entry
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db
WISH = "kanariwishes a harbour"


@pytest.fixture
def town() -> dict[str, Persona]:
    names = (
        "nadia", "boss", "own.recruiter", "colleague", "namesake", "sister.recruiter", "recruiter", "tie",
        "former", "other",
    )  # fmt: skip
    people = {name: person(f"p.{name}", "professional", name=name) for name in names}
    for handle in ("delta", "sister", "harbour"):
        people[handle] = person(f"page.{handle}", "professional", name=handle.title(), kind=Persona.Kind.PAGE)
    give_role(people["delta"], people["boss"], kind="owner")
    give_role(people["delta"], people["own.recruiter"], kind="recruiter")
    give_role(people["sister"], people["sister.recruiter"], kind="recruiter")
    give_role(people["harbour"], people["recruiter"], kind="recruiter")
    Domain.objects.create(page=people["delta"], name="delta.example", proved_at=clock.now())
    work(people["nadia"], people["delta"])
    work(people["colleague"], people["delta"])
    work(people["namesake"], None)
    work(people["former"], people["delta"], ended=date(2020, 1, 1))
    befriend(people["nadia"], people["tie"])
    befriend(people["nadia"], people["colleague"])
    return people


def work(whose: Persona, page: Persona | None, ended: date | None = None):
    fields = {
        "title": "Engineer", "organisation_name": "Delta", "began": date(2019, 1, 1), "ended": ended,
        "current": not ended,
    }  # fmt: skip
    return keep_entry(whose, kind="experience", fields=fields, organisation_id=page.pk if page else None)


def open_up(nadia: Persona, reach: str = "recruiters") -> None:
    answer = client_of(nadia).post("/professional/open/work/", {"wishes": WISH, "reach": reach})
    assert answer.status_code == 303


def who_sees(town: dict[str, Persona]) -> set[str]:
    handle = town["nadia"].handle
    viewers: dict[str, Persona | None] = {**town, "stranger": None}
    paths = (f"/professional/@{handle}/", f"/professional/@{handle}/cv/", f"/professional/@{handle}/about/")
    return {
        name
        for name, persona in viewers.items()
        if not (persona and persona.is_page)
        if any(WISH in client_of(persona).get(path).content.decode() for path in paths)
    }


def test_recruiters_elsewhere_see_it_and_nobody_near_the_employer(town):
    open_up(town["nadia"])
    assert who_sees(town) == {"nadia", "recruiter", "sister.recruiter"}


def test_whatever_changes_it_goes_on_being_so(town):
    open_up(town["nadia"])
    give_role(town["delta"], town["recruiter"], kind="editor")
    drain()
    assert who_sees(town) == {"nadia", "sister.recruiter"}, (
        "who comes to run the employer's page sees no more of it"
    )
    Domain.objects.create(page=town["sister"], name="sister.example", proved_at=clock.now())
    work(town["sister.recruiter"], None)
    drain()
    assert who_sees(town) == {"nadia"}, "who comes to work there sees no more of it"


def test_a_new_employer_is_shut_out_and_an_old_one_no_more(town):
    nadia = town["nadia"]
    open_up(nadia)
    work(nadia, town["harbour"])
    drain()
    assert "recruiter" not in who_sees(town)
    for entry_id in list(nadia_entries(nadia)):
        take_away_entry(nadia, entry_id=entry_id)
    drain()
    assert who_sees(town) == {"nadia", "recruiter", "sister.recruiter", "own.recruiter"}


def nadia_entries(nadia: Persona) -> list[int]:
    return list(Entry.objects.filter(author=nadia, live=True).values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("reach", "seen"),
    [("ties", {"nadia", "tie", "colleague"}), ("me", {"nadia"})],
)
def test_other_audiences_are_what_they_say(town, reach, seen):
    open_up(town["nadia"], reach)
    assert who_sees(town) == seen


def test_it_can_be_looked_at_as_ones_manager_and_closed(town):
    nadia = town["nadia"]
    open_up(nadia)
    client, here = client_of(nadia), f"/professional/@{nadia.handle}/as/"
    assert here + "?as=manager" in client.get(f"/professional/@{nadia.handle}/").content.decode()
    assert WISH in client.get(here + "?as=recruiter").content.decode()
    assert WISH not in client.get(here + "?as=manager").content.decode()
    assert WISH not in client.get(here + "?as=kind:colleague").content.decode()
    # A recruiter of one company, by its handle or its name; of the employer, nobody.
    assert WISH in client.get(here + "?name=page.harbour").content.decode()
    assert WISH in client.get(here + "?name=sister").content.decode()
    assert WISH not in client.get(here + "?name=Delta").content.decode()
    assert "as a recruiter of" in client.get(here + "?name=page.delta").content.decode()
    client.post("/professional/open/work/", {"close": "1"})
    assert not Openness.objects.exists()


def test_what_cannot_be_is_said_and_kept(town):
    client = client_of(town["nadia"])
    answer = client.post("/professional/open/mentor/", {"wishes": "Kept as typed", "reach": "recruiters"})
    assert answer.status_code == 422
    assert "Kept as typed" in answer.content.decode()
    assert client.get("/social/open/work/").status_code == 404
    assert client.get("/professional/open/crime/").status_code == 404
