import re

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.posts import actions as posts
from twofold.people.audiences.specs import EVERYONE
from twofold.people.graph import actions as graph
from twofold.reach.notifications.models import Notification

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    people = {name: person(name) for name in ("author", "friend", "other", "third")}
    for name in ("friend", "other", "third"):
        befriend(people["author"], people[name])
    people["post"] = posts.publish(people["author"], text="Tide tables are out.", spec=EVERYONE)
    drain()
    Notification.objects.all().delete()
    return people


def read(client, path: str = "/social/notifications/") -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def words(html: str) -> list[str]:
    links = re.findall(r'<a class="told-link" href="[^"]+">(.*?)</a>', html, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", link) for link in links]


def test_a_group_is_one_sentence(town):
    for name, kind in (("friend", "love"), ("other", "love"), ("third", "love")):
        posts.react(town[name], post=town["post"], kind=kind)
    drain()
    seen = read(client_of(town["author"]))
    assert words(seen) == ["Third and 2 others loved your post"]
    assert "Tide tables are out." in seen
    posts.unreact(town["third"], post=town["post"])
    posts.react(town["other"], post=town["post"], kind="wow")
    drain()
    assert words(read(client_of(town["author"]))) == ["Other and Friend reacted to your post"]


def test_opening_a_notification_leads_to_the_thing_and_reads_it(town):
    comment = posts.comment(town["friend"], parent=town["post"], text="At last.")
    drain()
    client = client_of(town["author"])
    assert '<span class="badge">1</span>' in read(client)
    address = re.search(r'class="told-link" href="([^"]+)"', read(client))[1]
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer.url == f"/social/posts/{encode(comment.pk)}/#p-{encode(comment.pk)}"
    assert "At last." in client.get(answer.url).content.decode()
    assert '<span class="badge">' not in read(client)


def test_all_is_read_at_once_without_script(town):
    posts.react(town["friend"], post=town["post"], kind="love")
    drain()
    client = client_of(town["author"])
    answer = client.post("/social/notifications/read/")
    assert (answer.status_code, answer.url) == (303, "/social/notifications/")
    assert '<span class="badge">' not in read(client)


def test_a_request_is_answered_where_it_stands(town):
    newcomer = person("newcomer")
    graph.request_tie(newcomer, receiver=town["author"])
    drain()
    seen = read(client_of(town["author"]))
    assert words(seen) == ["Newcomer would like to be friends"]
    assert f"/social/people/{encode(newcomer.pk)}/accept/" in seen


def test_what_is_gone_or_anothers_is_absent(town):
    posts.react(town["friend"], post=town["post"], kind="love")
    drain()
    path = f"/social/notifications/open/reaction:{town['post'].pk}/"
    assert client_of(town["other"]).get(path).status_code == 404
    graph.block(town["author"], persona=town["friend"])
    assert client_of(town["author"]).get(path).status_code == 404


def test_an_empty_inbox_says_why(town):
    drain()
    seen = read(client_of(town["friend"]), "/social/notifications/?tab=mentions")
    assert "Nothing of this kind" in seen
    assert "Nothing yet" in read(client_of(town["friend"]))


def test_strangers_are_asked_to_sign_in(town):
    assert client_of(None).get("/social/notifications/").status_code in (302, 303)
    elsewhere = client_of(person("worker", "professional"))
    assert elsewhere.get("/social/notifications/").status_code in (302, 303)


def test_the_unread_alone(town):
    posts.react(town["friend"], post=town["post"], kind="love")
    drain()
    reader = client_of(town["author"])
    assert words(read(reader, "/social/notifications/?tab=new")) == ["Friend loved your post"]
    reader.post("/social/notifications/read/")
    assert words(read(reader)) == ["Friend loved your post"]
    assert "You have read everything" in read(reader, "/social/notifications/?tab=new")
