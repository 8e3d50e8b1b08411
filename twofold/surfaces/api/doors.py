"""Who is calling, looked up at most once a second for each token, and how often they may."""

import hashlib
import threading
import time
from collections import OrderedDict

from django.conf import settings

from twofold.surfaces.api.queries.tokens import Bearer, bearer_of

# A revoked token must end within two seconds everywhere; every process forgets what it knows after one.
KNOWN_FOR = 1.0
REMEMBERED = 20_000
WINDOW = 300

_known: OrderedDict[bytes, tuple[float, Bearer | None]] = OrderedDict()
_lock = threading.Lock()


def bearer(token: str) -> Bearer | None:
    """The bearer of `token`, or None when it opens nothing."""
    key = hashlib.sha256(token.encode()).digest()
    found = _known.get(key)
    moment = time.monotonic()
    if found is not None and found[0] > moment:
        return found[1]
    read = bearer_of(token)
    with _lock:
        _known[key] = (moment + KNOWN_FOR, read)
        while len(_known) > REMEMBERED:
            _known.popitem(last=False)
    return read


def forget_bearers() -> None:
    """Look every token up again: for the process in which one was just ended."""
    with _lock:
        _known.clear()


class Window:
    """How many calls each caller has left in a fixed window; counted for each key by itself."""

    def __init__(self, seconds: int):
        self.seconds = seconds
        self._counts: OrderedDict[object, list[float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, key: object, allowed: int) -> tuple[int, float]:
        """Count one call: how many are left (negative: refuse it), and when the window ends (Unix time)."""
        moment = time.time()
        with self._lock:
            count = self._counts.get(key)
            if count is None or count[1] <= moment:
                count = self._counts[key] = [0, moment + self.seconds]
                while len(self._counts) > REMEMBERED:
                    self._counts.popitem(last=False)
            count[0] += 1
            return int(allowed - count[0]), count[1]

    def clear(self) -> None:
        with self._lock:
            self._counts.clear()


calls = Window(WINDOW)
uploads = Window(30 * 60)
UPLOADS_ALLOWED = 30


def calls_allowed() -> int:
    return int(settings.API_RATE)
