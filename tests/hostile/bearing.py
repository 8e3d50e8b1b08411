"""Giving files to the real decoders, through the real workshop, and watching what it costs."""

import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from twofold.foundation.kit.refusals import Refused
from twofold.network.media import workshop
from twofold.network.media.actions import VARIANTS

MOST_MB = 512


@dataclass
class Borne:
    """What became of one file: `answer` is "taken", "made" or the words of the refusal; anything else is a crash."""

    name: str
    answer: str
    seconds: float
    megabytes: int
    crash: bool = False


class Peak(threading.Thread):
    """The most memory that any process below this one held while it watched."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.over, self.megabytes = threading.Event(), 0

    def run(self) -> None:
        me = Path("/proc/self/task")
        while not self.over.wait(0.004):
            for task in me.iterdir():
                try:
                    children = (task / "children").read_text().split()
                except OSError:
                    continue
                for child in children:
                    self.megabytes = max(self.megabytes, _peak_of(child))


def _peak_of(pid: str) -> int:
    """The most that a decoder held so far; 0 for what is not one yet: a process begins as a copy of its parent."""
    try:
        if b"/apart/" not in Path(f"/proc/{pid}/cmdline").read_bytes():
            return 0
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    found = [line for line in status.splitlines() if line.startswith("VmHWM")]
    return int(found[0].split()[1]) // 1024 if found else 0


def bear(name: str, data: bytes) -> Borne:
    """Take one file in, and make it where it is a film, without touching the database."""
    peak, begun, crash = Peak(), time.monotonic(), False
    peak.start()
    try:
        with workshop.bench() as folder:
            source = folder / "source"
            source.write_bytes(data)
            answer = _taken(source, folder)
    except Refused as refusal:
        answer = str(refusal.reason)
    except Exception as problem:  # what this is about: nothing else may ever come
        answer, crash = f"{type(problem).__name__}: {problem}", True
    peak.over.set()
    peak.join()
    return Borne(name, answer, time.monotonic() - begun, peak.megabytes, crash)


def _taken(source: Path, folder: Path) -> str:
    form = workshop.sniffed(source)
    found = workshop.decoded(source, form, folder, VARIANTS, whole=True)
    if not found.moves:
        return "taken"
    made = workshop.filmed(source, form.decoder, folder, found.seconds, lambda _percent: None)
    return "made" if "heights" in made else f"not made: {made['unfit']}"


def bear_all(files: Iterable[tuple[str, bytes]]) -> list[Borne]:
    return [bear(name, data) for name, data in files]
