import itertools

import pytest

from tests.world import befriend, client_of, person
from twofold.people.graph import queries
from twofold.people.graph.actions import block
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


def found(viewer, **asked) -> list[str]:
    names, cursor = [], None
    while True:
        page = queries.find(Viewer.of(viewer), before=cursor, size=2, **asked)
        names += [each.name for each in page]
        cursor = page.after
        if cursor is None:
            return names


@pytest.fixture
def people():
    """Ana and five Jos, the nth n ties from her; the last one is tied to nobody."""
    chain = [person("ana", name="Ana")]
    chain += [person(f"jo{9 - number}", name=f"Jo {number}") for number in range(1, 5)]
    for one, other in itertools.pairwise(chain):
        befriend(one, other)
    return [*chain, person("jo1", name="Jo 5")]


def test_the_nearest_of_a_name_come_first(people):
    ana = people[0]
    assert found(ana, name="jo") == ["Jo 1", "Jo 2", "Jo 3", "Jo 5", "Jo 4"]
    for degree in (1, 2, 3):
        assert found(ana, name="jo", degree=degree) == [f"Jo {degree}"]
        assert found(ana, degree=degree) == [f"Jo {degree}"]
    assert found(ana, name="jo 4", degree=3) == []


def test_nobody_is_reached_through_people_behind_the_door(people):
    ana, _one, two, *_others = people
    block(two, persona=ana)
    assert found(ana, name="jo") == ["Jo 1", "Jo 5", "Jo 4", "Jo 3"]
    assert found(ana, degree=3) == []


def test_finding_through_the_page(people):
    client = client_of(people[0])
    page = client.get("/social/people/find/?name=jo&degree=2").content.decode().split('id="people"')[1]
    assert "Jo 2" in page
    assert "Jo 1" not in page
    assert ">2nd<" in page
    assert "1 mutual friend" in page
    page = client.get("/social/people/find/?degree=nonsense").content.decode()
    assert "Jo 5" in page
    page = client.get("/social/people/find/?name=zz").content.decode()
    assert "Nobody found" in page
