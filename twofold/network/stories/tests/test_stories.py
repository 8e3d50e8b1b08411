"""Stories through the pages: told, looked at, felt about, kept, and over after a day for everybody but their author."""

import io
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.media.actions import take_in
from twofold.network.media.models import Picture
from twofold.network.stories import actions
from twofold.network.stories.models import Highlight, Look, Story
from twofold.people.audiences.specs import ALL_TIES, EVERYONE
from twofold.people.graph import actions as graph
from twofold.people.personas.actions import erase_persona

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def photo(shade: str = "teal") -> ContentFile:
    file = io.BytesIO()
    Image.new("RGB", (60, 80), shade).save(file, "JPEG")
    return ContentFile(file.getvalue(), name="day.jpg")


def pair():
    ada, boris = person("ada"), person("boris")
    befriend(ada, boris)
    return ada, boris, client_of(ada), client_of(boris)


def at(story: Story, more: str = "") -> str:
    return f"/social/stories/{encode(story.pk)}/{more}"


def end(story: Story, ago: timedelta = timedelta()) -> None:
    """Let its day be over, `ago` before now."""
    moment = clock.now() - ago
    Story.objects.filter(pk=story.pk).update(ends_at=moment, created_at=moment - DAY)
    Picture.objects.filter(story=story).update(ends_at=moment)


def form(**more) -> dict:
    return {"text": "Low water", "colour": "sea", "reach": "ties", "intent": "send", "once": "o1", **more}


def test_words_on_a_colour_are_told_once_and_seen_by_friends():
    _ada, _boris, hers, his = pair()
    for _again in range(2):
        assert hers.post("/social/stories/new", form()).status_code == 303
    story = Story.objects.get()
    assert story.ends_at - story.created_at == DAY
    strip = his.get("/social/stories/strip").content.decode()
    assert encode(story.pk) in strip
    assert "New stories" in strip
    page = his.get("/social/stories/@ada/", follow=True).content.decode()
    assert "Low water" in page
    assert "Seen by" not in page
    assert "New stories" not in his.get("/social/stories/strip").content.decode()
    assert client_of(person("cleo")).get(at(story)).status_code == 404
    assert client_of(None).get(at(story)).status_code == 404


def test_pictures_become_stories_one_after_the_other():
    ada, _boris, hers, his = pair()
    answer = hers.post("/social/stories/new", form(intent="add", pictures=[photo(), photo("red")]))
    assert answer.content.decode().count('name="picture"') == 2
    keys = [encode(each.pk) for each in Picture.objects.filter(author=ada)]
    sent = form(picture=keys, **{f"alt-{keys[0]}": "A pier"})
    assert hers.post("/social/stories/new", sent).status_code == 303
    first, second = Story.objects.order_by("created_at")
    assert (first.words, second.words) == ("Low water", "")
    page = his.get(at(first)).content.decode()
    assert at(second) in page
    assert his.get(f"/media/{encode(first.picture_id)}/large.webp").status_code == 200


def test_what_is_wrong_is_said_and_what_was_typed_stays():
    _ada, _boris, hers, _his = pair()
    for wrong, words in (
        ({"text": ""}, "write something"),
        ({"text": "x" * 301}, "room for 300"),
        ({"colour": "plaid"}, "Choose a colour"),
        ({"reach": "some"}, "Choose who may see"),
    ):
        answer = hers.post("/social/stories/new", form(once="", **wrong))
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert "Low water" in answer.content.decode()
    assert client_of(person("eva", "professional")).get("/professional/stories/new").status_code == 404


def test_a_story_is_over_at_its_last_second_and_its_picture_with_it():
    ada, _boris, hers, his = pair()
    picture = take_in(ada, upload=photo())
    (story,) = actions.tell(ada, spec=EVERYONE, pictures=[picture])
    file = f"/media/{encode(picture.pk)}/large.webp"
    assert his.get(file).headers["Cache-Control"] == "private, no-store"
    end(story)
    absent = his.get(f"/social/stories/{encode(12345)}/")
    for who in (his, client_of(None)):
        answer = who.get(at(story))
        assert answer.status_code == 404
        assert who.get(file).status_code == 404
        assert who.get(f"/social/photos/{encode(picture.pk)}/").status_code in (302, 404)
    assert his.get(at(story)).content == absent.content
    assert his.post(at(story, "feel"), {"feeling": "love"}).status_code == 404
    assert "nobody but you" in hers.get(at(story)).content.decode()
    assert hers.get(file).status_code == 200
    assert encode(story.pk) not in his.get("/social/stories/strip").content.decode()


