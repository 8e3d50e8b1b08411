"""Opens a voice note: what is heard, as AAC in MP4 that every browser plays, without metadata."""

import os
import sys
from array import array
from itertools import pairwise
from typing import Any

import av
import av.error

sys.path.append(os.path.dirname(__file__))

from box import Unfit, run

CODECS = {"opus", "vorbis", "aac", "mp3", "mp3float", "flac", "alac", "libopus"}
RATE, STRETCHES, SPOILT = 48_000, 48, 200
# Of so many samples one is looked at: enough to see how loud it is.
EACH = 24
av.logging.set_level(None)


def work(source: str, folder: str, plan: dict[str, Any]) -> dict[str, Any]:
    file = open(source, "rb")  # noqa: SIM115 - open until this process ends
    try:
        container: Any = av.open(file, format=plan["kind"], options={"enable_drefs": "0"})
    except av.error.FFmpegError:
        raise Unfit("broken") from None
    stream: Any = next(iter(container.streams.audio), None)
    if stream is None:
        raise Unfit("sound")
    if stream.codec_context.name not in CODECS and not stream.codec_context.name.startswith("pcm_"):
        raise Unfit("codec")
    made: Any = av.open(
        os.path.join(folder, "voice.m4a"),
        "w",
        format="mp4",
        options={"movflags": "+faststart", "fflags": "+bitexact"},
    )
    voice: Any = made.add_stream("aac", rate=RATE)
    voice.layout, voice.bit_rate = "mono", 48_000
    loud, samples = written(container, stream, made, voice, plan["longest"])
    if not samples:
        raise Unfit("broken")
    made.mux(voice.encode(None))
    made.close()
    return {"seconds": samples / RATE, "loudness": drawn(loud)}


def written(container: Any, stream: Any, made: Any, voice: Any, longest: int) -> tuple[list[float], int]:
    """How loud each frame is, and how many samples there are."""
    resampler = av.AudioResampler(format="fltp", layout="mono", rate=RATE)
    loud, samples = [], 0
    for frame in heard(container, stream):
        for part in resampler.resample(frame):
            values = array("f", bytes(part.planes[0])[: part.samples * 4])
            loud.append(max((abs(each) for each in values[::EACH]), default=0.0))
            part.pts, samples = samples, samples + part.samples
            made.mux(voice.encode(part))
        if samples > (longest + 1) * RATE:
            raise Unfit("long")
    return loud, samples


def heard(container: Any, stream: Any) -> Any:
    spoilt = 0
    for packet in container.demux(stream):
        try:
            yield from packet.decode()
        except av.error.FFmpegError:
            spoilt += 1
            if spoilt > SPOILT:
                raise Unfit("broken") from None


def drawn(loud: list[float]) -> str:
    """How loud it is from beginning to end, a digit for each stretch, the loudest 9."""
    most = max(max(loud), 0.02)
    count = min(STRETCHES, len(loud))
    bounds = [len(loud) * number // count for number in range(count + 1)]
    peaks = [max(loud[start:end]) for start, end in pairwise(bounds)]
    return "".join(str(min(9, round(9 * each / most))) for each in peaks)


if __name__ == "__main__":
    run(work)
