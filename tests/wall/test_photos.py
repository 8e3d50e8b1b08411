"""Albums, pictures, posters, videos, captions, originals and names: fetched as every viewer, held to the oracle."""

from collections.abc import Callable
from functools import cache

import pytest
from django.test import Client

from tests.wall.cast import STRANGER
from tests.wall.cast_photos import Gallery, Shown, hang
from tests.wall.oracle import may_see
from tests.wall.score import EVERYTHING, Score, seats
from twofold.foundation.kit.ids import encode
from twofold.people.personas.models import Network

pytestmark = pytest.mark.django_db
RANGE = {"Range": "bytes=0-15"}


@cache
def _page(client: Client, path: str) -> bytes:
    """Asked once: several pictures lie in one album, and looking changes nothing."""
    answer = client.get(path, follow=True)
    return str(answer.headers).encode() + answer.content


def _has(client: Client, path: str, words: tuple[str, ...]) -> bool:
    body = _page(client, path)
    return any(word.encode() in body for word in words)


def _gives(client: Client, path: str) -> bool:
    answer = client.get(path, headers=RANGE)
    assert answer.status_code in (200, 206, 404), (path, answer.status_code)
    return answer.status_code != 404


def _files(shown: Shown) -> list[str]:
    paths = [f"/media/{shown.key}/{size}.webp" for size in ("large", "medium", "small")]
    if shown.is_film:
        paths += [f"/media/{shown.key}/{shown.picture.sizes[0]}.mp4", f"/media/{shown.key}/captions.vtt"]
    return paths


def test_albums_and_what_is_in_them_agree_with_the_oracle(record_property):
    gallery, score = hang(Network.SOCIAL), Score()
    for shown in gallery.shown:
        for name, client in seats(gallery.stage):
            _look(gallery, shown, name, client, score)
    _names(gallery, score)
    _lists(gallery, score)
    _absence(gallery)
    record_property("cells photos", score.cells)
    assert score.cells > (3_000 if EVERYTHING else 1_500)
    assert not score.wrong, "\n".join(score.wrong[:60])


def _look(gallery: Gallery, shown: Shown, name: str, client: Client, score: Score) -> None:
    record, at = gallery.stage.record, f"{shown.name} as {name or 'a stranger'}"
    allowed = may_see(record, name, shown.thing)
    album = may_see(record, name, shown.album_thing or shown.thing)
    for path in _files(shown):
        score.mark(f"{path[-12:]} of {at}", seen=_gives(client, path), allowed=allowed)
    own = allowed and name == shown.thing.author
    score.mark(f"original of {at}", seen=_gives(client, f"/media/{shown.key}/original"), allowed=own)
    home = f"/social/albums/{encode(shown.album.pk)}/"
    score.mark(f"album of {at}", seen=_has(client, home, shown.album_words), allowed=album)
    # A picture whose author lost the album stays theirs, without its place in it.
    rootless = name == shown.thing.author and not album
    inside = allowed and album and "moved" not in shown.name
    score.mark(f"tiles of {at}", seen=_has(client, home, shown.words), allowed=inside)
    score.mark(
        f"photo of {at}", seen=_has(client, f"/social/photos/{shown.key}/", shown.words),
        allowed=allowed, must=not rootless,
    )  # fmt: skip
    score.mark(f"state of {at}", seen=_gives(client, f"/social/pictures/{shown.key}/state"), allowed=allowed)
    if EVERYTHING or shown.name in ("everyone", "circle", "narrowed"):
        for page in ("edit", "add", "arrange", "people", "delete"):
            words = (*shown.album_words, *shown.words)
            score.mark(f"{page} of {at}", seen=_has(client, home + page, words), allowed=album, must=False)
        reading = f"/api/v1/pictures/{shown.picture.pk}/large.webp"
        score.mark(
            f"json of {at}", seen=_gives(client, reading), allowed=may_see(record, STRANGER, shown.thing)
        )


def _names(gallery: Gallery, score: Score) -> None:
    """Who is on a picture is told to those who see the picture and may come across them."""
    shown, record = gallery.tagged, gallery.stage.record
    assert shown is not None
    for name, client in seats(gallery.stage):
        allowed = may_see(record, name, shown.thing) and not record.at_odds(name, "tagged")
        for path in (f"/social/photos/{shown.key}/", f"/social/albums/{encode(shown.album.pk)}/"):
            seen = _has(client, path, (gallery.tag,))
            score.mark(f"the name on {path[8:14]} as {name or 'a stranger'}", seen=seen, allowed=allowed)


def _lists(gallery: Gallery, score: Score) -> None:
    handle = gallery.stage.people["author"].handle
    pages: dict[str, Callable[[Shown], tuple[str, ...]]] = {
        f"/social/@{handle}/photos/": lambda shown: (*shown.words[:1], *shown.album_words[:1]),
        "/social/photos/": lambda shown: shown.album_words[:1],
        "/social/photos/of-me/": lambda shown: (*shown.words, *shown.album_words),
    }
    for path, words in pages.items():
        for name, client in seats(gallery.stage):
            answer = client.get(path, follow=True).content
            for shown in gallery.shown:
                allowed = may_see(gallery.stage.record, name, shown.album_thing or shown.thing)
                found = any(word.encode() in answer for word in words(shown))
                must = path.endswith("/photos/") and "@" in path and shown.thing.author == "author"
                invited = name == "member" and shown.name in ("shared", "added by a guest")
                where = f"{path[8:20]}: {shown.name} as {name or 'a stranger'}"
                score.mark(where, seen=found, allowed=allowed or invited, must=must and allowed)


def _absence(gallery: Gallery) -> None:
    """What is hidden answers as what is absent."""
    hidden = next(each for each in gallery.shown if each.name == "me")
    for name in (STRANGER, "member", "blocked"):
        client = gallery.stage.clients[name]
        for path in (
            "/social/albums/%s/",
            "/social/photos/%s/",
            "/media/%s/large.webp",
            "/media/%s/original",
        ):
            key = encode(hidden.album.pk) if "albums" in path else hidden.key
            one, other = client.get(path % key), client.get(path % encode(12345))
            assert (one.status_code, one.content) == (other.status_code, other.content)
            assert one.headers == other.headers
