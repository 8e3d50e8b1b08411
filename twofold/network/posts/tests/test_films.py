import io

import av
import pytest
from django.core.files.base import ContentFile

from tests.films import CANARY, film, moving
from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Refused
from twofold.network.media import actions, shelf, subtitles
from twofold.network.media.actions.preparing import MAX_TRIES
from twofold.network.media.models import Kind, Picture, Preparation, State
from twofold.network.posts import actions as posts
from twofold.people.audiences.specs import EVERYONE

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _shelves_of_its_own(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def taken(author, data: bytes, name: str = "clip.mov") -> Picture:
    return actions.take_in(author, upload=ContentFile(data, name=name))


def played(picture: Picture, height: int):
    data = shelf.read(shelf.PICTURES, actions.film_name(picture.pk, height))
    return data, av.open(io.BytesIO(data))


def test_a_mov_becomes_what_every_browser_plays_and_says_nothing_of_the_camera():
    picture = taken(person("anna"), film(1280, 720))
    assert (picture.kind, picture.state, picture.width, picture.height) == (
        Kind.VIDEO,
        State.PREPARING,
        1280,
        720,
    )
    assert shelf.read(shelf.PICTURES, actions.file_name(picture.pk, "small"))
    drain()
    picture.refresh_from_db()
    assert (picture.state, picture.sizes) == (State.READY, [720, 480])
    assert 0.8 < picture.seconds < 1.2
    for height in picture.sizes:
        data, made = played(picture, height)
        assert made.streams.video[0].codec_context.name == "h264"
        assert made.streams.audio[0].codec_context.name == "aac"
        assert made.streams.video[0].codec_context.height == height
        assert data.find(b"moov") < data.find(b"mdat")
        assert CANARY.encode() not in data
        assert b"+52.0" not in data
    assert not Preparation.objects.exists()
    assert not list(shelf.older_than(shelf.SOURCES, -10))
    assert picture.bytes > 1000


@pytest.mark.parametrize("kind", ["mp4", "webm", "mkv"])
def test_other_containers_come_in_too(kind):
    picture = taken(person("anna"), film(kind=kind, sound=kind != "webm"), f"clip.{kind}")
    drain()
    picture.refresh_from_db()
    assert (picture.state, picture.sizes) == (State.READY, [96])


def test_a_picture_that_moves_becomes_a_short_silent_film():
    picture = taken(person("anna"), moving(), "dance.gif")
    assert picture.kind == Kind.LOOP
    drain()
    picture.refresh_from_db()
    _data, made = played(picture, picture.sizes[0])
    assert not made.streams.audio
    assert (picture.state, picture.original) == (State.READY, "jpg")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (film()[:900], "damaged|half"),
        (b"\x00\x00\x00\x14ftypqt  " + bytes(4000), "damaged"),
        (b"RIFF\x00\x00\x00\x00AVI " + bytes(4000), "damaged"),
        (b"\x1aE\xdf\xa3" + bytes(4000), "damaged"),
        (b"\x00\x00\x01\xba" + bytes(500), "cannot be taken|not a picture"),
    ],
)
def test_what_is_no_film_is_refused_in_words(data, words):
    with pytest.raises(Refused, match=words):
        taken(person("anna"), data)
    assert not Picture.objects.exists()


def test_a_film_that_cannot_be_made_says_so_and_holds_nobody_up():
    """What looked well at first and breaks later: its poster stays, the courier goes on."""
    anna = person("anna")
    picture = taken(anna, film())
    path = shelf.path_of(shelf.SOURCES, encode(picture.pk))
    path.write_bytes(path.read_bytes()[:700])
    other = taken(anna, film())
    drain()
    picture.refresh_from_db()
    assert picture.state == State.FAILED
    Preparation.objects.filter(picture=other).update(beat_at=None)
    actions.prepare(other.pk)
    other.refresh_from_db()
    assert other.state == State.READY
    post = posts.publish(anna, text="Look", spec=EVERYONE, pictures=[picture])
    page = client_of(None).get(f"/social/posts/{encode(post.pk)}/").content.decode()
    assert "could not be prepared" in page


def test_one_film_at_a_time_and_what_was_dropped_is_taken_up_again():
    picture = taken(person("anna"), film())
    Preparation.objects.update(tries=1, beat_at=None)
    Picture.objects.update(created_at="2020-01-01 00:00+00:00")
    assert actions.take_up_again() == 1
    Preparation.objects.update(tries=MAX_TRIES)
    actions.prepare(picture.pk)
    picture.refresh_from_db()
    assert picture.state == State.FAILED


