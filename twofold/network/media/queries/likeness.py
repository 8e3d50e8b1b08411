"""Pictures that look the same, told by their blurhashes alone: no file is opened and nothing is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import dist

from twofold.network.media.models import Picture
from twofold.people.personas.viewers import Viewer

_DIGITS = {
    digit: place
    for place, digit in enumerate(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~"
    )
}
_MOST = 2_000
# A picture that was scaled, turned into another format or saved anew stays within this; two of the same place do not.
_RATIO, _COLOUR, _SHAPE = 0.02, 12, 0.06


@dataclass(frozen=True)
class Look:
    """What a picture looks like from afar."""

    ratio: float
    colour: tuple[int, ...]
    shape: tuple[float, ...]


def look_of(picture: Picture) -> Look | None:
    """None for a picture whose blurhash is empty or broken."""
    try:
        digits = [_DIGITS[each] for each in picture.blurhash]
        largest, colour = (digits[1] + 1) / 166, _number(digits[2:6])
        waves = [_number(digits[at : at + 2]) for at in range(6, len(digits), 2)]
    except (KeyError, IndexError):
        return None
    shape = tuple(largest * _wave(each // step % 19) for each in waves for step in (361, 19, 1))
    return Look(
        picture.width / max(1, picture.height), (colour >> 16, colour >> 8 & 255, colour & 255), shape
    )


def own_alike(viewer: Viewer, looks: Sequence[Look]) -> list[Picture | None]:
    """For each of `looks` a picture of the viewer's own that looks the same, the newest; one query."""
    if not looks:
        return []
    rows = Picture.objects.filter(author=viewer.id, live=True).exclude(place="")
    known = [(look_of(each), each) for each in rows.order_by("-created_at")[:_MOST]]
    return [next((each for its, each in known if its and _same(look, its)), None) for look in looks]


def _same(one: Look, other: Look) -> bool:
    return (
        abs(one.ratio - other.ratio) <= _RATIO * one.ratio
        and len(one.shape) == len(other.shape)
        and dist(one.colour, other.colour) <= _COLOUR
        and dist(one.shape, other.shape) <= _SHAPE
    )


def _number(digits: list[int]) -> int:
    number = 0
    for digit in digits:
        number = number * 83 + digit
    return number


def _wave(quantum: int) -> float:
    return (quantum - 9) * abs(quantum - 9) / 81
