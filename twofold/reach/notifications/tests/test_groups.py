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
    assert "asks to join a group that you keep" in told(ada)
    actions.admit_asking(ada, group=group, persona_id=ben.pk)
    assert "asks to join" not in told(ada)
    assert "let you into a group" in told(ben)
    actions.leave(ben, group=group)
    assert "let you into" not in told(ben)
    actions.invite(ada, group=group, persona=cleo)
    assert "invites you to a group" in told(cleo)
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
