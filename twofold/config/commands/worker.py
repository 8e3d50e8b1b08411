"""Only deliver: for a second machine, or to spread the courier's load over more processes."""

import argparse
import signal
import threading

from twofold.config.commands.ready import demand_ready
from twofold.foundation.courier.worker import work


def arguments(parser: argparse.ArgumentParser) -> None:
    """None: the courier finds its work in the database."""


def run(options: argparse.Namespace) -> None:
    demand_ready()
    stop = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stop.set())
    print("The courier is at work. Ctrl+C stops it.", flush=True)
    work(stop)
