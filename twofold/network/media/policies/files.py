"""Which files are taken in, and what is said of the others."""

from dataclasses import dataclass

import filetype
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused

MEGA, GIGA = 1024 * 1024, 1024 * 1024 * 1024
MAX_BYTES = 25 * MEGA
MAX_FILM_BYTES = GIGA
MAX_FILM_SECONDS = 600
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
_MOV_BOXES = (b"moov", b"mdat", b"wide", b"free", b"skip")
_FILMS = {b"\x1a\x45\xdf\xa3": "matroska"}
FILM_ENDINGS = (".mov", ".mp4", ".m4v", ".webm", ".mkv", ".avi", ".3gp")


@dataclass(frozen=True)
class Format:
    """Which decoder a file is for."""

    decoder: str
    film: bool = False


def check_size(size: int, *, film: bool = False, name: str = "") -> None:
    if size == 0:
        raise Refused(_("This file is empty."), field="pictures")
    if size > (MAX_FILM_BYTES if film else MAX_BYTES):
        raise Refused(_too_large(size, film=film, name=name), field="pictures")


def _too_large(size: int, *, film: bool, name: str) -> str:
    words = {"size": readable(size), "name": name}
    if film and name:
        return (
            _("“%(name)s” has %(size)s. Videos may have 1 GB: make it shorter or smaller, and add it again.")
            % words
        )
    if film:
        return (
            _("This video has %(size)s. Videos may have 1 GB: make it shorter or smaller, and add it again.")
            % words
        )
    words["limit"] = readable(MAX_BYTES)
    if name:
        return (
            _("“%(name)s” has %(size)s. Pictures may have %(limit)s: save it smaller and add it again.")
            % words
        )
    return (
        _("This picture has %(size)s. Pictures may have %(limit)s: save it smaller and add it again.") % words
    )


def readable(size: int) -> str:
    """A size as people say it: 40 MB, 4.2 GB."""
    return f"{size / GIGA:.1f} GB" if size >= GIGA else f"{max(1, round(size / MEGA))} MB"


def format_of(head: bytes) -> Format:
    """Which decoder a file is for, by its first bytes; never by its name or by what was said of it."""
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return Format("HEIF")
    guess = filetype.guess(head)
    if guess and guess.mime in _KINDS:
        return Format(_KINDS[guess.mime])
    if film := _film_of(head):
        return Format(film, film=True)
    start = head[:1000].lstrip().lower()
    if start.startswith(b"<svg") or (start.startswith(b"<?xml") and b"<svg" in start):
        raise Refused(
            _("SVG drawings can carry programs and are not taken. Save it as PNG or WebP."), field="pictures"
        )
    if guess and guess.mime.startswith("video/"):
        raise Refused(_("Videos of this kind cannot be taken. Save it as MP4 or WebM."), field="pictures")
    raise Refused(
        _(
            "This is not a picture, whatever its name says. Add a JPEG, PNG, WebP, GIF, AVIF or HEIC, or a video."
        ),
        field="pictures",
    )


def _film_of(head: bytes) -> str:
    if head[4:8] == b"ftyp" or head[4:8] in _MOV_BOXES:
        return "mov"
    if head[:4] == b"RIFF" and head[8:12] == b"AVI ":
        return "avi"
    return _FILMS.get(head[:4], "")


def seems_film(name: str, mime: str) -> bool:
    """Whether a file that has not come yet calls itself a video."""
    return mime.startswith("video/") or name.lower().endswith(FILM_ENDINGS)


def unfit(word: str, *, film: bool = False) -> Refused:
    """Why the decoder would not have a file."""
    reasons = _film_reasons() if film else _still_reasons()
    return Refused(reasons.get(word, reasons["broken"]), field="pictures")


def _still_reasons() -> dict[str, str]:
    return {
        "pixels": _("This picture has too many pixels. Pictures may have 50 megapixels: make it smaller."),
        "broken": _(
            "This picture is damaged or only half there. Open it, save it again, and add it once more."
        ),
        "slow": _("This picture takes too long to open. Save it as JPEG or PNG and add it again."),
        "busy": _("Too many pictures are being made ready just now. Try again in a moment."),
    }


def _film_reasons() -> dict[str, str]:
    large = _("This video is larger than 4K. Save it in a smaller size and add it again.")
    return {
        "pixels": large,
        "large": large,
        "long": _("This video is longer than 10 minutes. Cut it, and add the parts."),
        "sound": _("There is only sound in this file, no picture."),
        "codec": _("This video is in a form that cannot be opened here. Save it as MP4 and add it again."),
        "broken": _(
            "This video is damaged or only half there. Play it to its end, save it again, and add it once more."
        ),
        "slow": _("This video takes too long to open. Save it as MP4 and add it again."),
        "busy": _("Too many pictures are being made ready just now. Try again in a moment."),
    }
