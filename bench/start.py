"""From `twofold serve` to the first answer, and the memory that it takes, courier and all."""

import os
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from statistics import median

from tests import postgres
from tests.server import Served

STARTS = {"small": 3, "large": 10}
PAGES = 50


def run(size: str = "small") -> list[dict]:
    """Two rows: seconds until it serves, and megabytes of each of its processes after some pages."""
    with tempfile.TemporaryDirectory(prefix="twofold-start-") as folder, postgres.fresh(1) as addresses:
        server = Served(Path(folder), environment={"DATABASE_URL": addresses[0]} if addresses[0] else None)
        server.prepare()
        took, memory = [], []
        for _ in range(STARTS[size]):
            took.append(server.start())
            for _ in range(PAGES):
                _read(server.base + "/")
            memory.append(_largest(server))
            server.stop()
            time.sleep(0.2)
    seconds, megabytes = median(took), median(memory)
    return [
        {
            "what": "from the command to the first answer",
            "s": round(seconds, 2),
            "bar": "≤ 3 s",
            "ok": seconds <= 3,
        },
        {
            "what": "memory of its largest process",
            "mb": round(megabytes),
            "bar": "≤ 150 MB a worker",
            "ok": megabytes <= 150,
        },
    ]


def _read(address: str) -> None:
    try:
        urllib.request.urlopen(address, timeout=10).read()
    except urllib.error.HTTPError as answer:
        answer.close()
        if answer.code >= 500:
            raise


def _largest(server: Served) -> float:
    """Resident megabytes, less what it shares with the others."""
    group = os.getpgid(server.process.pid)
    sizes = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getpgid(int(folder.name)) == group:
                rollup = (folder / "smaps_rollup").read_text()
                sizes.append(int(rollup.split("Pss:")[1].split()[0]) / 1024)
        except (OSError, ProcessLookupError, IndexError):
            continue
    return max(sizes)
