"""Opens a film: looks at it, or turns it into what every browser plays, in several sizes, without metadata.

`do` of the plan is `look` (what it is, and its poster), `make` (MP4 with H.264 and AAC, the index in front), or `loop`
(a moving picture as a short silent film). While it makes, it prints lines of JSON with the share that is `done`.
"""

import json
import os
import sys
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

import av
import av.error
import pillow_heif
from av.filter import Graph
from PIL import Image

sys.path.append(os.path.dirname(__file__))

from box import Unfit, digest, run, written

LADDER = (1080, 720, 480)
MOST_PIXELS, LONGEST_SIDE = 9_500_000, 4_200
FASTEST = 30
SPOILT = 200  # packets that may be unreadable, one after another, before a film counts as broken
CODECS = {"h264", "hevc", "vp8", "vp9", "av1", "libdav1d", "mpeg4", "mjpeg", "h263", "prores", "mpeg2video"}
TICKS = Fraction(1, 90_000)
QUALITY = {1080: "23", 720: "23", 480: "24"}
av.logging.set_level(None)


def opened(path: str, kind: str) -> tuple[Any, Any]:
    """The container and its video stream. Only this file is read, whatever it says of others."""
    file = open(path, "rb")  # noqa: SIM115 - open until this process ends
    container: Any = av.open(file, format=kind, options={"enable_drefs": "0"}, buffer_size=262_144)
    if not container.streams.video:
        raise Unfit("sound" if container.streams.audio else "broken")
    stream = container.streams.video[0]
    if stream.codec_context.name not in CODECS:
        raise Unfit("codec")
    _check_size(stream.codec_context.width, stream.codec_context.height)
    stream.codec_context.thread_count = 2
    stream.codec_context.thread_type = "SLICE"
    return container, stream


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise Unfit("large")


def seconds_of(container: Any, stream: Any) -> float:
    """How long it says it is; 0 when it does not say."""
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    return container.duration / 1_000_000 if container.duration else 0.0


def frames(container: Any, *streams: Any) -> Iterator[tuple[Any, Any]]:
    """Stream and frame, one after another; what cannot be read is left out, unless nothing else follows."""
    spoilt = 0
    for packet in container.demux(*streams):
        try:
            found = packet.decode()
            spoilt = 0
        except av.error.FFmpegError:
            spoilt += 1
            if spoilt > SPOILT:
                raise
            continue
        for frame in found:
            yield packet.stream, frame


def upright(frame: Any) -> Image.Image:
    image: Image.Image = frame.to_image()
    turns = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}
    turn = turns.get(round(frame.rotation) % 360)
    return image.transpose(turn) if turn is not None else image


def look(source: str, folder: str, plan: dict[str, Any]) -> dict[str, Any]:
    container, stream = opened(source, plan["kind"])
    seconds = seconds_of(container, stream)
    if seconds > plan["longest"]:
        raise Unfit("long")
    if seconds > 2:
        container.seek(int(min(1.0, seconds / 10) * 1_000_000))
    image = None
    for number, (_stream, frame) in enumerate(frames(container, stream)):
        _check_size(frame.width, frame.height)
        image = upright(frame)
        if (
            number >= 24 or max(image.convert("L").resize((16, 16)).tobytes()) > 40
        ):  # not one that is all black
            break
    if image is None:
        raise Unfit("broken")
    answer = {"seconds": seconds, "sound": bool(container.streams.audio), "blurhash": digest(image)}
    written(image, folder, plan["variants"])
    with Image.open(os.path.join(folder, f"{plan['variants'][0][0]}.webp")) as shown:
        return {**answer, "width": shown.width, "height": shown.height, "moves": True, "original": ""}


