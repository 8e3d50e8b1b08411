"""From an upload to finished variants, by the decoder in a process of its own."""

import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.files.base import File

from twofold.network.media import policies, shelf

_DECODER = Path(__file__).with_name("decoder.py")
TIMEOUT = 30
# Each decoder may take 1.6 GB for a moment; more than two at once are not worth that.
_places = threading.BoundedSemaphore(2)


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

    def file(self, variant: Variant) -> Path:
        return self.folder / f"{variant.name}.webp"


@contextmanager
def made(
    upload: File,
    variants: Sequence[Variant],
    *,
    ratio: float | None = None,
    crop: Sequence[float] | None = None,
) -> Iterator[Finished]:
    """The variants of an upload, for the length of a `with`. Raises Refused with clear words for what is no picture."""
    policies.check_size(upload.size)
    with tempfile.TemporaryDirectory(dir=shelf.room()) as name:
        folder = Path(name)
        source = folder / "source"
        head = _copy(upload, source)
        plan = {
            "kind": policies.kind_of(head),
            "variants": [(each.name, each.width, each.height) for each in variants],
            "ratio": ratio,
            "crop": list(crop) if crop else None,
        }
        answer = _decode(source, folder, plan)
        if "unfit" in answer:
            raise policies.unfit(answer["unfit"])
        yield Finished(answer["width"], answer["height"], answer["blurhash"], folder)


def _copy(upload: File, target: Path) -> bytes:
    head, written = b"", 0
    upload.seek(0)
    with target.open("wb") as file:
        for chunk in upload.chunks():
            head = head or bytes(chunk[:4096])
            written += len(chunk)
            policies.check_size(written)
            file.write(chunk)
    return head


def _decode(source: Path, folder: Path, plan: dict) -> dict:
    if not _places.acquire(timeout=TIMEOUT):
        return {"unfit": "busy"}
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_DECODER), str(source), str(folder)],
            input=json.dumps(plan).encode(),
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
            env={},
        )
        return json.loads(done.stdout.splitlines()[-1])
    except subprocess.TimeoutExpired:
        return {"unfit": "slow"}
    except (IndexError, ValueError):
        # The process was ended by one of its limits.
        return {"unfit": "pixels"}
    finally:
        _places.release()
