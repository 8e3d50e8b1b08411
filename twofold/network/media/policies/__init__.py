"""What may come in, how much of it, and who may be named."""

from twofold.network.media.policies.files import (
    MAX_ALT,
    MAX_BYTES,
    MAX_FILM_BYTES,
    MAX_FILM_SECONDS,
    Format,
    check_size,
    format_of,
    readable,
    seems_film,
    unfit,
)
from twofold.network.media.policies.room import check_open, check_preparing, check_room, used_by
from twofold.network.media.policies.tags import check_tag

__all__ = [
    "MAX_ALT",
    "MAX_BYTES",
    "MAX_FILM_BYTES",
    "MAX_FILM_SECONDS",
    "Format",
    "check_open",
    "check_preparing",
    "check_room",
    "check_size",
    "check_tag",
    "format_of",
    "readable",
    "seems_film",
    "unfit",
    "used_by",
]