def test_only_the_author_learns_who_looked_and_nobody_how_many():
    ada, boris, hers, his = pair()
    cleo = person("cleo")
    befriend(ada, cleo)
    (story,) = actions.tell(ada, spec=ALL_TIES, words="Hm", colour="ink")
    his.get(at(story))
    assert his.post(at(story, "feel"), {"feeling": "love"}).status_code == 303
    client_of(cleo).get(at(story))
    page = hers.get(at(story, "seen")).content.decode()
    assert "Boris" in page
    assert "Cleo" in page
    assert his.get(at(story, "seen")).status_code == 404
    assert his.post(at(story, "feel"), {"feeling": "insightful"}).status_code == 422
    graph.block(boris, persona=ada)
    drain()
    assert not Look.objects.filter(persona=boris).exists()


def test_a_highlight_keeps_a_story_for_the_same_people():
    ada, _boris, hers, his = pair()
    picture = take_in(ada, upload=photo())
    (story,) = actions.tell(ada, spec=ALL_TIES, pictures=[picture])
    end(story)
    assert hers.post(at(story, "keep"), {"title": ""}).status_code == 422
    hers.post(at(story, "keep"), {"title": "Harbour"})
    place = Highlight.objects.get()
    assert "Harbour" in his.get("/social/@ada/").content.decode()
    assert "Harbour" not in client_of(person("cleo")).get("/social/@ada/").content.decode()
    kept = f"/social/stories/kept/{encode(place.pk)}/"
    assert his.get(kept, follow=True).status_code == 200
    assert his.get(kept + "edit").status_code == 404
    assert "Take out" in hers.get(kept + "edit").content.decode()
    assert his.get(f"/media/{encode(picture.pk)}/large.webp").status_code == 200
    assert encode(story.pk) not in his.get("/social/stories/strip").content.decode()
    hers.post(kept + "edit", {"title": "Harbour", "without": encode(story.pk), "intent": "save"})
    assert not Highlight.objects.exists()
    assert his.get(at(story)).status_code == 404
    assert his.get(f"/media/{encode(picture.pk)}/large.webp").status_code == 404


def test_what_ended_goes_for_good_after_a_week_and_with_its_author():
    ada, _boris, hers, his = pair()
    told = [actions.tell(ada, spec=ALL_TIES, pictures=[take_in(ada, upload=photo())])[0] for _ in range(3)]
    end(told[0], timedelta(days=8))
    end(told[1], timedelta(days=6))
    his.get(at(told[2]))
    assert actions.forget_ended() == 1
    assert Story.objects.count() == Picture.objects.count() == 2
    assert hers.post(at(told[1], "delete")).status_code == 303
    assert Picture.objects.count() == 1
    erase_persona(ada)
    drain()
    assert not Story.objects.exists() | Look.objects.exists()


def test_pages_ask_as_often_for_many_stories_as_for_few():
    _ada, boris, _hers, his = pair()
    others = [person(f"friend{number}") for number in range(8)]
    asked = []
    for some in (others[:1], others[1:]):
        for each in some:
            befriend(boris, each)
            told = actions.tell(each, spec=ALL_TIES, words="Hello", colour="moss")
        actions.keep(some[-1], story_id=told[0].pk, title="Kept")
        paths = ("/social/stories/strip", "/social/stories/", f"/social/stories/{encode(told[0].pk)}/")
        for path in paths:
            his.get(path)
        with CaptureQueriesContext(
            connection,
        ) as counted:
            for path in paths:
                assert his.get(path).status_code == 200
        asked.append(len(counted))
    assert asked[0] == asked[1]