class Writer:
    """One MP4 in the making. `short` is the length of its shorter side."""

    def __init__(self, folder: str, short: int, first: Any, *, sound: Any = None, copied: Any = None):
        self.short = short
        path = os.path.join(folder, f"{short}.mp4")
        options = {"movflags": "+faststart", "fflags": "+bitexact"}
        self.container: Any = av.open(path, "w", format="mp4", options=options)
        self.rotation = round(first.rotation) % 360
        self.width, self.height = fitted(first, self.rotation, short)
        self.stream = self.container.add_stream("libx264", rate=FASTEST)
        self.stream.width, self.stream.height, self.stream.pix_fmt = self.width, self.height, "yuv420p"
        self.stream.time_base = self.stream.codec_context.time_base = TICKS
        crf = next(value for side, value in QUALITY.items() if short >= side or side == 480)
        self.stream.options = {
            "preset": "veryfast",
            "crf": crf,
            "x264-params": "rc-lookahead=12:keyint=60:info=0",
        }
        self.stream.codec_context.thread_count = 2
        self.sound: Any = self.container.add_stream("aac", rate=48_000) if sound else None
        if self.sound:
            self.sound.layout, self.sound.bit_rate = "stereo", 128_000
        self.copied = self.container.add_stream_from_template(copied) if copied else None
        self.graph: Any = None
        self.last = -1

    def picture(self, frame: Any, ticks: int) -> None:
        """Write a frame at a time, given in `TICKS`; frames that come too fast are left out."""
        if self.last >= 0 and ticks - self.last < TICKS.denominator // (FASTEST + 2):
            return
        self.last = ticks
        if self.graph is None:
            self.graph = self._graph(frame)
        frame.pts, frame.time_base = ticks, TICKS
        self.graph.push(frame)
        made = self.graph.pull()
        made.pts, made.time_base = ticks, TICKS
        made.pict_type = 0
        self.container.mux(self.stream.encode(made))

    def _graph(self, frame: Any) -> Any:
        graph = Graph()
        nodes = [
            graph.add_buffer(width=frame.width, height=frame.height, format=frame.format, time_base=TICKS)
        ]
        for turn in {90: ["cclock"], 180: ["clock", "clock"], 270: ["clock"]}.get(self.rotation, []):
            nodes.append(graph.add("transpose", turn))
        nodes.append(graph.add("scale", f"{self.width}:{self.height}:flags=bicubic"))
        nodes.append(graph.add("format", "yuv420p"))
        nodes.append(graph.add("setsar", "1"))
        nodes.append(graph.add("buffersink"))
        for one, other in pairwise(nodes):
            one.link_to(other)
        graph.configure()
        return graph

    def close(self) -> int:
        self.container.mux(self.stream.encode(None))
        if self.sound:
            self.container.mux(self.sound.encode(None))
        self.container.close()
        return self.short


def fitted(frame: Any, rotation: int, short: int) -> tuple[int, int]:
    """Width and height upright, the shorter side at most `short`, both even as the codec needs them."""
    aspect = frame.sample_aspect_ratio if hasattr(frame, "sample_aspect_ratio") else None
    width, height = frame.width * (float(aspect) if aspect and 0.2 < aspect < 5 else 1), frame.height
    if rotation in (90, 270):
        width, height = height, width
    share = min(1, short / min(width, height), 1920 / max(width, height) * max(1, short / 1080))
    return max(2, round(width * share / 2) * 2), max(2, round(height * share / 2) * 2)


def make(source: str, folder: str, plan: dict[str, Any]) -> dict[str, Any]:
    """First the largest size from the source, then the smaller ones from that, which is no longer strange."""
    container, stream = opened(source, plan["kind"])
    told = Told(seconds_of(container, stream) or plan["longest"])
    first, seconds = largest(container, stream, folder, plan, told)
    smaller = [each for each in LADDER if each <= first * 0.8]
    if smaller:
        told.begin(0.6, 0.4)
        scaled(os.path.join(folder, f"{first}.mp4"), folder, smaller, told)
    return {"heights": [first, *smaller], "seconds": seconds}


class Told:
    """Says how far it is, not more often than each hundredth."""

    def __init__(self, seconds: float):
        self.seconds, self.base, self.share, self.last = max(seconds, 0.1), 0.0, 0.6, -1

    def begin(self, base: float, share: float) -> None:
        self.base, self.share = base, share

    def at(self, seconds: float) -> None:
        done = int(100 * (self.base + self.share * min(1.0, seconds / self.seconds)))
        if done > self.last:
            self.last = done
            print(json.dumps({"done": min(99, done)}), flush=True)


