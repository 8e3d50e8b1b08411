"""SQLite, where whoever wants to write asks for the pen in short steps.

Left to itself SQLite waits longer and longer between two looks, up to a tenth of a second: whoever has waited long is
passed by all who come anew, and one write in a hundred takes half a second where the others take twenty milliseconds.
"""

import random
import time

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

_SHORTEST, _LONGEST = 0.0005, 0.003
_HELD = ("database is locked", "database table is locked")


class DatabaseWrapper(base.DatabaseWrapper):
    """Asks for the pen every few milliseconds, for as long as `timeout` in the options says."""

    def _start_transaction_under_autocommit(self) -> None:
        patience = float(self.settings_dict["OPTIONS"].get("timeout", 5))
        self.connection.execute("PRAGMA busy_timeout=0")
        try:
            self._ask_for_the_pen(time.monotonic() + patience)
        finally:
            self.connection.execute(f"PRAGMA busy_timeout={int(patience * 1000)}")

    def _ask_for_the_pen(self, until: float) -> None:
        while True:
            try:
                super()._start_transaction_under_autocommit()  # type: ignore[misc]
            except OperationalError as problem:
                if not str(problem).startswith(_HELD) or time.monotonic() > until:
                    raise
                time.sleep(random.uniform(_SHORTEST, _LONGEST))
            else:
                return
