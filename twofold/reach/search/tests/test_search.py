"""Search as people use it, on whichever database the tests run."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.events import actions as events
from twofold.network.events.plans import Plan
from twofold.network.groups import actions as groups
from twofold.network.groups.models import Door, Openness
from twofold.network.learning.models import Chapter, Course
from twofold.network.messaging import actions as messages
from twofold.network.posts import actions as posts
from twofold.network.profiles.actions import keep_entry
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, ONLY_ME
from twofold.people.graph.actions import block
from twofold.people.personas.actions import erase_persona
from twofold.reach.search import actions
from twofold.reach.search.models import Document, Kind, Recent

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return person("ada", name="Ada Lund")


@pytest.fixture
def zoe():
    return person("zoe.m", name="Zoë Müller-Íñigo", line="Kite repairs")


def found(persona, words: str, network: str = "social", **more) -> str:
    drain()
    answer = client_of(persona).get(f"/{network}/search/", {"q": words, **more})
    assert answer.status_code == 200
    return answer.content.decode().split('id="found"')[1]


def test_people_are_found_by_name_headline_and_handle_whatever_the_accents(ada, zoe):
    for words in ("zoe", "Zoë", "MULLER", "muller inigo", "kite", "zoe.m", "kit rep", "kites repair"):
        assert "Zoë Müller-Íñigo" in found(ada, words), words
    assert "Zoë" not in found(ada, "zoe banjo")


def test_a_letter_more_or_less_in_a_name_is_forgiven(ada, zoe):
    for words in ("mulller", "muler", "miller"):
        assert "Zoë Müller" in found(ada, words), words


def test_nobody_is_found_in_the_other_network(ada, zoe):
    person("zoe.work", "professional", name="Z. Muller")
    assert "Z. Muller" not in found(ada, "muller")
    assert "Zoë" not in found(person("boss", "professional"), "muller", "professional")


def test_whoever_shuts_one_out_is_not_found_at_all(ada, zoe):
    posts.publish(zoe, text="A peculiar pelican #peculiar", spec=EVERYONE)
    assert "pelican" in found(ada, "pelican")
    block(zoe, persona=ada)
    for words in ("zoe", "pelican", "peculiar", "muler"):
        assert "Nothing found" in found(ada, words), words


def test_a_post_is_found_by_those_whom_it_reaches_and_follows_what_becomes_of_it(ada, zoe):
    stranger = person("stranger")
    befriend(ada, zoe)
    post = posts.publish(zoe, text="The heron stood still", spec=EVERYONE)
    assert "heron" in found(stranger, "heron")
    posts.change_audience(zoe, post=post, spec=ALL_TIES)
    assert "Nothing found" in found(stranger, "heron")
    assert "heron" in found(ada, "heron")
    posts.edit(zoe, post=post, text="The stork stood still")
    assert "Nothing found" in found(ada, "heron")
    assert "stork" in found(ada, "stork")
    posts.delete(zoe, post=post)
    assert "Nothing found" in found(ada, "stork")


def test_quotes_from_before_and_in_narrow_what_is_found(ada, zoe):
    posts.publish(zoe, text="red boat, blue sea", spec=EVERYONE)
    posts.publish(ada, text="blue boat", spec=EVERYONE, at=clock.now() - timedelta(days=40))
    assert "red boat" in found(ada, "boat blue")
    assert "red boat" not in found(ada, '"blue boat"')
    assert "red boat" not in found(ada, "boat from:@ada")
    assert "red boat" in found(ada, "from:@zoe.m")
    day = (clock.now() - timedelta(days=10)).date().isoformat()
    assert "red boat" not in found(ada, f"boat before:{day}")
    assert "red boat" not in found(ada, "boat in:people")
    assert "made no sense" in found(ada, "boat in:space before:never")


def test_what_a_profile_says_is_found_by_those_for_whom_it_is(ada, zoe):
    work, other = person("wren", "professional", name="Wren"), person("walker", "professional")
    keep_entry(work, kind="project", fields={"title": "Tapestry keeper"}, spec=EVERYONE)
    assert "Wren" in found(other, "tapestry", "professional")
    keep_entry(work, kind="project", fields={"title": "Secret falconer"}, spec=ONLY_ME)
    assert "Nothing found" in found(other, "falconer", "professional")


def test_hashtags_stand_there_only_when_something_of_them_does(ada, zoe):
    posts.publish(zoe, text="#quietly mine", spec=ONLY_ME)
    assert "quietly" not in found(ada, "quiet", **{"in": "tags"})
    posts.publish(zoe, text="#quietly ours", spec=EVERYONE)
    assert "#quietly" in found(ada, "quiet", **{"in": "tags"})


@pytest.mark.parametrize(
    "words", ["", "   ", '"', '""" AND OR NOT NEAR(', "a* OR b^2", "-- ; DROP TABLE", "()()()", "%_%", "x" * 10_000,
              "(a+)+$" * 50, "from:@nobody", "col:umn {a b}: \\ \x00", "'; &|!<->:*"]
)  # fmt: skip
def test_odd_queries_get_an_honest_page(ada, words):
    answer = client_of(ada).get("/social/search/", {"q": words})
    assert answer.status_code == 200
    assert any(
        each in answer.content.decode() for each in ("Nothing found", "no word in that", "looking for")
    )


