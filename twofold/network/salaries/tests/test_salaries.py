"""What work pays, through its pages: entries of one's own, and figures of many."""

import itertools
import math
from random import Random
from statistics import median

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.salaries import noise
from twofold.network.salaries.actions import make_figures
from twofold.network.salaries.models import Entry, Figure
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.models import Persona

WORK = "professional"
WORDS = {
    "role": "Hydraulic engineer", "place": "Veermond", "country": "NL", "amount": "60000", "currency": "EUR",
    "per": "year", "share": "100",
}  # fmt: skip


def enter(who: Persona, **other: str):
    return client_of(who).post(f"/{WORK}/pay/new/", {**WORDS, "year": str(clock.now().year), **other})


def read(who: Persona | None, more: str = "") -> str:
    answer = client_of(who).get(f"/{WORK}/pay/{more}")
    return answer.content.decode() if answer.status_code == 200 else ""


def crowd(number: int, start: int = 0) -> list[Persona]:
    """People who earn 60,001, 60,002, … each in a way that could be recognised."""
    those = [person(f"worker.{start + each}", WORK) for each in range(number)]
    for place, who in enumerate(those):
        assert enter(who, amount=str(60_001 + start + place)).status_code == 303
    return those


@pytest.mark.django_db
def test_a_figure_is_told_of_many_and_never_of_nine():
    reader = person("reader", WORK)
    crowd(9)
    assert make_figures() == 0
    assert "There is no figure yet" in read(reader)
    crowd(21, start=9)
    assert make_figures() == 2, "one of the place, one of the country"
    page = read(reader, "?role=hydraulic&place=veer")
    assert "20 people or more" in page
    assert not [each for each in range(60_001, 60_031) if f"{each:,}" in page], "nobody's own amount is told"
    assert "How figures are made" in page
    assert read(None) == "", "for members alone"
    assert client_of(reader).get("/social/pay/").status_code == 404


@pytest.mark.django_db
def test_looking_again_and_making_it_again_tell_no_more():
    crowd(30)
    make_figures()
    first = list(Figure.objects.order_by("pk").values())
    make_figures()
    assert list(Figure.objects.order_by("pk").values()) == first
    crowd(2, start=30)
    make_figures()
    assert list(Figure.objects.order_by("pk").values()) == first, "two more change nothing"
    Figure.objects.all().delete()
    Entry.objects.filter(persona__handle__in=["worker.30", "worker.31"]).delete()
    make_figures()
    assert set(Figure.objects.values_list("middle", flat=True)) == {each["middle"] for each in first}, (
        "the same lot"
    )


@pytest.mark.django_db
def test_a_group_that_shrinks_is_told_of_no_more():
    those = crowd(20)
    make_figures()
    for each in those[:12]:
        erase_persona(each)
    drain()
    assert Entry.objects.count() == 8
    make_figures()
    assert not Figure.objects.exists()


@pytest.mark.django_db
def test_an_entry_is_kept_changed_and_let_go_by_its_owner_alone():
    ada, ben = person("ada", WORK), person("ben", WORK)
    assert enter(ada, amount="3000", per="month", share="80").status_code == 303
    entry = Entry.objects.get()
    assert entry.yearly == 45_000
    assert enter(ada, amount="3100", per="month", share="80").status_code == 303
    entry = Entry.objects.get()
    assert "3100" in read(ada)
    assert "3100" not in read(ben)
    at = f"{encode(entry.pk)}/"
    assert f"/pay/{at}" in client_of(ada).get(f"/{WORK}/pay/").content.decode()
    words = {**WORDS, "year": str(clock.now().year), "amount": "65000"}
    assert client_of(ben).get(f"/{WORK}/pay/{at}").status_code == 404
    assert client_of(ben).post(f"/{WORK}/pay/{at}", words).status_code == 404
    assert client_of(ben).post(f"/{WORK}/pay/{at}drop/").status_code == 404
    assert client_of(ada).post(f"/{WORK}/pay/{at}", words).status_code == 303
    entry.refresh_from_db()
    assert entry.amount == 65_000
    assert client_of(ada).post(f"/{WORK}/pay/{at}drop/").status_code == 303
    assert not Entry.objects.exists()


@pytest.mark.django_db
# XXX is how ISO 4217 writes "no currency".
@pytest.mark.parametrize(
    "wrong",
    [{"amount": "-5"}, {"amount": "x"}, {"amount": "3"}, {"amount": "99999999"}, {"currency": "XXX"}, {"per": "day"},
     {"share": "5"}, {"year": "1999"}, {"role": ""}, {"place": " "}, {"country": ""}],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_comes_back(wrong):
    ada = person("ada", WORK)
    answer = enter(ada, **{"place": "Kept as typed", **wrong})
    assert answer.status_code == 422
    assert "place" in wrong or "Kept as typed" in answer.content.decode()
    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_the_list_asks_as_often_for_many_as_for_one():
    reader = client_of(person("reader", WORK))

    def queries() -> int:
        reader.get(f"/{WORK}/pay/")
        with CaptureQueriesContext(connection) as seen:
            reader.get(f"/{WORK}/pay/")
        return len(seen)

    few = queries()
    for number in range(50):
        Figure.objects.create(
            role=f"Role {number}", role_key=f"role {number}", country="NL", currency="EUR", at_least=10,
            middle=50_000, people=12, made_at=clock.now(),
        )  # fmt: skip
    assert queries() == few


def test_one_entry_more_or_less_changes_no_chance_by_more_than_promised():
    """The mechanism itself: how likely each stretch of the scale is, with and without one entry."""
    amounts = [40_000 + 700 * each for each in range(12)]
    cuts = [1_000, 39_000, 42_000, 44_000, 46_000, 60_000, 10**8]

    def shares(these: list[int]) -> list[float]:
        chance = Random(7)
        drawn = [noise.quantile(these, 0.5, chance) for _each in range(4_000)]
        return [
            (1 + sum(low <= each < high for each in drawn)) / 4_000 for low, high in itertools.pairwise(cuts)
        ]

    one, other = shares(amounts), shares([*amounts[:-1], 900_000])
    assert all(max(a / b, b / a) <= math.exp(2 * noise.EPSILON) for a, b in zip(one, other, strict=True))
    drawn = [noise.quantile(amounts, 0.5, noise.lot("secret", each)) for each in range(400)]
    assert abs(median(drawn) / median(amounts) - 1) < 0.05
    near = sum(abs(each / median(amounts) - 1) < 0.12 for each in drawn)
    assert near > 0.9 * len(drawn), "as near as the page says"
    assert noise.lot("secret", 1).random() == noise.lot("secret", 1).random()
    assert noise.told_size(19) == 10
    assert noise.told_size(57) == 50
