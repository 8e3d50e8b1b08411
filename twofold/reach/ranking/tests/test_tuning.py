"""Tuning, through HTTP: looked at before it is kept, saved and loaded, undone; and no profiling."""

import html
import json
import re
from datetime import timedelta
from io import BytesIO

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.network.posts.actions import comment, publish
from twofold.people.audiences.specs import EVERYONE
from twofold.people.graph.actions import set_tie_kind
from twofold.people.personas.viewers import Viewer
from twofold.reach.ranking import actions
from twofold.reach.ranking.models import Bond, Ranked, Taste
from twofold.reach.ranking.recipes import RECIPES, to_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader():
    """Somebody with a sister who posted long ago, and a friend who posts now."""
    me, sister, friend = person("nadi"), person("sister"), person("friend")
    for other in (sister, friend):
        befriend(me, other)
    set_tie_kind(me, other=sister, kind="family")
    publish(sister, text="Soup of last month", spec=EVERYONE, at=clock.now() - timedelta(days=33))
    for number in range(3):
        publish(friend, text=f"Now {number}", spec=EVERYONE, at=clock.now() - timedelta(minutes=number))
    drain()
    return me


def previewed(answer) -> list[tuple[str, str]]:
    """The names in the preview, each with where it comes from."""
    part = answer.content.decode().partition('id="tune-preview"')[2].partition("</ol>")[0]
    return re.findall(r"<b><bdi>([^<]+)</bdi></b>.*?(from \d+|as before)<", part, re.S)


def sliders(**chosen) -> dict[str, str]:
    return {f"w-{key}": str(chosen.get(key, 100)) for key in RECIPES["social"]}


def test_the_effect_is_shown_before_it_is_kept(reader):
    client = client_of(reader)
    page = client.post("/social/feed/tune/", {**sliders(family=300), "intent": "preview"})
    assert previewed(page)[0] == ("Sister", "from 4")
    assert not Taste.objects.get(pk=reader.pk).weights
    said = client.post("/social/feed/tune/", {**sliders(family=300), "intent": "keep"}, follow=True)
    assert Taste.objects.get(pk=reader.pk).weights == {"family": 300}
    before = html.unescape(re.search(r'name="before" value="([^"]+)"', said.content.decode())[1])
    client.post("/social/feed/tune/", {"before": before})
    assert not Taste.objects.get(pk=reader.pk).weights, "what was there before is had back at one press"
    assert client.post("/social/feed/tune/", {"before": "nonsense"}).status_code == 422
    client.post("/social/feed/tune/", {**sliders(family=300), "intent": "keep"})
    first = re.search(r'<div class="text[^>]*><p>([^<]*)', client.get("/social/").content.decode())
    assert first[1] == "Soup of last month"
    assert (
        'name="w-family" min="0" max="300" step="25" value="300"'
        in client.get("/social/feed/tune/").content.decode()
    )


def test_presets_and_starting_anew_fill_the_sliders_only(reader):
    client = client_of(reader)
    actions.tune(reader, weights={"family": 200})
    page = client.post("/social/feed/tune/", {"intent": "preset:new"}).content.decode()
    assert 'name="w-recency" min="0" max="300" step="25" value="300"' in page
    page = client.post("/social/feed/tune/", {"intent": "reset"}).content.decode()
    assert 'name="w-family" min="0" max="300" step="25" value="100"' in page
    assert Taste.objects.get(pk=reader.pk).weights == {"family": 200}


@pytest.mark.parametrize("value", ["301", "-1", "many", "", "99999999999", "1.5"])
def test_a_weight_beyond_its_range_is_refused_and_nothing_changes(reader, value):
    form = {**sliders(), "w-family": value, "intent": "keep"}
    answer = client_of(reader).post("/social/feed/tune/", form)
    assert answer.status_code == 422
    assert "“Family” must be a whole number from 0 to 300 percent." in answer.content.decode()
    assert not Taste.objects.filter(pk=reader.pk).exclude(weights={}).exists()


def load(client, data: bytes):
    upload = BytesIO(data)
    upload.name = "a.json"
    return client.post("/social/feed/tune/", {"intent": "load", "file": upload})


def test_a_saved_recipe_is_loaded_elsewhere_and_looked_at_first(reader):
    actions.tune(reader, weights={"family": 250, "kind": 0})
    saved = client_of(reader).get("/social/feed/recipe.json")
    assert "attachment" in saved["Content-Disposition"]
    assert json.loads(saved.content)["weights"]["family"] == 250
    assert "nadi" not in str(json.loads(saved.content))
    other = person()
    page = load(client_of(other), saved.content)
    assert page.status_code == 200
    assert 'name="w-family" min="0" max="300" step="25" value="250"' in page.content.decode()
    assert not Taste.objects.get(pk=other.pk).weights


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\xff\xfe", b"[]", b"{}", b"[" * 9_000, b"x" * 30_000,
        to_file("professional", {}).encode(),
        to_file("social", {}).replace("100", "1e9", 1).encode(),
        to_file("social", {}).replace("100", '"100"', 1).encode(),
        to_file("social", {}).replace("100", "true", 1).encode(),
        b'{"twofold": "recipe", "version": 1, "network": "social", "weights": [1]}',
    ],
)  # fmt: skip
def test_a_file_that_is_no_recipe_is_refused_in_words(reader, data):
    answer = load(client_of(reader), data)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_no_profiling_neither_uses_nor_keeps_what_one_does(reader):
    friend = Bond._meta.get_field("other").remote_field.model.objects.get(handle="friend")
    post = publish(reader, text="Hello", spec=EVERYONE)
    comment(friend, parent=post, text="Hello back")
    comment(reader, parent=publish(friend, text="Hm", spec=EVERYONE), text="Hm yourself")
    viewer = Viewer.of(reader)
    actions.ranking_of(viewer)
    assert Bond.objects.get(owner=reader, other=friend).exchange > 0
    client = client_of(reader)
    assert client.post("/social/feed/profiling", {"plain": "yes"}).status_code == 303
    assert not Bond.objects.filter(owner=reader).exists()
    assert not Ranked.objects.filter(owner=reader).exists()
    actions.ranking_of(viewer)
    actions.count_bonds(viewer)
    assert not Bond.objects.filter(owner=reader, exchange__gt=0).exists()
    assert "Nothing of what you do is counted" in client.get("/social/feed/tune/").content.decode()
    client.post("/social/feed/profiling", {"plain": "no"})
    actions.ranking_of(viewer)
    assert Bond.objects.get(owner=reader, other=friend).exchange > 0


def test_somebody_without_any_tie_is_told_what_to_do():
    page = client_of(person()).get("/social/feed/tune/").content.decode()
    assert "There is nothing to put in order yet" in page
