"""Which files are taken in, and what is said of the others."""

import filetype
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused

MAX_BYTES = 25 * 1024 * 1024
MAX_ALT = 1500
_KINDS = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/apng": "PNG",
    "image/webp": "WEBP",
    "image/gif": "GIF",
    "image/avif": "AVIF",
    "image/heic": "HEIF",
    "image/heif": "HEIF",
}
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis")


def check_size(size: int) -> None:
    if size == 0:
        raise Refused(_("This file is empty."), field="pictures")
    if size > MAX_BYTES:
        raise Refused(
            _(
                "This picture has %(size)d MB. Pictures may have %(limit)d MB: save it smaller and add it again."
            )
            % {"size": round(size / 1024 / 1024), "limit": MAX_BYTES // 1024 // 1024},
            field="pictures",
        )


def kind_of(head: bytes) -> str:
    """Which decoder a file is for, by its first bytes; never by its name or by what was said of it."""
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return "HEIF"
    guess = filetype.guess(head)
    if guess and guess.mime in _KINDS:
        return _KINDS[guess.mime]
    start = head[:1000].lstrip().lower()
    if start.startswith(b"<svg") or (start.startswith(b"<?xml") and b"<svg" in start):
        raise Refused(
            _("SVG drawings can carry programs and are not taken. Save it as PNG or WebP."), field="pictures"
        )
    if guess and guess.mime.startswith("video/"):
        raise Refused(_("This is a video; only pictures can be added."), field="pictures")
    raise Refused(
        _("This is not a picture, whatever its name says. Add a JPEG, PNG, WebP, GIF, AVIF or HEIC."),
        field="pictures",
    )


def unfit(word: str) -> Refused:
    """Why the decoder would not have a file."""
    reasons = {
        "pixels": _("This picture has too many pixels. Pictures may have 50 megapixels: make it smaller."),
        "broken": _(
            "This picture is damaged or only half there. Open it, save it again, and add it once more."
        ),
        "slow": _("This picture takes too long to open. Save it as JPEG or PNG and add it again."),
        "busy": _("Too many pictures are being made ready just now. Try again in a moment."),
    }
    return Refused(reasons.get(word, reasons["broken"]), field="pictures")
