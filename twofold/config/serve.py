"""Starting the server: Granian with the application, and the courier beside it."""

import subprocess
import sys

from granian import Granian
from granian.constants import Interfaces


def run(host: str, port: int) -> int:
    """Serve until interrupted; the exit code of the process."""
    courier = subprocess.Popen([sys.executable, "-m", "twofold.config.cli", "worker"])
    try:
        Granian(
            "twofold.config.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            blocking_threads=4,
            workers_kill_timeout=5,
            log_access=False,
        ).serve()
    finally:
        courier.terminate()
        courier.wait(10)
    return 0
