"""From an upload to finished variants, by programs that run in processes of their own (see `apart/`)."""

import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.files.base import File

from twofold.network.media import policies, shelf
from twofold.network.media.policies import Format

_APART = Path(__file__).with_name("apart")
TIMEOUT = 30
SECONDS = 20
# Each decoder may take half a gigabyte for a moment; more than two at once are not worth that.
_places = threading.BoundedSemaphore(2)
_STILL_FILE, _FILM_FILE = 64 * 1024 * 1024, 2 * 1024 * 1024 * 1024
LOOP_SECONDS, LOOP_FRAMES = 15, 450


@dataclass(frozen=True)
class Variant:
    name: str
    width: int
    height: int


@dataclass(frozen=True)
class Finished:
    """What came out: the size of the largest variant, its blurhash, and where the files lie for the moment."""

    width: int
    height: int
    blurhash: str
    folder: Path
    moves: bool = False
    original: str = ""
    seconds: float = 0

    def file(self, variant: Variant) -> Path:
        return self.folder / f"{variant.name}.webp"


@contextmanager
def bench() -> Iterator[Path]:
    """A folder for the length of a `with`, on the disk of the shelves."""
    with tempfile.TemporaryDirectory(dir=shelf.room()) as name:
        yield Path(name)


def laid_out(upload: File, folder: Path) -> tuple[Path, Format]:
    """An upload as a file in `folder`, and which decoder it is for. Refused when it is too large or no picture."""
    policies.check_size(upload.size, film=True)
    target, head, written = folder / "source", b"", 0
    upload.seek(0)
    with target.open("wb") as file:
        for chunk in upload.chunks():
            head = head or bytes(chunk[:4096])
            written += len(chunk)
            policies.check_size(written, film=True)
            file.write(chunk)
    return target, sniffed(target, head)


def sniffed(source: Path, head: bytes = b"") -> Format:
    """Which decoder a file is for, by its first bytes, and that it is not too large for that."""
    if not head:
        with source.open("rb") as file:
            head = file.read(4096)
    size = source.stat().st_size
    policies.check_size(max(size, len(head)), film=True)
    # What says that it is a JPEG and is as large as a film is refused as a picture.
    found = policies.format_of(head)
    policies.check_size(size, film=found.film)
    return found


def decoded(
    source: Path,
    form: Format,
    folder: Path,
    variants: Sequence[Variant],
    *,
    ratio: float | None = None,
    crop: Sequence[float] | None = None,
    whole: bool = False,
) -> Finished:
    """The variants of a picture, or of a video's poster. Raises Refused with clear words for what is none."""
    plan = {
        "kind": form.decoder,
        "variants": [(each.name, each.width, each.height) for each in variants],
        "ratio": ratio,
        "crop": list(crop) if crop else None,
        "whole": whole,
        "do": "look",
        "longest": policies.MAX_FILM_SECONDS,
        "seconds": SECONDS,
        "largest": _STILL_FILE,
    }
    if not _places.acquire(timeout=TIMEOUT):
        raise policies.unfit("busy")
    try:
        answer = run("film" if form.film else "still", source, folder, plan, timeout=TIMEOUT)
    finally:
        _places.release()
    if "unfit" in answer:
        raise policies.unfit(answer["unfit"], film=form.film)
    known = ("width", "height", "blurhash", "moves", "original", "seconds")
    return Finished(folder=folder, **{key: answer[key] for key in known if key in answer})


def filmed(
    source: Path, decoder: str, folder: Path, seconds: float, told: Callable[[int], None]
) -> dict[str, Any]:
    """A video in all its sizes: `heights` and `seconds`, or `unfit`. `told` hears how many hundredths are done."""
    film = decoder.islower()
    longest = policies.MAX_FILM_SECONDS if film else LOOP_SECONDS
    time = int(120 + 15 * min(seconds or longest, longest))
    plan = {
        "kind": decoder,
        "do": "make" if film else "loop",
        "longest": longest,
        "most": LOOP_FRAMES,
        "seconds": time,
        "largest": _FILM_FILE,
    }
    return run("film", source, folder, plan, timeout=3 * time, told=told)


def sounded(source: Path, decoder: str, folder: Path, *, longest: int) -> dict[str, Any]:
    """A voice note as `voice.m4a` in `folder`: `seconds` and `loudness` (a digit for each stretch), or `unfit`."""
    plan = {"kind": decoder, "longest": longest, "seconds": 60, "largest": _STILL_FILE}
    return run("sound", source, folder, plan, timeout=180)


def run(
    program: str,
    source: Path,
    folder: Path,
    plan: dict[str, Any],
    *,
    timeout: float,
    told: Callable[[int], None] | None = None,
) -> dict[str, Any]:
    """What a program of `apart/` answers; {"unfit": word} when it was ended by one of its limits."""
    command = [sys.executable, "-I", str(_APART / f"{program}.py"), str(source), str(folder)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}
    )
    timer = threading.Timer(timeout, process.kill)
    timer.start()
    answer: dict[str, Any] = {}
    try:
        assert process.stdin is not None
        assert process.stdout is not None
        with process.stdin as given:
            given.write(json.dumps(plan).encode())
        with process.stdout as said:
            for line in said:
                answer = _read(line)
                if told and "done" in answer:
                    told(answer["done"])
    except BaseException:
        process.kill()
        raise
    finally:
        process.wait()
        late = timer.finished.is_set()
        timer.cancel()
    if answer and "done" not in answer:
        return answer
    return {"unfit": "slow" if late or program == "film" else "pixels"}


def _read(line: bytes) -> dict[str, Any]:
    try:
        return json.loads(line)
    except ValueError:
        return {}
