"""The pictures and banners of personas: cut as chosen, under names that nobody can guess."""

import secrets
from collections.abc import Sequence

from django.core.files.base import File
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused
from twofold.network.media import shelf, workshop
from twofold.network.media.workshop import Variant
from twofold.people.personas.models import Persona

SHAPES = {
    "picture": (1.0, (Variant("large", 640, 640), Variant("medium", 256, 256), Variant("small", 96, 96))),
    "banner": (3.0, (Variant("large", 1500, 500), Variant("medium", 750, 250))),
}


def take_in_portrait(
    persona: Persona, *, upload: File, shape: str = "picture", crop: Sequence[float] | None = None
) -> str:
    """Take in a persona's picture or banner; the name to give to `personas.actions.set_picture` or `set_banner`.

    `crop` is what to show: left, top, width and height as shares of the upright picture, 0 to 1.
    """
    ratio, variants = SHAPES[shape]
    name = secrets.token_hex(16)
    with workshop.bench() as folder:
        source, form = workshop.laid_out(upload, folder)
        if form.film:
            raise Refused(_("This is a video; only pictures can be added."), field="pictures")
        finished = workshop.decoded(source, form, folder, variants, ratio=ratio, crop=_checked_crop(crop))
        for each in variants:
            shelf.put(finished.file(each), shelf.PORTRAITS, f"{name}-{each.name}.webp")
    return name


def _checked_crop(crop: Sequence[float] | None) -> list[float] | None:
    if crop is None:
        return None
    left, top, width, height = (min(1.0, max(0.0, float(each))) for each in crop)
    width, height = min(width, 1 - left), min(height, 1 - top)
    return [left, top, width, height] if min(width, height) >= 0.01 else None
