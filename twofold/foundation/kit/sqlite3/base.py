"""SQLite, where whoever wants to write and finds the pen taken stands in line for it.

Left to itself SQLite waits longer and longer between two looks, up to a tenth of a second: whoever has waited long is
passed by all who come anew, now and then until its patience ends (docs/decisions/0303).
"""

from functools import partial
from typing import Any

from django.db.backends.sqlite3 import base

from twofold.foundation.kit.sqlite3.line import Line, Problem, is_held

# What SQLite itself waits, in seconds: for what is over at once, as when another process opens the file.
_MOMENT = 0.005


class Cursor(base.SQLiteCursorWrapper):
    """A cursor whose single statements wait as transactions do."""

    line: Line

    def execute(self, query: str, params: Any = None) -> Any:
        try:
            return super().execute(query, params)
        except Problem as problem:
            if not is_held(problem) or self.connection.in_transaction or self.line.first:
                raise
        return self.line.wait(partial(super().execute, query, params))

    def executemany(self, query: str, param_list: Any) -> Any:
        """In one transaction, its own where none is open: so that it can wait, and never stops halfway."""
        if self.connection.in_transaction:
            return super().executemany(query, param_list)
        self.execute("BEGIN IMMEDIATE")
        try:
            done = super().executemany(query, param_list)
        except BaseException:
            self.execute("ROLLBACK")
            raise
        self.execute("COMMIT")
        return done


class DatabaseWrapper(base.DatabaseWrapper):
    """Waits for the pen in line, for as long as `timeout` in the options says."""

    line: Line

    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params()
        patience = float(params.pop("timeout", 5))
        path = "" if self.is_in_memory_db() else str(params["database"])
        self.line = Line(path, patience)
        return {**params, "timeout": min(_MOMENT, patience)}

    def create_cursor(self, name: str | None = None) -> Cursor:
        cursor: Cursor = self.connection.cursor(factory=Cursor)
        cursor.line = self.line
        return cursor

    def _start_transaction_under_autocommit(self) -> None:
        self.line.wait(super()._start_transaction_under_autocommit)  # type: ignore[misc]

    def _close(self) -> None:
        super()._close()  # type: ignore[misc]
        self.line.close()
