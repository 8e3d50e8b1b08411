"""Pages from which one goes on: settings lead to everything of either presence, a profile says what was passed on."""

import re

import pytest

from tests.world import client_of, person
from twofold.network.posts import actions as posts
from twofold.people.audiences.specs import EVERYONE

pytestmark = pytest.mark.django_db

WAYS = (
    "notifications/choices/",
    "messages/settings",
    "feed/filters/",
    "posts/limit",
    "people/muted/",
    "people/blocked/",
)


@pytest.mark.parametrize("network", ["professional", "social"])
def test_settings_lead_to_what_is_chosen_for_a_presence_and_every_way_is_there(network):
    ada = person("ada", network=network)
    browser = client_of(ada)
    page = browser.get("/settings/").content.decode()
    found = re.search(r'<ul class="plain setting-ways">(.*?)</ul>', page, re.S).group(1)
    ways = re.findall(r'<a [^>]*href="([^"]+)"', found)
    assert {f"/{network}/{way}" for way in WAYS} <= set(ways)
    assert f"/{network}/@ada/as/" in ways
    assert {way: browser.get(way).status_code for way in ways} == dict.fromkeys(ways, 200)


def test_a_profile_says_which_posts_were_passed_on():
    ada, ben = (person(name, network="professional") for name in ("ada", "ben"))
    passed = posts.publish(ben, text="Pumps run by night.", spec=EVERYONE)
    posts.publish(ada, text="A word of my own.", spec=EVERYONE)
    posts.repost(ada, post=passed)
    page = client_of(ben).get("/professional/@ada/").content.decode()
    marks = re.findall(r"Reposted</p>|Pumps run by night|A word of my own", page)
    assert marks == ["Reposted</p>", "Pumps run by night", "A word of my own"]
