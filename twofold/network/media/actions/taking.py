"""Taking pictures and videos in. The files are lasting before the row is there; a row is never without its files."""

from dataclasses import dataclass
from pathlib import Path

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode, new_id
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_block
from twofold.network.media import policies, shelf, workshop
from twofold.network.media.facts import FilmTaken
from twofold.network.media.models import Kind, Picture, Preparation, State
from twofold.network.media.policies import Format
from twofold.network.media.workshop import Variant
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import ONLY_ME
from twofold.people.personas.models import Persona

LARGE, MEDIUM, SMALL = Variant("large", 2048, 2048), Variant("medium", 1024, 1024), Variant("small", 480, 480)
VARIANTS = (LARGE, MEDIUM, SMALL)


@dataclass(frozen=True)
class Ready:
    """A picture whose files lie on the shelf, and which nobody has yet. `format` when a video is still to be made."""

    number: int
    width: int
    height: int
    bytes: int
    blurhash: str
    kind: str = Kind.STILL
    original: str = ""
    seconds: float = 0
    format: str = ""


def take_in(author: Persona, *, upload: File, alt: str = "") -> Picture:
    """Take in a picture or a video; until it is part of something it is there for `author` alone.

    Refused with clear words when it is too large, no picture, or damaged. A video is prepared by the courier.
    """
    alt = checked_alt(alt)
    policies.check_room(author, upload.size or 0)
    return keep(author, ready=make_ready(upload), alt=alt)


def make_ready(upload: File) -> Ready:
    """The first half of taking in: decode and store. It does not touch the database, so many can go on at once."""
    with workshop.bench() as folder:
        source, form = workshop.laid_out(upload, folder)
        return ready_from(source, form, folder)


def ready_from(source: Path, form: Format, folder: Path) -> Ready:
    """As `make_ready`, for a file that lies here already; it is used up when it is a video."""
    number = new_id()
    finished = workshop.decoded(source, form, folder, VARIANTS, whole=True)
    names = [(finished.file(each), file_name(number, each.name)) for each in VARIANTS]
    if finished.original:
        original = f"original.{finished.original}"
        names.append((folder / original, f"{encode(number)}-{original}"))
    size = sum(shelf.put(path, shelf.PICTURES, name) for path, name in names)
    if finished.moves:
        size += shelf.put(source, shelf.SOURCES, encode(number))
    kind = Kind.STILL if not finished.moves else Kind.VIDEO if form.film else Kind.LOOP
    return Ready(
        number, finished.width, finished.height, size, finished.blurhash, kind,
        finished.original, finished.seconds, form.decoder if finished.moves else "",
    )  # fmt: skip


@transaction.atomic
def keep(author: Persona, *, ready: Ready, alt: str = "") -> Picture:
    """The second half: the picture is `author`'s. Announces FilmTaken when there is a video to be made."""
    if ready.format:
        policies.check_preparing(author)
    picture = Picture.objects.create(
        pk=ready.number,
        author=author,
        audience=compose(author, ONLY_ME),
        width=ready.width,
        height=ready.height,
        bytes=ready.bytes,
        blurhash=ready.blurhash,
        alt=checked_alt(alt),
        created_at=clock.now(),
        kind=ready.kind,
        state=State.PREPARING if ready.format else State.READY,
        seconds=ready.seconds,
        original=ready.original,
    )
    if ready.format:
        Preparation.objects.create(picture=picture, format=ready.format)
        announce(FilmTaken(picture.pk))
    return picture


def describe(author: Persona, *, picture: Picture, alt: str) -> Picture:
    """Say what is on one's own picture, for those who do not see it."""
    alt = checked_alt(alt)
    if not Picture.objects.filter(pk=picture.pk, author=author).update(alt=alt):
        raise Absent
    picture.alt = alt
    return picture


def file_name(picture_id: int, variant: str) -> str:
    return f"{encode(picture_id)}-{variant}.webp"


def film_name(picture_id: int, height: int) -> str:
    return f"{encode(picture_id)}-{height}.mp4"


def original_name(picture_id: int, ending: str) -> str:
    return f"{encode(picture_id)}-original.{ending}"


def captions_name(picture_id: int) -> str:
    return f"{encode(picture_id)}-captions.vtt"


def checked_alt(alt: str) -> str:
    alt = clean_block(alt)
    if len(alt) > policies.MAX_ALT:
        raise Refused(
            _("A description has room for %(limit)d characters.") % {"limit": policies.MAX_ALT}, field="alt"
        )
    return alt
