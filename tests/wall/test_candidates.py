"""Recruiters find whoever is open to work for them and nobody else; who could refer one is read by oneself alone."""

from datetime import date

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.endorsements.actions import claim
from twofold.network.jobs.models import Job
from twofold.network.jobs.tests.town import WORK, published
from twofold.network.pages.actions import give_role
from twofold.network.profiles.actions import keep_entry
from twofold.people.audiences.specs import ONLY_ME, AudienceSpec
from twofold.people.graph.actions import block
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db
WISH = "kanariwishes a harbour"


@pytest.fixture
def town() -> dict[str, Persona]:
    names = (
        "nadia",
        "boss",
        "own.recruiter",
        "colleague",
        "recruiter",
        "editor",
        "tie",
        "far",
        "shy",
        "member",
    )
    people = {name: person(f"p.{name}", WORK, name=f"Name {name}") for name in names}
    for handle in ("delta", "harbour"):
        people[handle] = person(f"page.{handle}", WORK, name=handle.title(), kind=Persona.Kind.PAGE)
    give_role(people["delta"], people["boss"], kind="owner")
    give_role(people["delta"], people["own.recruiter"], kind="recruiter")
    give_role(people["harbour"], people["recruiter"], kind="recruiter")
    give_role(people["harbour"], people["editor"], kind="editor")
    for name in ("nadia", "colleague"):
        work(people[name], people["delta"])
    for name in ("tie", "far"):
        work(people[name], people["harbour"])
    work(people["shy"], people["harbour"], spec=ONLY_ME)
    for one, other in (("nadia", "tie"), ("nadia", "shy"), ("nadia", "colleague"), ("tie", "far")):
        befriend(people[one], people[other])
    drain()
    return people


def work(whose: Persona, page: Persona, spec: AudienceSpec | None = None) -> None:
    fields = {"title": "Engineer", "organisation_name": page.name, "began": date(2019, 1, 1), "current": True}
    keep_entry(whose, kind="experience", fields=fields, organisation_id=page.pk, spec=spec)


def read(who: Persona | None, path: str) -> str:
    answer = client_of(who).get(f"/{WORK}/{path}")
    return answer.content.decode() if answer.status_code == 200 else ""


def who_finds(town: dict[str, Persona]) -> set[str]:
    paths = [
        f"jobs/at/@page.{page}/people/{more}"
        for page in ("delta", "harbour")
        for more in ("", "?what=harbour")
    ]
    viewers: dict[str, Persona | None] = {**town, "stranger": None}
    return {
        name
        for name, persona in viewers.items()
        if not (persona and persona.is_page) and any(WISH in read(persona, path) for path in paths)
    }


def test_only_recruiters_elsewhere_find_who_hides_from_an_employer(town):
    assert client_of(town["nadia"]).post(
        f"/{WORK}/open/work/", {"wishes": WISH, "places": "Veermond", "reach": "recruiters"}
    )
    assert who_finds(town) == {"recruiter"}
    here = "jobs/at/@page.harbour/people/"
    claim(town["nadia"], name="Knots")
    assert WISH in read(town["recruiter"], here + "?skills=knots,sails&where=veer")
    assert WISH not in read(town["recruiter"], here + "?skills=sails")
    assert WISH not in read(town["recruiter"], here + "?where=lyon")
    assert client_of(town["editor"]).get(f"/{WORK}/{here}").status_code == 404
    block(town["nadia"], persona=town["recruiter"])
    drain()
    assert who_finds(town) == set()


def test_who_could_refer_one_is_what_they_let_one_see(town):
    job: Job = published(town["recruiter"], town["harbour"])
    here = f"jobs/{encode(job.pk)}/referrals/"
    page = read(town["nadia"], here)
    known, near = page.index('id="known"'), page.index('id="near"')
    assert known < page.index("Name tie") < near < page.index("Name far")
    assert "Name shy" not in page, "who keeps it to themselves is not named"
    assert "Nobody near you works there" in read(town["member"], here)
    assert client_of(None).get(f"/{WORK}/{here}").status_code == 302
    letter = client_of(town["nadia"]).get(f"/{WORK}/people/@p.far/introduction/?words=Speak+for+me")
    assert "Speak for me" in letter.content.decode()
