"""The front page is put together from a frame that is kept: it must be what would be drawn afresh, for everyone."""

import re

import pytest
from django.test import Client

from tests.world import account_of, befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.paging import DEFAULT_SIZE
from twofold.network.posts import actions as posts
from twofold.people.accounts.actions import settle
from twofold.people.audiences.specs import ALL_TIES
from twofold.people.personas.actions import edit_persona
from twofold.surfaces.web import frames

pytestmark = pytest.mark.django_db

SECRET = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@pytest.fixture
def town():
    """Ada and Eve, whose friend Ben wrote more than a page holds."""
    frames._frames.clear()
    ada, eve, ben = person("ada"), person("eve"), person("ben")
    for each in (ada, eve):
        befriend(each, ben)
    for number in range(DEFAULT_SIZE + 2):
        posts.publish(ben, text=f"Low tide number {number}.", spec=ALL_TIES)
    drain()
    return ada, eve, ben


def page(client, **headers) -> str:
    answer = client.get("/social/", headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def afresh(client, **headers) -> str:
    """The page as it is, held against the page as it is drawn with nothing kept."""
    shown = page(client, **headers)
    frames._frames.clear()
    drawn = page(client, **headers)
    assert SECRET.sub("", shown) == SECRET.sub("", drawn)
    assert frames._MARK not in shown
    return shown


def test_what_changes_around_the_feed_is_in_the_frame(town):
    ada, eve, ben = town
    client, other = client_of(ada), client_of(eve)
    first = afresh(client)
    assert first.count('<article class="card post"') == DEFAULT_SIZE
    assert "@ada" in first
    assert "@ada" not in afresh(other), "nobody gets the frame of somebody else"
    page(client)
    client.cookies["theme"] = "dark"
    assert 'data-theme="dark"' in afresh(client)
    page(client)
    client.cookies["counts-social"] = "hidden"
    assert 'data-counts="hidden"' in afresh(client)
    page(client)
    assert 'dir="rtl"' in afresh(client, accept_language="ar")
    page(client)
    posts.comment(ben, parent=posts.publish(ada, text="Who comes?", spec=ALL_TIES), text="I do.")
    drain()
    told = afresh(client)
    assert '<span data-count="notifications"><span class="badge">2</span>' in told
    assert "Who comes?" in told
    edit_persona(ada, name="Ada of the Dunes")
    assert "Ada of the Dunes" in afresh(client)
    settle(account_of(ada), network="social")
    assert "first-steps" not in afresh(client)


def test_what_is_said_once_is_said_once(town):
    ada, _eve, ben = town
    client = client_of(ada)
    page(client)
    post = encode(posts.publish(ben, text="Once more.", spec=ALL_TIES).pk)
    client.post(f"/social/feed/hide/{post}")
    client.post(f"/social/feed/hide/{post}/undo")
    assert "It is back in your feed." in page(client)
    assert "It is back in your feed." not in page(client)


def test_the_secret_of_a_form_is_ones_own_and_holds(town):
    ada, eve, _ben = town
    secrets = []
    for each in (ada, eve, ada):
        client = Client(enforce_csrf_checks=True)
        client.force_login(account_of(each))
        (secret,) = SECRET.findall(page(client))
        secrets.append(secret)
        answer = client.post("/theme", {"theme": "dark", "csrfmiddlewaretoken": secret})
        assert answer.status_code == 303, "what stands in a kept frame is taken"
    assert len(set(secrets)) == 3
