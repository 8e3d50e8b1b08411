"""Small films and moving pictures for tests, made on the spot."""

import io
from fractions import Fraction
from tempfile import TemporaryDirectory
from typing import Any

import av
import numpy as np
from PIL import Image

RATE, HERTZ = 12, 24_000
CANARY = "CANARY"


def film(
    width: int = 160, height: int = 96, seconds: int = 1, *, kind: str = "mov", sound: bool = True
) -> bytes:
    """A film of moving stripes with a tone, as a camera would name it: with a place and a title in its metadata."""
    with TemporaryDirectory() as folder:
        path = f"{folder}/film.{kind}"
        container: Any = av.open(path, "w")
        container.metadata.update({"title": CANARY, "location": "+52.0+004.0/", "comment": CANARY})
        picture = container.add_stream("libx264" if kind != "webm" else "libvpx", rate=RATE)
        picture.width, picture.height, picture.pix_fmt = width, height, "yuv420p"
        tone = container.add_stream("aac" if kind != "webm" else "libopus", rate=48_000) if sound else None
        for number in range(seconds * RATE):
            stripes = np.roll(
                np.tile(np.linspace(0, 255, width, dtype=np.uint8), (height, 1)), number * 8, axis=1
            )
            frame = av.VideoFrame.from_ndarray(np.dstack([stripes, stripes, 255 - stripes]), format="rgb24")
            frame.pts = number
            container.mux(picture.encode(frame))
        container.mux(picture.encode(None))
        if tone:
            _sing(container, tone, seconds)
        container.close()
        with open(path, "rb") as made:
            return made.read()


def _sing(container: Any, tone: Any, seconds: int) -> None:
    block = 960
    for number in range(seconds * 48_000 // block):
        at = (np.arange(block) + number * block) / 48_000
        wave = (np.sin(at * 440 * 2 * np.pi) * 8_000).astype(np.int16)[None, :]
        frame = av.AudioFrame.from_ndarray(
            np.repeat(wave, 2, axis=1).reshape(1, -1), format="s16", layout="stereo"
        )
        frame.sample_rate, frame.pts, frame.time_base = 48_000, number * block, Fraction(1, 48_000)
        container.mux(tone.encode(frame))
    container.mux(tone.encode(None))


def moving(frames: int = 6, width: int = 64, height: int = 48) -> bytes:
    """An animated GIF."""
    pictures = [Image.new("RGB", (width, height), (40 * number % 256, 90, 160)) for number in range(frames)]
    kept = io.BytesIO()
    pictures[0].save(kept, "GIF", save_all=True, append_images=pictures[1:], duration=80, loop=0)
    return kept.getvalue()
