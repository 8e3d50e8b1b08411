"""The collapse guard: what it warns of, and where it keeps quiet."""

import io
import re
from datetime import date

import pytest
from django.conf import settings as conf
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image, ImageDraw

from tests.world import befriend, client_of, new_account, person
from twofold.foundation.kit.ids import encode
from twofold.network.media.actions import take_in
from twofold.network.posts import actions
from twofold.network.posts.models import Draft, Post
from twofold.network.profiles.actions import keep_entry
from twofold.people.audiences.specs import ALL_TIES, EVERYONE

pytestmark = pytest.mark.django_db
SOCIAL = "/social/posts/guard"


@pytest.fixture(autouse=True)
def _shelves_of_its_own(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def both():
    """The two sides of one person."""
    login = new_account()
    return person("puddle", "social", account=login, name="Puddle"), person(
        "rowan.marsh", "professional", account=login, name="Rowan Marsh"
    )


def asked(persona, text: str, *, to: str = "", reach: str = "everyone", **more) -> str:
    """The words of what the guard says."""
    address = to or f"/{persona.network}/posts/guard"
    answer = client_of(persona).post(address, {"text": text, "reach": reach, "once": "one", **more})
    assert answer.status_code == 200
    part = answer.content.decode().split('id="guard"')[1].split("<button")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", part.partition(">")[2]).split())


def photo(shapes: int = 3, form: str = "PNG", size=(600, 400)) -> ContentFile:
    image = Image.new("RGB", (600, 400), "teal")
    for number in range(shapes):
        ImageDraw.Draw(image).ellipse(
            (40 + 150 * number, 60, 180 + 150 * number, 300), fill=("gold", "navy", "white")[number % 3]
        )
    file = io.BytesIO()
    image.resize(size).save(file, form, quality=60)
    return ContentFile(file.getvalue(), "photo")


def test_a_colleague_is_told_of_where_they_could_see_it_and_only_there(both):
    puddle, rowan = both
    befriend(rowan, person("ingrid", "professional", name="Ingrid Solberg"), kind="colleague")
    assert "You name Ingrid Solberg, whom you know from work." in asked(
        puddle, "Ingrid Solberg snores in meetings"
    )
    assert "You name Ingrid Solberg" in asked(puddle, "Then Ingrid said no.", reach="fof")
    narrow = asked(puddle, "Ingrid Solberg snores in meetings", reach="ties")
    assert "Nothing here meets your professional side among those who will see it" in narrow
    assert "You name Ingrid Solberg, from work: nobody called so is among them" in narrow
    assert "Nothing here meets" in asked(puddle, "Ingridients for a soup")
    befriend(puddle, person("ingi", "social", name="Ingrid Solberg"))
    said = asked(puddle, "Ingrid Solberg snores in meetings", reach="ties")
    assert "Somebody called Ingrid Solberg is among those who will see this." in said


def test_a_friend_of_the_same_first_name_is_no_colleague(both):
    puddle, rowan = both
    befriend(rowan, person("ingrid", "professional", name="Ingrid Solberg"), kind="colleague")
    befriend(puddle, person("ingi", "social", name="Ingrid Lund"))
    assert "Nothing here meets" in asked(puddle, "Then Ingrid said no.")


def test_the_employer_is_told_of_to_the_social_side_alone(both):
    puddle, rowan = both
    keep_entry(
        rowan,
        kind="experience",
        fields={
            "title": "Engineer",
            "organisation_name": "Pumpworks Ltd",
            "began": date(2024, 1, 1),
            "current": True,
        },
    )
    assert "You name Pumpworks Ltd, where you work." in asked(puddle, "Another night at pumpworks ltd…")
    assert "Nothing here meets" in asked(puddle, "Another night at Pumpworks Ltd", reach="ties")
    assert "Nothing here meets" in asked(rowan, "Another night at Pumpworks Ltd")


def test_the_same_sentence_is_found_in_both_directions(both):
    puddle, rowan = both
    actions.publish(puddle, text="Hello all! The heron took my sandwich again.", spec=ALL_TIES)
    actions.publish(
        rowan, text="Minutes follow. We will measure the eastern dike twice before winter.", spec=EVERYONE
    )
    assert "has said this already: “the heron took my sandwich again”" in asked(
        rowan, "The HERON took my sandwich again?"
    )
    assert "has said this already" in asked(puddle, "So we will measure the eastern dike twice, they say")
    assert "Nothing here meets" in asked(rowan, "The heron came back")


def test_the_same_picture_is_found_however_it_was_saved(both):
    puddle, rowan = both
    actions.publish(puddle, text="", spec=ALL_TIES, pictures=[take_in(puddle, upload=photo())])
    again = take_in(rowan, upload=photo(form="JPEG", size=(900, 600)))
    other = take_in(rowan, upload=photo(1))
    said = asked(rowan, "Look", picture=[encode(other.pk), encode(again.pk)])
    assert "Picture 2 looks like one that your social side has shared." in said
    assert "Picture 1" not in said


def test_a_link_across_and_ones_own_other_name_are_told(both):
    puddle, rowan = both
    boss = person("boss", "professional")
    befriend(rowan, boss)
    post = actions.publish(boss, text="We are moving offices in spring", spec=ALL_TIES)
    said = asked(puddle, f"{conf.BASE_URL}/professional/posts/{encode(post.pk)}/ by Rowan Marsh")
    assert "You write your own name: Rowan Marsh, as your professional side is called." in said
    assert "one of the few who see it" in said


def test_a_link_to_what_one_may_not_see_tells_nothing(both):
    boss = person("boss", "professional")
    post = actions.publish(boss, text="We are moving offices in spring", spec=ALL_TIES)
    assert "Nothing here meets" in asked(both[0], f"{conf.BASE_URL}/professional/posts/{encode(post.pk)}/")


def test_what_one_read_and_liked_is_recognised(both):
    puddle, rowan = both
    boss = person("boss", "professional")
    befriend(rowan, boss)
    post = actions.publish(boss, text="Every door in the new office will be yellow.", spec=ALL_TIES)
    assert "Nothing here meets" in asked(puddle, "Every door in the new office will be yellow")
    actions.react(rowan, post=post, kind="curious")
    assert "These are words that your professional side has read" in asked(
        puddle, "Every door in the new office will be yellow"
    )


def test_who_has_one_side_only_is_told_so(both):
    assert "no presence in the other network" in asked(person("lone"), "Hello")


def test_the_composer_keeps_what_was_typed_and_nothing_is_kept_of_it(both):
    puddle, _rowan = both
    answer = client_of(puddle).post(SOCIAL, {"text": "Rowan Marsh was here", "reach": "me", "place": "Pier"})
    page = answer.content.decode()
    assert "Rowan Marsh was here</textarea>" in page
    assert 'value="Pier"' in page
    assert not Post.objects.exists()
    assert not Draft.objects.exists()


def test_it_costs_the_same_for_one_and_for_many(both):
    puddle, rowan = both
    browser, costs = client_of(puddle), []
    browser.get("/social/")
    for more in (1, 12):
        for number in range(more):
            actions.publish(
                rowan, text=f"The heron took my sandwich {number} times again today", spec=EVERYONE
            )
            befriend(
                rowan,
                person(f"mate{more}x{number}", "professional", name=f"Mate Number{number}"),
                kind="colleague",
            )
        with CaptureQueriesContext(connection) as queries:
            browser.post(SOCIAL, {"text": "The heron took my sandwich, Mate Number0", "reach": "everyone"})
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_a_reader_sees_what_passing_on_would_tell(both):
    puddle, rowan = both
    boss = person("boss", "professional")
    befriend(rowan, boss)
    few = actions.publish(boss, text="For the team only", spec=ALL_TIES)
    wide = actions.publish(boss, text="For all the world", spec=EVERYONE)
    actions.react(rowan, post=wide, kind="curious")
    page = client_of(rowan).get(f"/professional/posts/{encode(few.pk)}/elsewhere").content.decode()
    assert "one of the few who see it" in page
    assert "Write about it as Puddle" in page
    page = client_of(rowan).get(f"/professional/posts/{encode(wide.pk)}/elsewhere").content.decode()
    assert "Your name there stands below" in page
    begun = client_of(rowan).post(
        "/social/posts/new", {"text": "http://…", "reach": "ties", "intent": "begin", "once": "one"}
    )
    assert begun.status_code == 200
    assert not Post.objects.filter(author=puddle).exists()
    assert (
        client_of(person("stranger", "professional"))
        .get(f"/professional/posts/{encode(few.pk)}/elsewhere")
        .status_code
        == 404
    )
