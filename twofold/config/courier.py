"""The courier's process beside a launcher: delivers until it is told to stop, or until the launcher is no more."""

import os
import signal
import threading
from multiprocessing.connection import Connection

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twofold.config.settings")
django.setup()

# Models can be read only now.
from twofold.foundation.courier.worker import work  # isort: skip  # noqa: E402


def main(ear: Connection, theirs: Connection | None) -> None:
    """Deliver until the launcher lets go of the other end of `ear`; `theirs` is a fork's copy of that end."""
    if theirs is not None:
        theirs.close()
    stop = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stop.set())

    def until_orphaned() -> None:
        ear.poll(None)
        stop.set()

    threading.Thread(target=until_orphaned, daemon=True).start()
    work(stop)
