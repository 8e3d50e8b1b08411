"""Taking pictures in. The files are lasting before the row is there; a row is never without its files."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode, new_id
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_block
from twofold.network.media import policies, shelf, workshop
from twofold.network.media.models import Picture
from twofold.network.media.queries import is_picture, is_portrait
from twofold.network.media.workshop import Variant
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import ONLY_ME
from twofold.people.personas.models import Persona

LARGE, MEDIUM, SMALL = Variant("large", 2048, 2048), Variant("medium", 1024, 1024), Variant("small", 480, 480)
VARIANTS = (LARGE, MEDIUM, SMALL)
SHAPES = {
    "picture": (1.0, (Variant("large", 640, 640), Variant("medium", 256, 256), Variant("small", 96, 96))),
    "banner": (3.0, (Variant("large", 1500, 500), Variant("medium", 750, 250))),
}
KEPT_UNUSED = timedelta(days=1)


@dataclass(frozen=True)
class Ready:
    """A picture whose files lie on the shelf, and which nobody has yet."""

    number: int
    width: int
    height: int
    bytes: int
    blurhash: str


def take_in(author: Persona, *, upload: File, alt: str = "") -> Picture:
    """Take in a picture; until it is part of something it is there for `author` alone.

    Refused with clear words when it is too large, no picture, or damaged.
    """
    alt = _checked_alt(alt)
    return keep(author, ready=make_ready(upload), alt=alt)


def make_ready(upload: File) -> Ready:
    """The first half of taking in: decode and store. It does not touch the database, so many can go on at once."""
    number = new_id()
    with workshop.made(upload, VARIANTS) as finished:
        sizes = [
            shelf.put(finished.file(each), shelf.PICTURES, file_name(number, each.name)) for each in VARIANTS
        ]
        return Ready(number, finished.width, finished.height, sum(sizes), finished.blurhash)


@transaction.atomic
def keep(author: Persona, *, ready: Ready, alt: str = "") -> Picture:
    """The second half: the picture is `author`'s."""
    return Picture.objects.create(
        pk=ready.number,
        author=author,
        audience=compose(author, ONLY_ME),
        width=ready.width,
        height=ready.height,
        bytes=ready.bytes,
        blurhash=ready.blurhash,
        alt=_checked_alt(alt),
        created_at=clock.now(),
    )


def describe(author: Persona, *, picture: Picture, alt: str) -> Picture:
    """Say what is on one's own picture, for those who do not see it."""
    alt = _checked_alt(alt)
    if not Picture.objects.filter(pk=picture.pk, author=author).update(alt=alt):
        raise Absent
    picture.alt = alt
    return picture


def take_in_portrait(
    persona: Persona, *, upload: File, shape: str = "picture", crop: Sequence[float] | None = None
) -> str:
    """Take in a persona's picture or banner; the name to give to `personas.actions.set_picture` or `set_banner`.

    `crop` is what to show: left, top, width and height as shares of the upright picture, 0 to 1.
    """
    ratio, variants = SHAPES[shape]
    name = secrets.token_hex(16)
    with workshop.made(upload, variants, ratio=ratio, crop=_checked_crop(crop)) as finished:
        for each in variants:
            shelf.put(finished.file(each), shelf.PORTRAITS, f"{name}-{each.name}.webp")
    return name


def file_name(picture_id: int, variant: str) -> str:
    return f"{encode(picture_id)}-{variant}.webp"


def _checked_alt(alt: str) -> str:
    alt = clean_block(alt)
    if len(alt) > policies.MAX_ALT:
        raise Refused(
            _("A description has room for %(limit)d characters.") % {"limit": policies.MAX_ALT}, field="alt"
        )
    return alt


def _checked_crop(crop: Sequence[float] | None) -> list[float] | None:
    if crop is None:
        return None
    left, top, width, height = (min(1.0, max(0.0, float(each))) for each in crop)
    width, height = min(width, 1 - left), min(height, 1 - top)
    return [left, top, width, height] if min(width, height) >= 0.01 else None


def sweep() -> int:
    """Remove the files that belong to nothing and are a day old; how many."""
    removed = 0
    for name, used in ((shelf.PICTURES, is_picture), (shelf.PORTRAITS, is_portrait)):
        for path in shelf.older_than(name, KEPT_UNUSED.total_seconds()):
            if not used(path.name.rpartition("-")[0]):
                path.unlink(missing_ok=True)
                removed += 1
    return removed
