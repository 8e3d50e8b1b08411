"""The line of those who wait for the pen of a SQLite file: whoever came first writes first, in all processes."""

import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

try:
    import fcntl
except ImportError:  # where there is no flock, those who wait ask in no order
    fcntl = None  # type: ignore[assignment]

Found = TypeVar("Found")
# What the driver itself raises; Django's own is what it becomes on its way up.
Problem: type[Exception] = base.Database.OperationalError  # type: ignore[attr-defined]

# Only the first in line asks, so it may ask often; in seconds.
_SHORTEST, _LONGEST = 0.0003, 0.002
# Whoever has less patience than this does not lie down to sleep in the line, where nothing wakes them in time.
_SHORT = 1.0
_HELD = ("database is locked", "database table is locked")


def is_held(problem: Exception) -> bool:
    """Whether somebody else has the pen: nothing was done, and it can be asked for again."""
    return str(problem).startswith(_HELD)


class Line:
    """One place in the line, for one connection. `path` is the database, `patience` how long it waits, in seconds."""

    def __init__(self, path: str, patience: float):
        self.path, self.patience = path, patience
        self.first = False
        self._file = -1

    def wait(self, ask: Callable[[], Found]) -> Found:
        """What `ask` brings once nobody else has the pen; its last refusal when patience ends."""
        if self.first:
            return ask()
        until = time.monotonic() + self.patience
        with self._as_first(until):
            while True:
                try:
                    return ask()
                except (OperationalError, Problem) as problem:
                    if not is_held(problem) or time.monotonic() > until:
                        raise
                time.sleep(random.uniform(_SHORTEST, _LONGEST))

    @contextmanager
    def hurried(self, patience: float) -> Iterator[None]:
        """With less patience than usual, for a while."""
        usual, self.patience = self.patience, patience
        try:
            yield
        finally:
            self.patience = usual

    @contextmanager
    def _as_first(self, until: float) -> Iterator[None]:
        """Wait until all who came before have the pen or gave up: none of them asks for longer than its patience."""
        if fcntl is not None and self.path:
            try:
                self._stand(until)
            except OSError:
                # A disk that knows no such locks: who waits there asks in no order.
                self.path = ""
                self.close()
        self.first = True
        try:
            yield
        finally:
            self.first = False
            if self._file >= 0:
                fcntl.flock(self._file, fcntl.LOCK_UN)

    def _stand(self, until: float) -> None:
        if self._file < 0:
            self._file = os.open(f"{self.path}-line", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        if self.patience >= _SHORT:
            fcntl.flock(self._file, fcntl.LOCK_EX)
        while self.patience < _SHORT:
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as problem:
                if time.monotonic() > until:
                    raise OperationalError(_HELD[0]) from problem
            time.sleep(random.uniform(_SHORTEST, _LONGEST))

    def close(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1