def test_what_only_narrows_down_asks_for_more_and_nobody_is_named_as_nobody(ada, zoe):
    assert "narrow a search down" in found(ada, "before:2026-11-20 in:posts")
    block(zoe, persona=ada)
    texts = [found(ada, f"from:@{handle}") for handle in (zoe.handle, "never.was")]
    assert all("Nobody of that handle is here for you" in each for each in texts)
    assert "its first 200 characters" in found(ada, "a" * 10_000)


def test_recent_searches_are_ones_own_and_can_be_forgotten(ada, zoe):
    found(ada, "kite")
    assert ">kite<" in found(ada, "")
    assert ">kite<" not in found(zoe, "")
    client_of(ada).post("/social/search/forget")
    assert not Recent.objects.exists()


def test_the_index_can_be_built_anew_and_forgets_who_went(ada, zoe):
    posts.publish(zoe, text="A lasting lantern", spec=EVERYONE)
    drain()
    Document.objects.all().delete()
    assert "Nothing found" in found(ada, "lantern")
    actions.reindex()
    assert "lantern" in found(ada, "lantern")
    erase_persona(zoe)
    drain()
    assert "Nothing found" in found(ada, "zoe")
    assert "Nothing found" in found(ada, "lantern")


def test_many_results_cost_no_more_queries_than_few(ada, zoe):
    def cost() -> int:
        drain()
        client = client_of(ada)
        client.get("/social/search/?q=gull")
        with CaptureQueriesContext(connection) as seen:
            client.get("/social/search/?q=gull", headers={"HX-Request": "true"})
        return len(seen)

    person("gull.0", name="Gull")
    posts.publish(zoe, text="gull 0", spec=EVERYONE)
    few = cost()
    for number in range(1, 25):
        person(f"gull.{number}", name=f"Gull {number}")
        posts.publish(zoe, text=f"gull {number}", spec=EVERYONE)
    assert cost() == few


def test_jobs_courses_and_questions_are_among_what_is_found_at_work_and_pass_the_door():
    rita, nils, shut = (person(name, "professional") for name in ("rita", "nils", "shut"))
    client = client_of(nils)
    words = {"title": "Sluices for all", "summary": "", "skills": "", "reach": "members"}
    client.post("/professional/learning/new/", words)
    at = f"/professional/learning/{encode(Course.objects.get().pk)}/"
    client.post(f"{at}make/chapters/", {"title": "Gates"})
    lesson = {
        "title": "One",
        "text": "Two gates.",
        "minutes": "5",
        "chapter": encode(Chapter.objects.get().pk),
    }
    made = client.post(f"{at}make/lessons/", lesson)
    client.post(made["Location"], lesson)
    assert client.post(f"{at}state/publish/").status_code == 303
    asked = {
        "title": "Who minds old sluices?",
        "text": "We have four of them.",
        "field": "leading",
        "reach": "members",
    }
    assert client.post("/professional/advice/ask/", asked).status_code == 303
    block(nils, persona=shut)
    there = client_of(rita).get("/professional/search/?q=sluices").content.decode()
    assert "Sluices for all" in there
    assert "Who minds old sluices?" in there
    for who in (client_of(shut), client_of(None)):
        hidden = who.get("/professional/search/?q=sluices").content.decode()
        assert "Sluices for all" not in hidden
        assert "Who minds" not in hidden


