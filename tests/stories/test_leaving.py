"""Going away: from one network, from both, and what is left of it."""

from datetime import timedelta

import pytest

from tests.world import account_of, befriend, client_of, new_account, person
from twofold.foundation.courier import worker
from twofold.foundation.courier.models import Delivery
from twofold.foundation.kit.refusals import Absent
from twofold.network.posts.actions import comment, publish, react, repost
from twofold.network.posts.models import Draft, Post, Reaction
from twofold.people.accounts.actions import close_account, give_up_presence, sign_up, suspend
from twofold.people.accounts.models import Account, Presence
from twofold.people.audiences.models import Grant
from twofold.people.audiences.specs import EVERYONE
from twofold.people.graph.models import Tie
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna() -> Persona:
    return person("anna", name="Anna Berg", line="Baker of rye")


def _leave(persona: Persona) -> None:
    give_up_presence(account_of(persona), network=persona.network)
    worker.drain()


def test_who_leaves_a_network_is_absent_there_and_stays_in_the_other(anna):
    account = account_of(anna)
    work = person("a.berg", "professional", account=account)
    client = client_of(anna)
    _leave(anna)
    assert client_of(None).get("/social/@anna/").status_code == 404
    assert client.get("/professional/@a.berg/").status_code == 200
    assert client.get("/settings/").status_code == 200
    assert Persona.objects.get(pk=work.pk).state == Persona.State.ACTIVE


def test_nothing_that_was_written_chosen_or_tied_is_left(anna):
    bert = person("bert")
    befriend(anna, bert)
    publish(anna, text="My own words", spec=EVERYONE)
    theirs = publish(bert, text="Bread?", spec=EVERYONE)
    said = comment(anna, parent=theirs, text="Rye, always")
    comment(bert, parent=said, text="With butter")
    comment(anna, parent=theirs, text="And salt")
    react(anna, post=theirs, kind="love")
    repost(anna, post=theirs)
    _leave(anna)
    theirs.refresh_from_db()
    assert (theirs.comments_count, theirs.reactions_count, theirs.reposts_count) == (1, 0, 0)
    assert not Post.objects.filter(author=anna, live=True).exists()
    assert not Post.objects.filter(author=anna).exclude(text="").exists()
    assert Post.objects.get(text="With butter").live
    for model, field in (
        (Reaction, "persona"),
        (Draft, "author"),
        (Tie, "owner"),
        (Tie, "other"),
        (Grant, "persona"),
    ):
        assert not model.objects.filter(**{field: anna.pk}).exists(), model
    anna.refresh_from_db()
    assert (anna.name, anna.line, anna.picture) == ("–", "", "")


def test_closing_an_account_ends_every_session_now_and_each_presence_at_a_time_of_its_own(anna, time_machine):
    account = account_of(anna)
    person("a.berg", "professional", account=account)
    client, elsewhere = client_of(anna), client_of(anna)
    close_account(account)
    assert client.get("/settings/").status_code == elsewhere.get("/settings/").status_code == 302
    assert not Account.objects.exists()
    due = list(Delivery.objects.filter(reaction__endswith="erase_who_left").values_list("due_at", flat=True))
    assert len(set(due)) == 2
    time_machine.move_to(max(due) + timedelta(seconds=1))
    worker.drain()
    assert set(Persona.objects.values_list("state", flat=True)) == {Persona.State.ERASED}
    assert not Presence.objects.exists()


def test_a_suspended_login_is_out_at_once(anna):
    client = client_of(anna)
    suspend(account_of(anna))
    assert client.get("/settings/").status_code == 302
    assert not client.get("/social/@anna/").wsgi_request.viewer


def test_leaving_and_closing_ask_first_and_then_do_it():
    account = sign_up("anna@example.org", "a long enough sentence")
    anna = person("anna", account=account)
    person("a.berg", "professional", account=account)
    client = client_of(None)
    client.post("/account/login/", {"login": account.email, "password": "a long enough sentence"})
    assert client.get("/account/close/")["Location"].startswith("/account/reauthenticate/")
    client.post("/account/reauthenticate/", {"password": "a long enough sentence"})
    for address in ("/settings/social/leave/", "/account/close/"):
        assert client.get(address).status_code == 200
        assert client.post(address, {}).status_code == 422
    assert client_of(None).get("/social/@anna/").status_code == 200
    assert client.post("/settings/social/leave/", {"sure": "on"}).status_code == 303
    assert client_of(None).get("/social/@anna/").status_code == 404
    assert client.post("/account/close/", {"sure": "on"}).status_code == 200
    assert client.get("/settings/").status_code == 302
    assert not Account.objects.filter(pk=account.pk).exists()
    assert Persona.objects.get(pk=anna.pk).state == Persona.State.ERASED


def test_a_presence_can_be_made_again_after_leaving(anna):
    account = account_of(anna)
    _leave(anna)
    again = person("anna2", account=account)
    assert client_of(again).get("/social/@anna2/").status_code == 200


def test_one_cannot_leave_where_one_is_not():
    account = new_account()
    with pytest.raises(Absent):
        give_up_presence(account, network="social")
