"""The courier's process beside a launcher: delivers until it is told to stop, or until the launcher is no more."""

import os
import signal
import threading

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twofold.config.settings")
django.setup()

# Models can be read only now.
from twofold.foundation.courier.worker import work  # isort: skip  # noqa: E402


def main() -> None:
    stop = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stop.set())

    def until_orphaned() -> None:
        # The launcher holds the other end of standard input: it closes when the launcher ends, however it ends.
        os.read(0, 1)
        stop.set()

    threading.Thread(target=until_orphaned, daemon=True).start()
    work(stop)


if __name__ == "__main__":
    main()