def test_groups_are_found_behind_their_door_and_follow_what_becomes_of_them(ada, zoe):
    said = {"openness": Openness.PRIVATE, "door": Door.ASK}
    group = groups.make_group(zoe, name="Vliegeräars", about="Kites on the dyke", **said)
    hidden = groups.make_group(zoe, name="Kite cellar", openness=Openness.HIDDEN, door=Door.INVITED)
    assert "Vlieger" in found(ada, "vliegeraars")
    assert "Kite cellar" not in found(ada, "kite")
    assert "Kite cellar" in found(zoe, "kite", **{"in": "groups"})
    assert "Vlieger" not in found(ada, "kite in:posts")
    groups.edit_group(zoe, group=group, name="Gliders", **said)
    assert "Gliders" in found(ada, "glider")
    assert "Nothing found" in found(ada, "vliegeraars")
    groups.close_group(zoe, group=group)
    assert "Nothing found" in found(ada, "glider")
    groups.close_group(zoe, group=hidden)
    drain()
    assert not Document.objects.filter(kind=Kind.GROUP).exists()


def test_events_are_found_behind_their_door_what_comes_before_what_was(ada, zoe):
    befriend(ada, zoe)
    made = {}
    for name, days, spec in (
        ("over", -9, EVERYONE),
        ("next", 2, ALL_TIES),
        ("far", 9, EVERYONE),
        ("own", 3, ONLY_ME),
    ):
        begins = clock.now().replace(tzinfo=None) + timedelta(days=days)
        plan = Plan("party", f"Lantern {name}", begins, begins + timedelta(hours=2), "UTC", place="Quay 4")
        made[name] = events.make_event(zoe, plan=plan, spec=spec)
    assert re.findall(r"<bdi>Lantern (\w+)", found(ada, "lantern in:events")) == ["next", "far", "over"]
    assert re.findall(r"<bdi>Lantern (\w+)", found(person("passer"), "lantern")) == ["far", "over"]
    assert "Nothing found" in found(ada, "quay"), "where it is has an audience of its own"
    events.delete_event(zoe, event=made["far"])
    assert "Lantern far" not in found(ada, "lantern")


def test_ones_own_messages_and_what_one_saved_are_found_by_oneself(ada, zoe):
    befriend(ada, zoe)
    talk = messages.open_pair(ada, other=zoe)
    messages.send(zoe, conversation=talk, text="The Ångström lamp is yours")
    lamp = posts.publish(zoe, text="A lamp for sale", spec=EVERYONE)
    posts.publish(zoe, text="Another lamp", spec=EVERYONE)
    posts.save(ada, post=lamp)
    assert "Ångström lamp" in found(ada, "lamp")
    assert "Ångström" in found(ada, "angstrom in:messages")
    kept = found(ada, "lamp", **{"in": "saved"})
    assert "A lamp for sale" in kept
    assert "Another lamp" not in kept
    stranger = person("passer")
    assert "Ångström" not in found(stranger, "lamp")
    assert "Nothing found" in found(stranger, "lamp in:saved")
    assert "in=messages" not in client_of(None).get("/social/search/?q=lamp&in=messages").content.decode()


def test_while_one_types_what_may_be_meant_is_offered_with_where_it_leads(ada, zoe):
    posts.publish(zoe, text="#zoetrope of kites", spec=EVERYONE)
    groups.make_group(zoe, name="Zoe's kites", openness=Openness.PRIVATE, door=Door.ASK)
    drain()

    def offered(persona, typed: str) -> list[tuple[str, str]]:
        answer = client_of(persona).get("/social/search/complete", {"q": typed})
        return [(each["value"], each["href"].rsplit("/", 2)[1]) for each in answer.json()["options"]]

    found = offered(ada, "zoe")
    assert found[0] == ("Zoë Müller-Íñigo", "@zoe.m")
    assert [value for value, _at in found[1:]] == ["Zoe's kites", "#zoetrope"]
    assert not Recent.objects.exists(), "half a word is no search"
    assert offered(ada, "z") == offered(ada, '"(') == []
    assert client_of(ada).get(f"/social/@{found[0][1][1:]}/").status_code == 200
    block(zoe, persona=ada)
    assert [value for value, _at in offered(ada, "zoe")] == ["Zoe's kites"], "a group is not one person's"
