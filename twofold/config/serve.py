"""`twofold serve`: the pages and live streams in this process's workers, the courier in a process beside them.

The launcher starts both, starts again what crashes, and ends both when it is told to. The courier also ends by itself
when its launcher is killed: it listens to a pipe that only the launcher holds.

Both are forks of the launcher, which has read the program once for all of them (docs/decisions/0280).
"""

import gc
import multiprocessing
import os
import threading
import time
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

import structlog
from django.conf import settings
from django.db import connections
from granian.constants import Interfaces, Loops
from granian.log import LogLevels
from granian.server import Server

from twofold.config import courier

log = structlog.get_logger("serve")

# Our end of the pipe that the courier listens to: it closes when this process ends, however it ends.
_held: list[Connection] = []

# Open streams would keep a worker from ending: after this many seconds it is ended.
KILL_AFTER = 5


def run(host: str, port: int) -> int:
    """Serve on `host` and `port` until SIGTERM or SIGINT; the exit code."""
    beside = Courier()
    # Workers and the courier are forks of this process: no connection may come along.
    connections.close_all()
    beside.start()
    import_module("twofold.config.pages")
    import_module(settings.ROOT_URLCONF)
    gc.freeze()
    server = Server(
        target="twofold.config.asgi:application",
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        loop=Loops.auto,
        workers=settings.WORKERS,
        websockets=False,
        backlog=2048,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        respawn_interval=0.2,
        workers_kill_timeout=KILL_AFTER,
    )
    try:
        server.serve()
    except SystemExit as ended:
        return int(ended.code or 0)
    finally:
        beside.stop()
    return 0


class Courier:
    """The courier's process: begun anew, a little later each time, when it ends by itself."""

    def __init__(self) -> None:
        self.process: BaseProcess | None = None
        self.stopping = threading.Event()
        self.watcher = threading.Thread(target=self._watch, daemon=True)

    def start(self) -> None:
        """Call it while there is one thread: a fork would not bring the others along, but the locks that they hold."""
        self.process = _begun("fork" if os.name == "posix" else "spawn")
        self.watcher.start()

    def _watch(self) -> None:
        pause, began = 0.5, time.monotonic()
        while self.process is not None:
            self.process.join()
            if self.stopping.is_set():
                return
            log.error("courier ended", code=self.process.exitcode)
            pause = 0.5 if time.monotonic() - began > 60 else min(30.0, pause * 2)
            if self.stopping.wait(pause):
                return
            began = time.monotonic()
            self.process = _begun("spawn")

    def stop(self) -> None:
        """Let it finish what it is doing, for as long as a worker would be given too."""
        self.stopping.set()
        if self.process is None or not self.process.is_alive():
            return
        self.process.terminate()
        self.watcher.join(KILL_AFTER)
        if self.watcher.is_alive():
            self.process.kill()


def _begun(method: str) -> BaseProcess:
    context: Any = multiprocessing.get_context(method)
    ear, ours = context.Pipe(duplex=False)
    # A fork brings our end along, and has to let go of it; to what is begun anew it is not given.
    theirs = ours if method == "fork" else None
    process: BaseProcess = context.Process(
        target=courier.main, args=(ear, theirs), name="courier", daemon=True
    )
    process.start()
    ear.close()
    _held[:] = [ours]
    return process