def test_work_that_breaks_off_is_tried_again_at_once():
    """As on a full disk; for a minute and a half the next try took the first for still at work."""
    picture = taken(person("anna"), film())
    in_the_way = shelf.path_of(shelf.PICTURES, actions.film_name(picture.pk, 96))
    in_the_way.mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        actions.prepare(picture.pk)
    in_the_way.rmdir()
    actions.prepare(picture.pk)
    picture.refresh_from_db()
    assert picture.state == State.READY


def test_ranges_are_served_at_the_door():
    anna, boris = person("anna"), person("boris")
    picture = taken(anna, film())
    drain()
    address = f"/media/{encode(picture.pk)}/96.mp4"
    data = shelf.read(shelf.PICTURES, actions.film_name(picture.pk, 96))
    mine = client_of(anna)
    whole = mine.get(address)
    assert (whole.status_code, whole["Content-Type"], whole["Cache-Control"]) == (
        200, "video/mp4", "private, no-store"
    )  # fmt: skip
    assert b"".join(whole.streaming_content) == data
    for asked, part in (("bytes=0-", data), ("bytes=10-19", data[10:20]), ("bytes=-7", data[-7:])):
        answer = mine.get(address, headers={"Range": asked})
        assert (answer.status_code, answer.content) == (206, part)
        assert answer["Content-Range"].endswith(f"/{len(data)}")
    assert mine.get(address, headers={"Range": f"bytes={len(data)}-"}).status_code == 416
    assert client_of(boris).get(address).status_code == 404
    assert mine.get(f"/media/{encode(picture.pk)}/95.mp4").status_code == 404
    posts.publish(anna, text="Look", spec=EVERYONE, pictures=[picture])
    assert (
        client_of(None)
        .get(address, headers={"Range": "bytes=0-9"})["Cache-Control"]
        .startswith("private, max-age")
    )


def test_the_original_is_its_owners_alone():
    anna = person("anna")
    picture = taken(anna, film())
    drain()
    posts.publish(anna, text="Look", spec=EVERYONE, pictures=[picture])
    address = f"/media/{encode(picture.pk)}/original"
    mine = client_of(anna).get(address, headers={"Range": "bytes=0-9"})
    assert mine.status_code == 206
    assert mine["Content-Disposition"].startswith("attachment")
    assert client_of(person("boris")).get(address).status_code == 404
    assert client_of(None).get(address).status_code == 404


SRT = """1
00:00:00,500 --> 00:00:02,000
<b>Hello</b> & <script>alert(1)</script>

2
00:00:02,000 --> 00:00:03,500
{\\an8}There --> you are

"""


def test_captions_are_written_anew():
    clean = subtitles.written(SRT.encode("utf-16")).decode()
    assert clean.startswith("WEBVTT\n\n00:00:00.500 --> 00:00:02.000\n")
    assert "<" not in clean
    assert "Hello &amp; alert(1)" in clean
    assert "There → you are" in clean
    for bad in (b"", b"no times here", bytes(600_000)):
        with pytest.raises(Refused):
            subtitles.written(bad)


def test_captions_come_and_go_with_their_film():
    anna = person("anna")
    picture = taken(anna, film())
    drain()
    mine, address = client_of(anna), f"/media/{encode(picture.pk)}/captions.vtt"
    assert mine.get(address).status_code == 404
    form = {"captions": ContentFile(SRT.encode(), name="a.srt"), "language": "en"}
    assert mine.post(f"/social/pictures/{encode(picture.pk)}/captions", form).status_code == 303
    answer = mine.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/vtt; charset=utf-8")
    assert client_of(person("boris")).get(address).status_code == 404
    assert b"<track" in mine.get(f"/social/photos/{encode(picture.pk)}/").content
    mine.post(f"/social/pictures/{encode(picture.pk)}/captions", {"remove": "1"})
    assert mine.get(address).status_code == 404


def test_a_post_takes_one_film_or_pictures():
    anna = person("anna")
    one, other = taken(anna, film()), taken(anna, film())
    with pytest.raises(Refused, match="one video"):
        posts.publish(anna, text="", spec=EVERYONE, pictures=[one, other])
    post = posts.publish(anna, text="", spec=EVERYONE, pictures=[one])
    before = post.version
    page = client_of(anna).get(f"/social/posts/{encode(post.pk)}/").content.decode()
    assert "Preparing…" in page
    drain()
    post.refresh_from_db()
    assert post.version > before
    page = client_of(anna).get(f"/social/posts/{encode(post.pk)}/").content.decode()
    assert "<video controls" in page
    assert "autoplay" not in page
    state = client_of(anna).get(f"/social/pictures/{encode(one.pk)}/state").content.decode()
    assert "<source" in state
