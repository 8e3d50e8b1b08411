"""What the programs share: the limits they put on themselves, and how a picture is written."""

import json
import os
import resource
import sys
import warnings
from collections.abc import Callable
from typing import Any

import blurhash
from PIL import Image, ImageFile

# Of memory that is the process's own; what libraries map comes on top. Shown with hostile files: at most 512 MB in all.
MEMORY = 440 * 1024 * 1024


class Unfit(Exception):
    """`args[0]` is one word of those that `policies.py` can explain."""


def shut_in(*, seconds: int, largest: int) -> None:
    """From here on: this much processor time, files of at most `largest` bytes, no core, and behind everybody else."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(5)


def run(work: Callable[[str, str, dict[str, Any]], dict[str, Any]]) -> None:
    """Do the work on what the command line and standard input say, and print what came of it."""
    warnings.simplefilter("ignore")
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    Image.MAX_IMAGE_PIXELS = None
    plan = json.load(sys.stdin)
    shut_in(seconds=plan["seconds"], largest=plan["largest"])
    try:
        answer = work(sys.argv[1], sys.argv[2], plan)
    except Unfit as problem:
        answer = {"unfit": problem.args[0]}
    except MemoryError:
        answer = {"unfit": "pixels"}
    except Exception as problem:  # a decoder may raise anything at all on a broken file
        answer = {"unfit": "broken", "problem": type(problem).__name__}
    print(json.dumps(answer), flush=True)


def written(
    image: Image.Image, folder: str, variants: list[list[Any]], *, exact: bool = False
) -> Image.Image:
    """Each variant from the one before it, the largest first; `exact`: of exactly its size. The last one."""
    for name, width, height in variants:
        image = (
            image.resize((width, height), Image.Resampling.LANCZOS) if exact else fitted(image, width, height)
        )
        # What somebody waits for: the best effort would take three times as long, for a twentieth fewer bytes.
        method = 1 if max(image.size) > 1200 else 2
        bare(image).save(os.path.join(folder, f"{name}.webp"), "WEBP", quality=82, method=method)
    return image


def fitted(image: Image.Image, width: int, height: int) -> Image.Image:
    """At most so large. Just below half its size it is halved: pictures of phones are, and that costs a tenth."""
    half = (image.width + 1) // 2, (image.height + 1) // 2
    room = min(width / half[0], height / half[1])
    if 1 <= room < 1.1:
        return image.reduce(2)
    image.thumbnail((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return image


def bare(image: Image.Image) -> Image.Image:
    """The pixels and nothing else that came with them."""
    clean = Image.new(image.mode, image.size)
    clean.paste(image)
    return clean


def digest(image: Image.Image) -> str:
    """The blurhash of a picture."""
    tiny = image.convert("RGB").resize((32, 32), Image.Resampling.BOX)
    rows = [[tiny.getpixel((x, y)) for x in range(32)] for y in range(32)]
    wide = image.width >= image.height
    return blurhash.encode(rows, 4 if wide else 3, 3 if wide else 4)
