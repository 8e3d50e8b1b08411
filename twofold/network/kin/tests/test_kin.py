"""Families and birthdays through the pages: asked, confirmed, refused in silence, removed; wished and answered."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.kin import actions, queries
from twofold.network.kin.days import last, numbers
from twofold.network.kin.models import Kinship
from twofold.people.audiences.specs import ALL_TIES
from twofold.people.graph.actions import block
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db
FAMILY, BIRTHDAYS = "/social/family/", "/social/birthdays/"


def pair(*, kind: str = "friend"):
    ada, ben = person("ada", name="Ada"), person("ben", name="Ben")
    befriend(ada, ben, kind=kind, other_kind="friend")
    return ada, ben, client_of(ada), client_of(ben)


def ask(client, **fields):
    return client.post(FAMILY, {"who": "@ben", "word": "mother", "reach": "ties", **fields})


def test_family_is_asked_confirmed_with_a_fitting_word_and_removed_by_either():
    _ada, ben, hers, his = pair(kind="acquaintance")
    assert ask(hers).status_code == 303
    row = Kinship.objects.get()
    drain()
    assert "says that you are family" in his.get("/social/notifications/").content.decode()
    page = his.get(FAMILY).content.decode()
    assert "says: Mother of yours" in page
    assert "Acquaintance" not in page.split("<main", 1)[1]
    wrong = his.post(f"{FAMILY}{encode(row.pk)}/agree/", {"word": "mother", "reach": "ties"})
    assert wrong.status_code == 422
    his.post(f"{FAMILY}{encode(row.pk)}/agree/", {"word": "son", "reach": "everyone"})
    drain()
    assert "confirmed that you are family" in hers.get("/social/notifications/").content.decode()
    assert "Mother of" in his.get("/social/@ada/about/").content.decode()
    assert "Son of" in hers.get("/social/@ben/about/").content.decode()
    theirs = Kinship.objects.get(author=ben)
    assert his.post(f"{FAMILY}{encode(row.pk)}/let-go/").status_code == 404
    his.post(f"{FAMILY}{encode(theirs.pk)}/let-go/")
    assert not Kinship.objects.exists()
    assert "Mother of" not in hers.get("/social/@ada/about/").content.decode()
    drain()
    assert "confirmed that you are family" not in hers.get("/social/notifications/").content.decode()


def test_a_no_is_silent_and_stays_one():
    _ada, _ben, hers, his = pair()
    ask(hers)
    row = Kinship.objects.get()
    his.post(f"{FAMILY}{encode(row.pk)}/decline/")
    drain()
    assert "Waiting" in hers.get(FAMILY).content.decode()
    hers.post(f"{FAMILY}{encode(row.pk)}/take-back/")
    assert "Waiting" not in hers.get(FAMILY).content.decode()
    ask(hers)
    drain()
    assert "Waiting" in hers.get(FAMILY).content.decode()
    assert "of yours" not in his.get(FAMILY).content.decode()
    told = his.get("/social/notifications/").content.decode().split("<main", 1)[1]
    assert "family" not in told.split("told-card", 1)[-1][:4000]
    # Who said no may still ask; it is theirs then.
    his.post(FAMILY, {"who": "@ada", "word": "son", "reach": "ties"})
    assert "Son of yours" in hers.get(FAMILY).content.decode()


def test_only_friends_are_asked_what_was_typed_stays_and_a_block_parts_a_family():
    ada, ben, hers, his = pair()
    person("cleo", name="Cleo")
    refused = ask(hers, who="@cleo", word="aunt")
    assert refused.status_code == 422
    assert 'value="@cleo"' in refused.content.decode()
    assert "Only a friend can be asked" in refused.content.decode()
    assert ask(hers, word="queen").status_code == 422
    assert ask(hers, who="").status_code == 422
    ask(hers)
    actions.agree(ben, kinship_id=Kinship.objects.get().pk, word="son", spec=ALL_TIES)
    block(ben, persona=ada)
    drain()
    assert not Kinship.objects.exists()
    assert hers.get("/professional/family/").status_code == 404
    assert his.post(f"{FAMILY}{encode(1234567)}/agree/").status_code == 404


def test_birthdays_ahead_with_and_without_the_year():
    with time_machine.travel(datetime(2026, 12, 30, 9, tzinfo=UTC), tick=False):
        _ada, _ben, hers, his = pair()
        for day, problem in (("30", "no such day"), ("x", "as a number")):
            wrong = his.post(f"{BIRTHDAYS}mine/", {"day": day, "month": "2", "reach": "ties"})
            assert wrong.status_code == 422
            assert problem in wrong.content.decode()
        typed = {"day": "2", "month": "1", "year": "1987", "reach": "ties", "year_reach": "me"}
        assert his.post(f"{BIRTHDAYS}mine/", typed).status_code == 303
        page = hers.get(BIRTHDAYS).content.decode()
        assert "Ben" in page
        assert "turns 40" not in page
        his.post(f"{BIRTHDAYS}mine/", {**typed, "year_reach": "ties"})
        assert "turns 40" in hers.get(BIRTHDAYS).content.decode()
        assert "turns 40" in hers.get("/social/beside/").content.decode()
        assert "Born on" in hers.get("/social/@ben/about/").content.decode()
        his.post(f"{BIRTHDAYS}mine/", {**typed, "drop": "yes"})
        assert "turns 40" not in hers.get(BIRTHDAYS).content.decode()


def test_a_card_of_wishes_opens_and_closes_and_is_written_once():
    with time_machine.travel(datetime(2026, 6, 1, 9, tzinfo=UTC), tick=False) as clock:
        ada, ben, hers, his = pair()
        actions.keep_birthday(ben, month=6, day=20, spec=ALL_TIES)
        card = f"{BIRTHDAYS}@ben/"
        closed = hers.post(card, {"text": "Too early"})
        assert closed.status_code == 422
        clock.move_to(datetime(2026, 6, 20, 9, tzinfo=UTC))
        assert hers.post(card, {"text": " "}).status_code == 422
        assert hers.post(card, {"text": "Long life"}).status_code == 303
        hers.post(card, {"text": "Long life, Ben", "alone": "on"})
        drain()
        assert "wrote on your birthday card" in his.get("/social/notifications/").content.decode()
        page = his.get(card).content.decode()
        assert page.count("Long life") == 1
        assert "For one person" in page
        assert his.post(card, {"text": "For me"}).status_code == 422
        wish = queries.card_of(Viewer.of(ben), ben).wishes[0]
        his.post(f"{BIRTHDAYS}wishes/{encode(wish.pk)}/remove/")
        assert "Long life" not in hers.get(card).content.decode()
        clock.move_to(datetime(2026, 7, 20, 9, tzinfo=UTC))
        assert client_of(ada).post(card, {"text": "Too late"}).status_code == 422


def test_a_leap_day_is_kept_in_every_year_and_a_list_costs_the_same_however_long():
    assert last(229, datetime(2027, 3, 1).date()) == datetime(2027, 2, 28).date()
    assert 229 in numbers(datetime(2027, 2, 20).date(), 10)
    ada = person("ada", name="Ada")

    sheet = "/social/events/calendar/?at=2027-01-09"

    def cost(read) -> int:
        read()
        with CaptureQueriesContext(connection) as found:
            read()
        return len(found)

    def lists() -> list[int]:
        return [cost(lambda: queries.ahead(Viewer.of(ada), days=365)), cost(lambda: client.get(sheet))]

    counted = []
    with time_machine.travel(datetime(2027, 1, 2, tzinfo=UTC), tick=False):
        client = client_of(ada)
        for number in (1, 12):
            for each in range(number):
                friend = person()
                befriend(ada, friend)
                actions.keep_birthday(friend, month=1, day=9 + each, spec=ALL_TIES)
            counted.append(lists())
        assert client.get(sheet).content.decode().count("has a birthday") >= 13
    assert counted[0] == counted[1]
