from base64 import b64encode
from datetime import timedelta

import pytest

from tests.films import film
from tests.world import client_of, person
from twofold.foundation.kit import clock
from twofold.network.media import actions, shelf
from twofold.network.media.models import Picture, Upload
from twofold.network.media.tests.test_taking_in import photo

pytestmark = pytest.mark.django_db
HOME = "/social/pictures/"
PIECES = "application/offset+octet-stream"


@pytest.fixture(autouse=True)
def _shelves_of_its_own(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def begin(client, length: int, name: str = "beach.jpg", mime: str = "image/jpeg"):
    words = {"filename": name, "filetype": mime, "mark": "17"}
    metadata = ",".join(f"{key} {b64encode(value.encode()).decode()}" for key, value in words.items())
    return client.post(HOME, headers={"Upload-Length": str(length), "Upload-Metadata": metadata})


def piece(client, where: str, offset: int, data: bytes):
    return client.patch(where, data, content_type=PIECES, headers={"Upload-Offset": str(offset)})


def test_a_file_comes_in_pieces_and_is_a_picture_when_it_is_whole():
    anna = person("anna")
    mine, data = client_of(anna), photo(900, 600).read()
    begun = begin(mine, len(data))
    assert (begun.status_code, begun["Tus-Resumable"]) == (201, "1.0.0")
    where = begun["Location"]
    assert piece(mine, where, 0, data[:1000])["Upload-Offset"] == "1000"
    assert piece(mine, where, 500, data[500:]).status_code == 409
    head = mine.head(where)
    assert (head["Upload-Offset"], head["Upload-Length"]) == ("1000", str(len(data)))
    assert "no-store" in head["Cache-Control"]
    done = piece(mine, where, 1000, data[1000:] + b"too much")
    assert (done.status_code, done["Upload-Offset"]) == (204, str(len(data)))
    told = mine.get(where).json()
    picture = Picture.objects.get()
    assert (told["picture"], told["problem"], picture.author) == (mine.get(where).json()["picture"], "", anna)
    assert told["picture"]
    assert not list(shelf.older_than(shelf.UPLOADS, -10))


def test_what_was_cut_off_is_continued_tomorrow_and_thrown_away_in_the_end():
    mine, data = client_of(person("anna")), photo().read()
    where = begin(mine, len(data))["Location"]
    piece(mine, where, 0, data[:400])
    waiting = client_of(Upload.objects.get().author).get(HOME).json()["uploads"]
    assert [(each["href"], each["name"], each["mark"], each["offset"]) for each in waiting] == [
        (where, "beach.jpg", "17", 400)
    ]
    Upload.objects.update(expires_at=clock.now() - timedelta(seconds=1))
    assert mine.head(where).status_code == 404
    assert mine.get(HOME).json()["uploads"] == []
    for path in shelf.older_than(shelf.UPLOADS, -10):
        path.touch()
    actions.sweep()
    assert not Upload.objects.exists()


def test_what_is_too_large_is_refused_before_a_byte_of_it_came():
    mine = client_of(person("anna"))
    answer = begin(mine, 4 * 1024**3, "party.mov", "video/quicktime")
    assert answer.status_code == 413
    assert "“party.mov” has 4.0 GB. Videos may have 1 GB" in answer.json()["problem"]
    assert "25 MB" in begin(mine, 26 * 1024**2).json()["problem"]
    assert "empty" in begin(mine, 0).json()["problem"]
    assert begin(mine, 10).status_code == 201
    assert not Upload.objects.filter(length__gt=10).exists()


def test_an_upload_is_its_authors_alone():
    anna = person("anna")
    where = begin(client_of(anna), 100)["Location"]
    boris = client_of(person("boris"))
    for ask in (boris.get, boris.head, boris.delete, lambda at: piece(boris, at, 0, b"x" * 100)):
        assert ask(where).status_code == 404
    assert client_of(None).get(where).status_code == 302
    assert client_of(anna).delete(where).status_code == 204
    assert not Upload.objects.exists()


def test_what_turns_out_to_be_no_picture_says_why():
    mine = client_of(person("anna"))
    for data, words in ((b"MZ" + bytes(300), "not a picture"), (film()[:800], "damaged")):
        where = begin(mine, len(data))["Location"]
        assert piece(mine, where, 0, data).status_code == 204
        assert words in mine.get(where).json()["problem"]
    assert not Picture.objects.exists()


def test_there_is_room_for_so_much_and_no_more(settings):
    settings.MEDIA_QUOTA = 3_000_000
    mine = client_of(person("anna"))
    assert begin(mine, 2_000_000).status_code == 201
    answer = begin(mine, 2_000_000)
    assert answer.status_code == 422
    assert "Delete some to make room" in answer.json()["problem"]


def test_not_too_many_stand_open():
    mine = client_of(person("anna"))
    assert {begin(mine, 10).status_code for _each in range(40)} == {201}
    assert "40 uploads wait" in begin(mine, 10).json()["problem"]


def test_nonsense_is_answered_as_the_protocol_says():
    mine = client_of(person("anna"))
    assert mine.options(HOME)["Tus-Version"] == "1.0.0"
    assert mine.post(HOME, headers={"Upload-Length": "many"}).status_code == 400
    where = begin(mine, 10)["Location"]
    assert (
        mine.patch(where, b"x", content_type="text/plain", headers={"Upload-Offset": "0"}).status_code == 415
    )
    assert mine.patch(where, b"x", content_type=PIECES).status_code == 400
