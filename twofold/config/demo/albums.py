"""The albums of the town: pictures that were drawn for posts, and parts of them, kept together by their people."""

import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import av
from PIL import Image, ImageOps

from twofold.config.demo.casting import Cast
from twofold.config.demo.gallery import Gallery
from twofold.config.demo.pictures import photos
from twofold.config.demo.reading import read
from twofold.config.demo.script import Ago, ago
from twofold.foundation.kit.ids import encode, new_id
from twofold.network.albums import actions as albums
from twofold.network.albums.models import Album
from twofold.network.media import actions as media
from twofold.network.media import shelf
from twofold.network.media.actions import VARIANTS, Ready, keep
from twofold.network.media.models import Kind, Picture
from twofold.people.audiences.specs import AudienceSpec, parse
from twofold.people.personas.models import Network, Persona

HERE = Network.SOCIAL
# Which part of a drawing: left, top, width and height as shares of it; and whether it is turned around.
_PARTS = {
    "": (0, 0, 1, 1, False),
    "a": (0, 0.1, 0.62, 0.8, False),
    "b": (0.1, 0.2, 0.75, 0.75, True),
    "c": (0.3, 0.05, 0.66, 0.9, False),
    "d": (0.2, 0.3, 0.6, 0.6, False),
    "e": (0.45, 0.2, 0.5, 0.75, True),
}
RATE, SECONDS, FILM = 12, 4, (854, 480)


def fill_albums(cast: Cast, gallery: Gallery, now: datetime) -> int:
    """Make all of them; how many. None in a gallery without pictures. Call it in a transaction."""
    told = read("albums.toml")["albums"] if gallery.ready("kite") else []
    for each in told:
        _make(cast, gallery, each, now)
    return len(told)


def _make(cast: Cast, gallery: Gallery, words: dict[str, Any], now: datetime) -> None:
    owner, at = cast.of(HERE, words["by"]), ago(words["ago"])
    spec = _spec(cast, words["by"], words["audience"])
    album = albums.make_album(
        owner, title=words["title"], description=words.get("description", ""), spec=spec, at=at.before(now)
    )
    for handle in words.get("contributors", "").split():
        guest = cast.of(HERE, handle.removeprefix("?"))
        albums.invite(owner, album=album, persona=guest)
        if not handle.startswith("?"):
            albums.accept(guest, album_id=album.pk)
    held: dict[str, Picture] = {}
    for line in words["pictures"]:
        by, drawing, part, caption = (each.strip() for each in line.split(">"))
        picture = keep(
            cast.of(HERE, by), ready=piece_of(_ready(gallery, drawing), part), alt=photos()[drawing].alt
        )
        held.setdefault(drawing, picture)
        albums.add_pictures(cast.of(HERE, by), album=album, pictures=[picture], captions=[caption])
    if "film" in words:
        _film(cast, gallery, album, words["film"])
    for line in words.get("names", []):
        _name(cast, owner, held, line)
    _date(album, at, now)


def _spec(cast: Cast, by: str, words: str) -> AudienceSpec:
    kind, _colon, name = words.partition(":")
    if kind == "circle":
        return parse([f"circle:{encode(cast.circles[by, name].pk)}"])
    return parse([words if words in ("everyone", "members", "ties") else f"kind:{words}"])


def _name(cast: Cast, owner: Persona, held: dict[str, Picture], line: str) -> None:
    drawing, handle, answer = line.split(" > ")
    persona = cast.of(HERE, handle)
    media.propose_tag(owner, picture=held[drawing], persona=persona)
    if answer == "yes":
        media.confirm_tag(persona, picture_id=held[drawing].pk)


def _date(album: Album, at: Ago, now: datetime) -> None:
    moment = at.before(now)
    Album.objects.filter(pk=album.pk).update(changed_at=moment)
    Picture.objects.filter(item__album=album).update(created_at=moment)


def _ready(gallery: Gallery, name: str) -> Ready:
    found = gallery.ready(name)
    if found is None:
        raise KeyError(name)
    return found


def piece_of(ready: Ready, part: str) -> Ready:
    """A part of a drawing as a picture of its own. Our own drawing needs no decoder apart."""
    image = _drawing(ready)
    left, top, width, height, turned = _PARTS[part]
    box = (
        left * image.width,
        top * image.height,
        (left + width) * image.width,
        (top + height) * image.height,
    )
    image = image.crop((round(box[0]), round(box[1]), round(box[2]), round(box[3])))
    return _stored(ImageOps.mirror(image) if turned else image, ready)


def _drawing(ready: Ready) -> Image.Image:
    data = shelf.read(shelf.PICTURES, media.file_name(ready.number, "large")) or b""
    return Image.open(io.BytesIO(data)).convert("RGB")


def _stored(image: Image.Image, like: Ready, kind: str = Kind.STILL) -> Ready:
    number, (width, height) = new_id(), image.size
    with TemporaryDirectory(dir=shelf.room()) as folder:
        size = 0
        for variant in VARIANTS:
            image.thumbnail((variant.width, variant.height))
            path = Path(folder) / variant.name
            image.save(path, "WEBP", quality=80, method=0)
            size += shelf.put(path, shelf.PICTURES, media.file_name(number, variant.name))
    return Ready(number, width, height, size, like.blurhash, kind)


def _film(cast: Cast, gallery: Gallery, album: Album, line: str) -> None:
    by, drawing, caption = line.split(" > ")
    author, whole = cast.of(HERE, by), _drawing(_ready(gallery, drawing))
    ready = _stored(next(_views(whole)), _ready(gallery, drawing), Kind.VIDEO)
    picture = keep(author, ready=ready, alt=photos()[drawing].alt)
    with TemporaryDirectory(dir=shelf.room()) as folder:
        path = Path(folder) / "film.mp4"
        _pan(whole, path)
        size = shelf.put(path, shelf.PICTURES, media.film_name(picture.pk, FILM[1]))
    Picture.objects.filter(pk=picture.pk).update(
        heights=str(FILM[1]), seconds=SECONDS, bytes=ready.bytes + size
    )
    albums.add_pictures(author, album=album, pictures=[picture], captions=[caption])


def _views(whole: Image.Image) -> Iterator[Image.Image]:
    """What a camera sees that goes slowly across a drawing."""
    width = whole.height * FILM[0] / FILM[1] * 0.8
    for number in range(RATE * SECONDS):
        left = (whole.width - width) * number / (RATE * SECONDS)
        box = (left, whole.height * 0.15, left + width, whole.height * 0.95)
        yield whole.resize(FILM, Image.Resampling.BILINEAR, box=box)


def _pan(whole: Image.Image, path: Path) -> None:
    container: Any = av.open(
        str(path), "w", format="mp4", options={"movflags": "+faststart", "fflags": "+bitexact"}
    )
    stream = container.add_stream("libx264", rate=RATE)
    stream.width, stream.height, stream.pix_fmt = *FILM, "yuv420p"
    stream.options = {"preset": "ultrafast", "crf": "26"}
    for view in _views(whole):
        container.mux(stream.encode(av.VideoFrame.from_image(view)))
    container.mux(stream.encode(None))
    container.close()
