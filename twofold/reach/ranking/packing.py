"""A ranking in few bytes: posts, scores and the values of all terms, whole numbers one after another."""

from array import array
from collections.abc import Sequence

from twofold.reach.ranking.scoring import Placed

_LONG, _SHORT = 8, 2


def pack(placed: Sequence[Placed]) -> bytes:
    """Ids, then scores, eight bytes each; then the values row by row, two bytes each; in the machine's order."""
    ids = array("q", [each.post_id for each in placed])
    scores = array("q", [each.score for each in placed])
    values = array("h", [value for each in placed for value in each.values])
    return ids.tobytes() + scores.tobytes() + values.tobytes()


def count(data: bytes, terms: int) -> int:
    return len(data) // (2 * _LONG + _SHORT * terms)


def ids_in(data: bytes, terms: int, start: int, stop: int) -> list[int]:
    """The posts from place `start` to before `stop`."""
    most = min(stop, count(data, terms))
    return list(_longs(data[start * _LONG : most * _LONG])) if start < most else []


def unpack(data: bytes, terms: int, start: int = 0, stop: int | None = None) -> list[Placed]:
    """What stands in these places."""
    total = count(data, terms)
    stop = total if stop is None else min(stop, total)
    ids, scores = _longs(data[: total * _LONG]), _longs(data[total * _LONG : 2 * total * _LONG])
    values = array("h")
    values.frombytes(data[2 * total * _LONG :])
    return [Placed(ids[n], scores[n], tuple(values[n * terms : (n + 1) * terms])) for n in range(start, stop)]


def column(data: bytes, terms: int, at: int) -> Sequence[int]:
    """The values of one term, from the first place to the last."""
    values = array("h")
    values.frombytes(data[2 * count(data, terms) * _LONG :])
    return values[at::terms]


def _longs(data: bytes) -> array:
    found = array("q")
    found.frombytes(data)
    return found
