"""`twofold serve`: the pages and live streams in this process's workers, the courier in a process beside them.

The launcher starts both, starts again what crashes, and ends both when it is told to. The courier also ends by itself
when its launcher is killed: it listens to a pipe that only the launcher holds.
"""

import os
import subprocess
import sys
import threading
import time

import structlog
from django.conf import settings
from django.db import connections
from granian.constants import Interfaces, Loops
from granian.log import LogLevels
from granian.server import Server

log = structlog.get_logger("serve")

# Open streams would keep a worker from ending: after this many seconds it is ended.
KILL_AFTER = 5


def run(host: str, port: int) -> int:
    """Serve on `host` and `port` until SIGTERM or SIGINT; the exit code."""
    courier = Courier()
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
    # Workers are forks of this process: no connection may come along.
    connections.close_all()
    courier.start()
    try:
        server.serve()
    except SystemExit as ended:
        return int(ended.code or 0)
    finally:
        courier.stop()
    return 0


class Courier:
    """The courier's process: begun anew, a little later each time, when it ends by itself."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.stopping = threading.Event()
        self.watcher = threading.Thread(target=self._watch, daemon=True)

    def start(self) -> None:
        self.watcher.start()

    def _watch(self) -> None:
        pause = 0.5
        while not self.stopping.is_set():
            began = time.monotonic()
            command = [sys.executable, "-m", "twofold.config.courier"]
            self.process = subprocess.Popen(command, stdin=subprocess.PIPE, env=os.environ)
            self.process.wait()
            if self.stopping.is_set():
                return
            log.error("courier ended", code=self.process.returncode)
            pause = 0.5 if time.monotonic() - began > 60 else min(30.0, pause * 2)
            self.stopping.wait(pause)

    def stop(self) -> None:
        """Let it finish what it is doing, for as long as a worker would be given too."""
        self.stopping.set()
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(KILL_AFTER)
        except subprocess.TimeoutExpired:
            self.process.kill()
