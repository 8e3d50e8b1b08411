"""Pictures: from a camera's file to a picture in a post; pages of albums; files at their door.

`python -m bench --only media` measures it. Pages and files are asked for through WSGI in this process, warm.
"""

import io
import time
from typing import Any

from bench.asking import ask, cpu_of

PICTURES = {"small": 200, "large": 2_000}
LOOKS = {"small": 60, "large": 400}


def run(size: str = "small") -> list[dict[str, Any]]:
    """Rows for the 12-megapixel picture, the page of an album and the files in it; each answer is checked."""
    from django.conf import settings  # noqa: PLC0415 - the settings may not be there yet above

    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    from twofold.config.wsgi import application  # noqa: PLC0415
    from twofold.people.audiences.specs import ALL_TIES, EVERYONE  # noqa: PLC0415

    ada, session = _people()
    rows = [_camera(ada)]
    for spec, words in ((ALL_TIES, "for friends"), (EVERYONE, "for everyone")):
        album, keys = _album(ada, PICTURES[size], spec)
        rows.append(_page(application, album, session, words, LOOKS[size]))
        rows += _files(application, keys, session, words, LOOKS[size])
    return rows


def _people() -> tuple[Any, str]:
    from tests.world import befriend, client_of, person  # noqa: PLC0415

    ada, boris = person("ada"), person("boris")
    befriend(ada, boris)
    return ada, client_of(boris).cookies["twofold"].value


def _camera(ada: Any) -> dict[str, Any]:
    """Twelve megapixels with the grain of a real photograph: taken in, and in a post."""
    from django.core.files.base import ContentFile  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    from twofold.network.media.actions import take_in  # noqa: PLC0415
    from twofold.network.posts.actions import publish  # noqa: PLC0415
    from twofold.people.audiences.specs import ALL_TIES  # noqa: PLC0415

    kept = io.BytesIO()
    Image.effect_noise((4_000, 3_000), 30).convert("RGB").save(kept, "JPEG", quality=88)
    times = []
    for _each in range(3):
        begun = time.monotonic()
        picture = take_in(ada, upload=ContentFile(kept.getvalue(), name="IMG.jpg"))
        publish(ada, text="Look", spec=ALL_TIES, pictures=[picture])
        times.append(time.monotonic() - begun)
    took = sorted(times)[1]
    what = f"a picture of 12 megapixels ({len(kept.getvalue()) // 1_000_000} MB) into a post"
    return {"what": what, "took_s": round(took, 2), "bar": "≤ 2 s", "ok": took <= 2}


def _album(ada: Any, number: int, spec: Any) -> tuple[str, list[str]]:
    """An album of rows with files that all hold the same small picture: what serving costs does not depend on it."""
    from PIL import Image  # noqa: PLC0415

    from twofold.foundation.kit import clock  # noqa: PLC0415
    from twofold.foundation.kit.ids import encode  # noqa: PLC0415
    from twofold.network.albums.actions import add_pictures, make_album  # noqa: PLC0415
    from twofold.network.media import shelf  # noqa: PLC0415
    from twofold.network.media.models import Picture  # noqa: PLC0415
    from twofold.people.audiences.actions import compose  # noqa: PLC0415
    from twofold.people.audiences.specs import ONLY_ME  # noqa: PLC0415

    mine, kept = compose(ada, ONLY_ME), io.BytesIO()
    Image.effect_noise((480, 360), 30).convert("RGB").save(kept, "WEBP", quality=82)
    fields = {
        "author": ada,
        "audience": mine,
        "width": 1600,
        "height": 1200,
        "bytes": 1,
        "created_at": clock.now(),
    }
    made = [
        Picture(**fields, alt=f"Picture {place} of the lake", blurhash="LEHV6nWB2yk8pyo0adR*.7kCMdnj")
        for place in range(number)
    ]
    Picture.objects.bulk_create(made)
    album = make_album(ada, title="The lake", spec=spec)
    add_pictures(ada, album=album, pictures=made, captions=["Low water"] * (number // 2))
    keys = [encode(each.pk) for each in made]
    for key in keys:
        for size in ("small", "large"):
            path = shelf.path_of(shelf.PICTURES, f"{key}-{size}.webp")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(kept.getvalue())
    return f"/social/albums/{encode(album.pk)}/", keys


def _page(application: Any, path: str, session: str, words: str, looks: int) -> dict[str, Any]:
    def look() -> int:
        for _each in range(looks):
            status, page = ask(application, path, session)
            assert status == "200 OK"
            assert page.count(b'class="tile"') == 200
        return looks

    look()
    cpu = cpu_of(look)
    return {
        "what": f"an album page of 200 pictures, {words}",
        "cpu_ms": round(cpu, 2),
        "bar": "≤ 5 ms",
        "ok": cpu <= 5,
    }


def _files(application: Any, keys: list[str], session: str, words: str, looks: int) -> list[dict[str, Any]]:
    def serve() -> int:
        for key in keys[:looks]:
            status, body = ask(application, f"/media/{key}/small.webp", session)
            assert status == "200 OK"
            assert body[:4] == b"RIFF"
        return min(looks, len(keys))

    serve()
    cpu = cpu_of(lambda: sum(serve() for _each in range(4)))
    status, _body = ask(application, f"/media/{keys[0]}/small.webp", "nobody")
    assert words == "for everyone" or status.startswith("404")
    return [
        {
            "what": f"a file of it at its door, {words}",
            "cpu_ms": round(cpu, 3),
            "bar": "≤ 1 ms",
            "ok": cpu <= 1,
        }
    ]
