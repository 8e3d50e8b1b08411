"""Who viewed my profile: everybody in each mode looks at everybody, and each learns of those who give their name."""

from datetime import timedelta
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import befriend, client_of, new_account, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.network.visits.models import Mode, Part, Visit
from twofold.people.graph.actions import block, unblock
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db


def worker(name: str, mode: str = Mode.OFF) -> Persona:
    persona = person(f"{name}.w", "professional", name=f"Kanari {name.title()}")
    choose(persona, mode)
    return persona


def choose(persona: Persona, mode: str):
    answer = client_of(persona).post("/professional/visits/", {"mode": mode})
    assert answer.status_code == 303


def look(visitor: Persona | None, owner: Persona, **headers) -> int:
    return client_of(visitor).get(f"/professional/@{owner.handle}/", headers=headers).status_code


def desk(owner: Persona) -> str:
    return client_of(owner).get("/professional/visits/").content.decode().partition("<main")[2]


def test_names_stand_only_between_two_who_give_theirs():
    modes = {"off": Mode.OFF, "hidden": Mode.PRIVATE, "open": Mode.NAMED, "frank": Mode.NAMED}
    town = {name: worker(name, mode) for name, mode in modes.items()}
    for visitor, owner in product(town.values(), town.values()):
        assert look(visitor, owner) == 200
    seen = {
        (owner, visitor)
        for owner, visitor in product(town, town)
        if owner != visitor and town[visitor].name in desk(town[owner])
    }
    assert seen == {("open", "frank"), ("frank", "open")}
    assert not Visit.objects.filter(owner=town["off"]).exists()
    assert Visit.objects.count() == 6


def test_a_name_that_is_taken_back_goes_from_earlier_visits_and_does_not_return():
    owner, visitor = worker("owner", Mode.NAMED), worker("guest", Mode.NAMED)
    look(visitor, owner)
    assert visitor.name in desk(owner)
    for mode in (Mode.PRIVATE, Mode.NAMED):
        choose(visitor, mode)
        assert visitor.name not in desk(owner)
    look(visitor, owner)
    assert visitor.name not in desk(owner), "the visit of today was in private, and stays so"


def test_a_block_a_farewell_and_thirteen_weeks_take_it_away():
    owner, visitor, gone = (worker(name, Mode.NAMED) for name in ("owner", "guest", "gone"))
    for each in (visitor, gone):
        look(each, owner)
    block(owner, persona=visitor)
    drain()
    unblock(owner, persona=visitor)
    assert visitor.name not in desk(owner)
    erase_persona(gone)
    drain()
    assert gone.name not in desk(owner)
    assert not Part.objects.filter(persona=gone).exists()


def test_few_in_private_are_no_number():
    owner = worker("owner", Mode.PRIVATE)
    guests = [worker(f"g{number}", Mode.PRIVATE) for number in range(5)]
    for each in guests[:4]:
        look(each, owner)
    assert "<td>4</td>" not in desk(owner)
    look(guests[4], owner)
    assert "<td>5</td>" in desk(owner)


def test_once_a_day_and_never_ahead_of_time_nor_by_strangers_nor_oneself():
    owner, visitor = worker("owner", Mode.NAMED), worker("guest", Mode.NAMED)
    look(visitor, owner, Sec_Purpose="prefetch")
    look(None, owner)
    look(owner, owner)
    assert not Visit.objects.exists()
    for _ in range(3):
        look(visitor, owner)
    assert Visit.objects.count() == 1
    Visit.objects.update(day=clock.now().date() - timedelta(days=1))
    look(visitor, owner)
    assert desk(owner).count(visitor.handle) == desk(owner).count(f'@{visitor.handle}/"')
    assert Visit.objects.count() == 2


def test_the_other_life_leaves_no_trace():
    login = new_account()
    worker_self = person("two.w", "professional", name="Kanari Two", account=login)
    person("two_s", "social", name="Kanari Soft", account=login)
    owner = worker("owner", Mode.NAMED)
    friend = person("friend_s", "social")
    assert client_of(worker_self).post("/social/visits/", {"mode": "named"}).status_code == 404
    assert client_of(friend).get("/professional/visits/").status_code in (302, 303, 401, 403)
    look(worker_self, owner)
    assert not Visit.objects.exists()


def test_the_desk_costs_the_same_with_many():
    owner = worker("owner", Mode.NAMED)
    guests = [worker(f"g{number}", Mode.NAMED) for number in range(23)]
    befriend(owner, guests[0])
    counts = []
    for some in (guests[:1], guests[1:]):
        for each in some:
            look(each, owner)
        counts.append(queries_of(owner))
    assert counts[0] == counts[1]
    page = desk(owner)
    assert page.count("Kanari G") >= 20
    assert 'rel="next"' in page


def queries_of(owner: Persona) -> int:
    browser = client_of(owner)
    browser.get("/professional/visits/")
    with CaptureQueriesContext(connection) as caught:
        browser.get("/professional/visits/")
    return len(caught)


def test_a_mode_that_does_not_exist_is_refused_in_words():
    owner = worker("owner", Mode.NAMED)
    answer = client_of(owner).post("/professional/visits/", {"mode": "spy"})
    assert answer.status_code == 422
    assert "Choose one of the three." in answer.content.decode()
    assert Part.objects.get(persona=owner).mode == Mode.NAMED
