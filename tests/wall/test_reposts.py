"""Who passed a thing on keeps their repost, never a way around the door to what they passed on."""

import pytest

from tests.wall.cast import canary
from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.posts import actions as posts
from twofold.people.audiences.specs import EVERYONE, ONLY_ME
from twofold.people.graph import actions as graph
from twofold.surfaces.api.tests.doors import api_of

pytestmark = pytest.mark.django_db


def narrow(author, reposter, post):
    posts.change_audience(author, post=post, spec=ONLY_ME)


def block(author, reposter, post):
    graph.block(author, persona=reposter)


@pytest.mark.parametrize("close", [narrow, block])
def test_a_repost_shows_nothing_of_what_closed_to_its_author(close):
    author, reposter, word = person("ada"), person("rex"), canary()
    befriend(author, reposter)
    post = posts.publish(author, text=word, spec=EVERYONE)
    repost = posts.repost(reposter, post=post)
    drain()
    api, browser = api_of(reposter), client_of(reposter)
    assert word in api.get(f"statuses/{repost.id}").content.decode()
    close(author, reposter, post)
    drain()
    answers = {
        path: api.get(path).content.decode()
        for path in (
            f"statuses/{repost.id}", f"statuses/{repost.id}/context", f"statuses/{repost.id}/source",
            f"statuses/{repost.id}/history", f"statuses?id[]={repost.id}", "timelines/home", "timelines/public",
            f"accounts/{reposter.id}/statuses", "favourites", "bookmarks", "notifications",
        )
    }  # fmt: skip
    pages = (
        "",
        "@rex/",
        f"posts/{encode(repost.id)}/",
        f"posts/{encode(repost.id)}/history",
        "notifications/",
    )
    answers |= {page: browser.get(f"/social/{page}", follow=True).content.decode() for page in pages}
    assert [where for where, text in answers.items() if word in text] == []
