"""Whom one knows somewhere: near people who let one see that they work or worked there."""

import itertools
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import befriend, client_of, person
from twofold.network.profiles.actions import keep_entry
from twofold.network.profiles.queries import insiders
from twofold.people.audiences.specs import EVERYONE, ONLY_ME
from twofold.people.graph.actions import block
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


def works(persona: Persona, where: str, since: int, *, page: Persona | None = None, spec=EVERYONE, place=""):
    fields = {"title": "Smith", "organisation_name": where, "began": date(since, 1, 1), "place": place}
    kept = {"kind": "experience", "fields": fields, "spec": spec}
    keep_entry(persona, organisation_id=page and page.pk, **kept)


@pytest.fixture
def chain() -> list[Persona]:
    """Ana, and four people of whom each knows the next, the first of them her."""
    people = [person(name=name, network="professional") for name in ("Ana", "Ben", "Cem", "Dan")]
    for one, other in itertools.pairwise(people):
        befriend(one, other)
    return people


def names(viewer: Persona, where: str, **more) -> list[str]:
    return [each.persona.name for each in insiders(Viewer.of(viewer), where, **more)]


def test_the_nearest_first_and_nobody_three_steps_away(chain):
    ana, ben, cem, dan = chain
    for each in (cem, ben, dan):
        works(each, "Old Forge", 2010)
    works(ana, "Old Forge", 2010)
    assert names(ana, "old forge") == names(ana, "OLD F") == ["Ben", "Cem"]
    assert names(ana, "forge") == names(ana, "") == []


def test_a_place_is_that_of_the_page_or_of_the_work(chain):
    ana, ben, cem, _dan = chain
    page = person(name="Night Trains", network="professional", kind="page", place="Sweden")
    works(ben, "Night Trains", 2004, page=page)
    works(cem, "Somewhere", 2011, place="Sweden")
    assert names(ana, "sweden") == ["Ben", "Cem"]
    assert names(ana, "Sweden", before=date(2010, 1, 1)) == ["Ben"]


def test_only_what_they_let_one_see_and_only_people_whom_one_may_meet(chain):
    ana, ben, cem, _dan = chain
    works(ben, "Old Forge", 2010, spec=ONLY_ME)
    works(cem, "Old Forge", 2010)
    assert names(ana, "Old Forge") == ["Cem"]
    block(ben, persona=ana)
    assert names(ana, "Old Forge") == []


def test_the_page_asks_the_same_of_few_and_of_many(chain):
    ana, ben, *_others = chain
    client = client_of(ana)
    works(ben, "Old Forge", 2010)

    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            page = client.get("/professional/people/there/?where=Old+Forge&before=2020").content.decode()
        assert "Smith" in page
        return len(captured)

    count()
    one = count()
    for number in range(12):
        other = person(name=f"N{number}", network="professional")
        befriend(ana, other)
        works(other, "Old Forge", 2012)
    assert count() == one
    assert client.get("/social/people/there/?where=Old").status_code == 404
    assert client_of(None).get("/professional/people/there/").status_code == 302
    assert "Nobody near you" in client.get("/professional/people/there/?where=zz").content.decode()
