"""Where many write at once: what is noted in passing while a page is read waits for nobody."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import structlog
from django.db import OperationalError, connection

from twofold.foundation.kit.sqlite3.line import is_held

log = structlog.get_logger("twofold")

# So long a page waits for the pen of SQLite, in seconds.
_PATIENCE = 0.25
# PostgreSQL's words for it: a serialization failure, a deadlock, a lock that was not to be had.
_HELD = {"40001", "40P01", "55P03"}


def is_busy(problem: Exception) -> bool:
    """Whether others were writing: nothing was done, and the same may well succeed in a moment."""
    return is_held(problem) or getattr(problem.__cause__, "sqlstate", None) in _HELD


@contextmanager
def in_passing() -> Iterator[None]:
    """Write if one can at once; where others are writing for long, let it be: the next visit notes it.

    Only for what nobody asked for, as that somebody was here. Within a transaction it waits like everything else.
    """
    if connection.in_atomic_block:
        yield
        return
    connection.ensure_connection()
    with ExitStack() as stack:
        if line := getattr(connection, "line", None):
            stack.enter_context(line.hurried(_PATIENCE))
        try:
            yield
        except OperationalError as problem:
            if not is_busy(problem):
                raise
            log.info("not noted", error=type(problem).__name__)
