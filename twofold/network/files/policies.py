"""Which files are taken in: those that people work on together, by their name and by their first bytes."""

from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.files.models import MAX_NAME

SHELF = "papers"
MEGA = 1024 * 1024
MAX_BYTES = 25 * MEGA
MOST_FILES = 300
MOST_VERSIONS = 50
MOST_BYTES = 2_000 * MEGA
PACKED = ("docx", "xlsx", "pptx", "odt", "ods", "odp", "epub")
PLAIN = ("txt", "md", "csv", "ics")
PICTURES = ("jpg", "jpeg", "png", "webp", "heic", "avif", "gif")
ENDINGS = ("pdf", *PACKED, *PLAIN, *PICTURES)


def checked_name(name: str) -> tuple[str, str]:
    """The name as it is kept, and its ending. Refused for an ending that is not taken."""
    kept = clean_line(PurePosixPath(name.replace("\\", "/")).name)
    stem, dot, ending = kept.rpartition(".")
    if not dot or not stem or ending.lower() not in ENDINGS:
        raise Refused(
            _("Files of this kind are not taken. Add a PDF, a text, a table, a presentation or a picture."),
            field="file",
        )
    return f"{stem[: MAX_NAME - 8]}.{ending.lower()}", ending.lower()


def check_size(size: int) -> None:
    if not size:
        raise Refused(_("This file is empty."), field="file")
    if size > MAX_BYTES:
        raise Refused(
            _("This file has %(size)d MB. Files may have %(most)d MB.")
            % {"size": -(-size // MEGA), "most": MAX_BYTES // MEGA},
            field="file",
        )


def check_bytes(data: bytes, ending: str) -> None:
    """Refused where the bytes are something else than the name says."""
    good = True
    if ending == "pdf":
        good = data.startswith(b"%PDF-")
    elif ending in PACKED:
        good = data.startswith(b"PK\x03\x04")
    elif ending in PLAIN:
        good = b"\x00" not in data and _is_text(data)
    if not good:
        raise Refused(
            _("This is something else than its name says. Save it again and add it once more."), field="file"
        )


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def check_room(files: int, versions: int, used: int, more: int) -> None:
    if files >= MOST_FILES or versions >= MOST_VERSIONS or used + more > MOST_BYTES:
        raise Refused(_("There is no more room for files here. Take some away first."), field="file")


def check_picture(moves: bool) -> None:
    if moves:
        raise Refused(_("Videos are not taken here. Share it in a post."), field="file")