def largest(container: Any, stream: Any, folder: str, plan: dict[str, Any], told: Told) -> tuple[int, float]:
    sound: Any = next(iter(container.streams.audio), None)
    resampler = av.AudioResampler(format="fltp", layout="stereo", rate=48_000) if sound else None
    writer: Writer | None = None
    begun, seconds = None, 0.0
    for source, frame in frames(container, *([stream, sound] if sound else [stream])):
        if frame.time is None:
            continue
        begun = frame.time if begun is None else begun
        at = max(0.0, frame.time - begun)
        if at > plan["longest"] + 1:
            break
        if source.type == "video":
            _check_size(frame.width, frame.height)
            if writer is None:
                short = min(LADDER[0], min(frame.width, frame.height) // 2 * 2)
                writer = Writer(folder, max(2, short), frame, sound=sound)
            writer.picture(frame, int(at * TICKS.denominator))
            seconds = max(seconds, at)
            told.at(at)
        elif writer is not None and resampler is not None:
            _hear(writer, resampler, frame)
    if writer is None:
        raise Unfit("broken")
    return writer.close(), seconds


def _hear(writer: Writer, resampler: Any, frame: Any) -> None:
    try:
        for part in resampler.resample(frame):
            writer.container.mux(writer.sound.encode(part))
    except (av.error.FFmpegError, ValueError):
        return  # a film whose sound changes its shape goes on without that part of it


def scaled(path: str, folder: str, shorts: list[int], told: Told) -> None:
    """Smaller sizes of a film that we wrote; its sound is copied."""
    container: Any = av.open(path)
    stream: Any = container.streams.video[0]
    sound: Any = next(iter(container.streams.audio), None)
    writers: list[Writer] = []
    early: list[Any] = []
    for packet in container.demux(*([stream, sound] if sound else [stream])):
        if packet.stream.type == "audio":
            _copy(packet, writers) if writers else early.append(packet)
            continue
        for frame in packet.decode():
            if not writers:
                writers = [Writer(folder, short, frame, copied=sound) for short in shorts]
                for each in early:
                    _copy(each, writers)
            for writer in writers:
                writer.picture(frame, int((frame.time or 0) * TICKS.denominator))
            told.at(frame.time or 0)
    for writer in writers:
        writer.close()


def _copy(packet: Any, writers: list[Writer]) -> None:
    for writer in writers if packet.dts is not None else ():
        twin: Any = av.Packet(bytes(packet))
        twin.pts, twin.dts, twin.time_base = packet.pts, packet.dts, packet.time_base
        twin.duration, twin.stream = packet.duration, writer.copied
        writer.container.mux(twin)


def _on_white(image: Image.Image) -> Image.Image:
    """The frame as it stands, with even sides and nothing to see through."""
    shown = Image.new("RGB", (image.width // 2 * 2, image.height // 2 * 2), "white")
    clear = image.convert("RGBA")
    shown.paste(clear, mask=clear)
    return shown


def loop(source: str, folder: str, plan: dict[str, Any]) -> dict[str, Any]:
    """A moving picture: its first seconds as a silent film."""
    if plan["kind"] == "HEIF":
        pillow_heif.register_heif_opener(thumbnails=False)
    image: Any = Image.open(source, formats=[plan["kind"]])
    _check_size(*image.size)
    told, writer, at = Told(plan["longest"]), None, 0.0
    if min(image.size) < 2:
        raise Unfit("broken")
    for number in range(plan["most"]):
        try:
            image.seek(number)
        except EOFError:
            break
        frame = av.VideoFrame.from_image(_on_white(image))
        writer = writer or Writer(folder, max(2, min(LADDER[1], min(frame.width, frame.height))), frame)
        writer.picture(frame, int(at * TICKS.denominator))
        at += min(2.0, max(0.02, (image.info.get("duration") or 100) / 1000))
        told.at(at)
        if at > plan["longest"]:
            break
    if writer is None:
        raise Unfit("broken")
    return {"heights": [writer.close()], "seconds": at}


def work(source: str, folder: str, plan: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"look": look, "make": make, "loop": loop}[plan["do"]](source, folder, plan)
    except av.error.MemoryError:
        raise Unfit("large") from None


if __name__ == "__main__":
    run(work)
