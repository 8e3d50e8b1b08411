import io
import os
import struct
import zlib

import pillow_heif
import pytest
from django.core.files.base import ContentFile
from PIL import Image

from tests.world import client_of, person
from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Refused
from twofold.network.media import actions, shelf
from twofold.network.media.models import Picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _shelves_of_its_own(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def photo(width: int = 640, height: int = 400, kind: str = "JPEG", **options) -> ContentFile:
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    file = io.BytesIO()
    image.save(file, kind, **options)
    return ContentFile(file.getvalue(), name="IMG_0001.jpg")


def files_of(picture: Picture) -> dict[str, bytes]:
    return {
        each.name: shelf.read(shelf.PICTURES, actions.file_name(picture.pk, each.name))
        for each in actions.VARIANTS
    }


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"])
def test_every_format_becomes_three_small_clean_pictures(kind):
    if kind == "HEIF":
        pillow_heif.register_heif_opener()
    picture = actions.take_in(person("anna"), upload=photo(2400, 1200, kind), alt=" A grey slope ")
    sizes = {name: Image.open(io.BytesIO(data)).size for name, data in files_of(picture).items()}
    assert sizes == {"large": (2048, 1024), "medium": (1024, 512), "small": (480, 240)}
    assert (picture.width, picture.height, picture.alt) == (2048, 1024, "A grey slope")
    assert picture.blurhash
    assert all(Image.open(io.BytesIO(data)).format == "WEBP" for data in files_of(picture).values())


def test_what_a_camera_wrote_beside_the_picture_is_gone_and_it_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "CANARY"
    picture = actions.take_in(person("anna"), upload=photo(600, 300, exif=exif, comment=b"CANARY"))
    assert (picture.width, picture.height) == (300, 600)
    for data in files_of(picture).values():
        assert b"CANARY" not in data
        assert b"EXIF" not in data


def bomb() -> ContentFile:
    """A PNG of a few hundred bytes that says it has 40,000 times 40,000 pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(100_000))
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    return ContentFile(data, name="bomb.png")


def truncated() -> ContentFile:
    data = photo(kind="WEBP").read()
    return ContentFile(data[: len(data) // 2], name="half.webp")


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (lambda: ContentFile(b"", name="a.jpg"), "empty"),
        (lambda: ContentFile(b"\xff\xd8\xff" + bytes(40 * 1024 * 1024), name="a.jpg"), "40 MB"),
        (bomb, "too many pixels"),
        (lambda: ContentFile(b"MZ\x90\x00" + bytes(500), name="a.png"), "not a picture"),
        (lambda: ContentFile(b"<svg xmlns='http://www.w3.org/2000/svg'/>", name="a.png"), "SVG"),
        (lambda: ContentFile(b"<?xml version='1.0'?><svg/>", name="a.svg"), "SVG"),
        (lambda: ContentFile(b"%PDF-1.4 " + bytes(50), name="a.jpg"), "not a picture"),
        (truncated, "damaged"),
        (lambda: ContentFile(b"\xff\xd8\xff\xe0" + os.urandom(3000), name="a.jpg"), "damaged"),
    ],
)
def test_what_is_no_picture_is_refused_in_words(upload, words):
    with pytest.raises(Refused, match=words):
        actions.take_in(person("anna"), upload=upload())
    assert not Picture.objects.exists()
    assert not list(shelf.older_than(shelf.PICTURES, -10))
    assert not list(shelf.room().iterdir())


def test_a_picture_is_its_owners_alone_until_it_is_part_of_something():
    anna = person("anna")
    picture = actions.take_in(anna, upload=photo())
    address = f"/media/{encode(picture.pk)}/large.webp"
    mine = client_of(anna).get(address)
    assert (mine.status_code, mine["Content-Type"]) == (200, "image/webp")
    assert mine["Cache-Control"] == "private, no-store"
    for other in (None, person("boris"), person("anna", "professional")):
        assert client_of(other).get(address).status_code == 404
    assert client_of(anna).get(f"/media/{encode(picture.pk)}/huge.webp").status_code == 404


def test_a_portrait_is_cut_as_chosen():
    anna = person("anna")
    image = Image.new("RGB", (400, 200), "red")
    image.paste("blue", (200, 0, 400, 200))
    file = io.BytesIO()
    image.save(file, "PNG")
    name = actions.take_in_portrait(anna, upload=ContentFile(file.getvalue()), crop=(0.5, 0, 0.5, 1))
    shown = Image.open(io.BytesIO(shelf.read(shelf.PORTRAITS, f"{name}-large.webp"))).convert("RGB")
    assert shown.size == (640, 640)
    assert all(shown.getpixel(point)[2] > 200 for point in ((5, 5), (630, 630), (320, 5)))
    answer = client_of(None).get(f"/media/p/{name}-small.webp")
    assert (answer.status_code, answer["Cache-Control"]) == (200, "public, max-age=31536000, immutable")
    banner = actions.take_in_portrait(anna, upload=photo(), shape="banner")
    assert Image.open(io.BytesIO(shelf.read(shelf.PORTRAITS, f"{banner}-large.webp"))).size == (1500, 500)


def test_files_that_belong_to_nothing_go_after_a_day():
    anna = person("anna")
    kept, lost = (actions.take_in(anna, upload=photo()) for _each in range(2))
    name = actions.take_in_portrait(anna, upload=photo())
    Picture.objects.filter(pk=lost.pk).delete()
    assert actions.sweep() == 0
    for shelf_name in (shelf.PICTURES, shelf.PORTRAITS):
        for path in shelf.older_than(shelf_name, -10):
            os.utime(path, (1, 1))
    assert actions.sweep() == 7
    assert all(files_of(kept).values())
    assert shelf.read(shelf.PORTRAITS, f"{name}-small.webp") is None
