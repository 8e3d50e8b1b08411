import pytest

from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.network.groups import actions

pytestmark = pytest.mark.django_db


def told(persona) -> str:
    drain()
    return client_of(persona).get("/social/notifications/").content.decode()


def test_keepers_hear_who_asks_and_who_asked_hears_of_a_yes():
    ada, ben, cleo = person("ada"), person("ben"), person("cleo")
    group = actions.make_group(ada, name="Moths", openness="private", door="ask")
    actions.join(ben, group=group)
    assert "asks to join “<bdi>" in told(ada)
    actions.admit_asking(ada, group=group, persona_id=ben.pk)
    assert "asks to join" not in told(ada)
    assert "let you into “<bdi>" in told(ben)
    actions.leave(ben, group=group)
    assert "let you into" not in told(ben)
    actions.invite(ada, group=group, persona=cleo)
    assert "invites you to “<bdi>" in told(cleo)
    actions.decline(cleo, group=group)
    assert "invites you" not in told(cleo)


def test_members_hear_what_is_announced_and_nobody_else_does():
    ada, ben, cleo = person("ada"), person("ben"), person("cleo")
    group = actions.make_group(ada, name="Moths", openness="private", door="open")
    actions.join(ben, group=group)
    actions.write(ada, group=group, text="Bring a lamp on Friday.", announced=True)
    assert "announced something in a group of yours" in told(ben)
    assert "announced something" not in told(cleo)
    assert "announced something" not in told(ada)


def test_whoever_keeps_a_group_from_now_on_hears_so_and_an_heir_too():
    ada, ben, cleo = person("ada"), person("ben"), person("cleo")
    group = actions.make_group(ada, name="Moths", openness="private", door="open")
    for each in (ben, cleo):
        actions.join(each, group=group)
    actions.change_role(ada, group=group, persona_id=ben.pk, role="moderator")
    assert "made you a moderator of “<bdi>Moths</bdi>”" in told(ben)
    actions.change_role(ada, group=group, persona_id=ben.pk, role="member")
    actions.leave(ada, group=group)
    assert "left “<bdi>Moths</bdi>” in your hands: you own it now" in told(ben)
    assert "in your hands" not in told(cleo)
