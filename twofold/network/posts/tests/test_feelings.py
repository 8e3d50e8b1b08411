import re

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.kit.ids import encode
from twofold.network.posts import actions
from twofold.network.posts.queries import cards, feelings
from twofold.people.audiences.specs import EVERYONE
from twofold.people.graph.actions import block, mute
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


def who_reacted(browser, post) -> str:
    """The words under a post, as its page shows them."""
    page = browser.get(f"/{post.network}/posts/{encode(post.pk)}/").content.decode()
    found = re.search(r'<a class="feelings".*?<span class="by">(.*?)</span></a>', page, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", "", found[1]).split()) if found else ""


@pytest.fixture
def town():
    author, me = person("author"), person("reader")
    others = [person(f"other{number}", name=f"Name {number}") for number in range(5)]
    befriend(author, me)
    return author, me, others


def test_those_one_knows_are_named_and_the_others_counted(town):
    author, me, others = town
    post, browser = actions.publish(author, text="Look", spec=EVERYONE), client_of(me)
    assert who_reacted(browser, post) == ""
    for each in others[:3]:
        actions.react(each, post=post, kind="laugh")
    assert who_reacted(browser, post) == "3 reactions"
    for each in others[:2]:
        befriend(me, each)
    assert who_reacted(browser, post) == "Name 1, Name 0 and 1 other"
    assert who_reacted(client_of(None), post) == who_reacted(client_of(author), post) == "3 reactions"
    answer = browser.post(f"/social/posts/{encode(post.pk)}/react", {"kind": "love"}, HTTP_HX_REQUEST="true")
    assert "You, <bdi>Name 1</bdi> and 2 others" in answer.content.decode()
    assert "😂" in answer.content.decode()


def test_nobody_is_named_whom_one_shut_out_or_would_rather_not_read(town):
    author, me, others = town
    post, browser = actions.publish(author, text="Look", spec=EVERYONE), client_of(me)
    for each in others[:3]:
        befriend(me, each)
        actions.react(each, post=post, kind="wow")
    mute(me, persona=others[1])
    block(others[2], persona=me)
    assert who_reacted(browser, post) == "Name 0 and 1 other"


def test_a_name_is_text_whatever_stands_in_it(town):
    author, me, others = town
    odd = person("odd", name="<b>~1~</b>")
    post = actions.publish(author, text="Look", spec=EVERYONE)
    for each in (others[0], odd):
        befriend(me, each)
        actions.react(each, post=post, kind="sad")
    assert "<bdi>&lt;b&gt;~1~&lt;/b&gt;</bdi> and <bdi>Name 0</bdi>" in cards(Viewer.of(me), [post])[0].html


def test_of_a_post_that_many_felt_about_those_one_knows_are_read(town, monkeypatch):
    author, me, others = town
    monkeypatch.setattr(feelings, "FEW", 2)
    post, browser = actions.publish(author, text="Look", spec=EVERYONE), client_of(me)
    for each in others:
        actions.react(each, post=post, kind="hug")
    assert who_reacted(browser, post) == "5 reactions"
    befriend(me, others[3])
    assert who_reacted(browser, post) == "Name 3 and 4 others"
