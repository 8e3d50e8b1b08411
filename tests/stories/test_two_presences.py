"""The pages of somebody with two presences tell nothing that the pages of two people would not tell."""

import re
from difflib import unified_diff

import pytest

from tests.world import befriend, client_of, new_account, person
from twofold.foundation.kit.ids import encode
from twofold.network.posts.actions import publish
from twofold.network.posts.models import Post
from twofold.people.accounts.models import Account
from twofold.people.audiences.specs import EVERYONE
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db

PAGES = ["@{handle}/", "@{handle}/about/", ""]
RANDOM = [
    (re.compile(r'(csrfmiddlewaretoken" value=|X-CSRFToken"?: ?)"[^"]+"'), "TOKEN"),
    (re.compile(r"\bh-\d{1,2}\b"), "HUE"),
    (re.compile(r'datetime="[^"]+"|title="[^"]*\d{2}[^"]*"'), "WHEN"),
    (re.compile(r'(since|value)="\d{10,}"'), "WHEN"),
]


def _life(login: Account | None, handles: tuple[str, str]) -> tuple[Persona, Persona]:
    work = person(handles[0], "professional", account=login or new_account(), name="Anna Berg")
    life = person(handles[1], "social", account=login or new_account(), name="Annie")
    publish(work, text="A new roster", spec=EVERYONE)
    publish(life, text="Tomatoes", spec=EVERYONE)
    return work, life


def _plain(text: str, persona: Persona) -> str:
    for pattern, word in RANDOM:
        text = pattern.sub(word, text)
    for model in (Persona, Post):
        for number in model.objects.values_list("pk", flat=True):
            text = text.replace(str(number), "ID").replace(encode(number), "ID")
    return text.replace(persona.handle, "HANDLE")


def _seen(observer: Persona | None, persona: Persona) -> list[tuple[int, str, str]]:
    client = client_of(observer)
    answers = [client.get(f"/{persona.network}/{page.format(handle=persona.handle)}") for page in PAGES[:2]]
    headers = ("Content-Type", "Cache-Control", "Vary", "Set-Cookie")
    return [
        (
            answer.status_code,
            str([answer.headers.get(name) for name in headers]),
            _plain(answer.content.decode(), persona),
        )
        for answer in answers
    ]


@pytest.mark.parametrize("near", [False, True], ids=["outsider", "tied"])
@pytest.mark.parametrize("network", ["professional", "social"])
def test_one_login_or_two_every_byte_is_the_same(network, near):
    one = _life(new_account(), ("aa.one", "aa.two"))
    two = _life(None, ("bb.one", "bb.two"))
    which = 0 if network == "professional" else 1
    watcher = person("watcher", network)
    if near:
        befriend(watcher, one[which])
        befriend(watcher, two[which])
    for observer in (watcher, None):
        for (_status, _heads, first), (_same, _too, second) in zip(
            _seen(observer, one[which]), _seen(observer, two[which]), strict=True
        ):
            assert list(unified_diff(first.splitlines(), second.splitlines(), lineterm="", n=0)) == []
        assert _seen(observer, one[which]) == _seen(observer, two[which])


def test_no_page_of_one_network_names_the_other_presence():
    login = new_account()
    work, life = _life(login, ("anna.berg", "annie.b"))
    own = client_of(work)
    for client in (
        client_of(None),
        own,
        client_of(person("bert", "professional")),
        client_of(person("carl")),
    ):
        for mine, others in ((work, life), (life, work)):
            for page in (*PAGES, f"@{mine.handle}/edit/", "people/", "people/find/?q=ann"):
                text = client.get(f"/{mine.network}/{page.format(handle=mine.handle)}").content.decode()
                assert others.handle not in text, page
                assert others.name not in text, page
                assert str(others.pk) not in text, page


def test_only_its_owner_sees_the_page_on_which_both_stand():
    work, life = _life(new_account(), ("anna.berg", "annie.b"))
    page = client_of(work).get("/settings/").content.decode()
    assert work.name in page
    assert life.name in page
    assert life.name not in client_of(person("bert")).get("/settings/").content.decode()
