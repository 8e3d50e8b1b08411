"""Hostile pictures: each a name and its bytes."""

import io
import struct
import zlib
from collections.abc import Callable, Iterator
from random import Random

import pillow_heif
from PIL import Image

File = tuple[str, bytes]


def picture(kind: str, width: int = 320, height: int = 200, **options) -> bytes:
    if kind == "HEIF":
        pillow_heif.register_heif_opener()
    kept = io.BytesIO()
    Image.effect_noise((width, height), 80).convert("RGB").save(kept, kind, **options)
    return kept.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, body: bytes, *, depth: int = 8, colour: int = 2, more: bytes = b"") -> bytes:
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + more + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def bombs() -> Iterator[File]:
    """Few bytes that ask for much memory."""
    for side in (7_000, 7_071, 12_000, 30_000, 65_500):
        for depth, colour in ((1, 0), (8, 2), (8, 6), (16, 6)):
            yield (
                f"png {side} {depth} {colour}",
                png(side, side, zlib.compress(bytes(100_000)), depth=depth, colour=colour),
            )
    rows = zlib.compress(bytes(7_000 * (7_000 * 3 + 1)), 9)
    yield "png that is truly 49 megapixels", png(7_000, 7_000, rows)
    rows = zlib.compress(bytes(7_000 * (7_000 * 8 + 1)), 9)
    yield "png of 49 megapixels in 16 bits with alpha", png(7_000, 7_000, rows, depth=16, colour=6)
    for width, height in ((1, 30_000), (30_000, 1), (1, 65_000), (0, 10), (10, 0), (2**31 - 1, 1)):
        yield f"png {width} x {height}", png(width, height, zlib.compress(bytes(200_000)))
    for word in (b"zTXt", b"iTXt", b"iCCP"):
        inner = b"a\0\0" + zlib.compress(bytes(60_000_000), 9)
        yield (
            f"png with a bomb in {word.decode()}",
            png(32, 32, zlib.compress(bytes(4_000)), more=chunk(word, inner)),
        )
    for side in (20_000, 60_000):
        yield (
            f"gif of {side}",
            b"GIF89a"
            + struct.pack("<HHBBB", side, side, 0x80, 0, 0)
            + bytes(6)
            + (b"," + struct.pack("<HHHHB", 0, 0, side, side, 0) + b"\x02\x02\x4c\x01\x00;"),
        )
        yield f"jpeg of {side}", _jpeg_of(side)
        yield f"webp of {side}", _webp_of(min(side, 16_383))


def _jpeg_of(side: int) -> bytes:
    data = bytearray(picture("JPEG"))
    place = data.index(b"\xff\xc0") + 5
    data[place : place + 4] = struct.pack(">HH", side, side)
    return bytes(data)


def _webp_of(side: int) -> bytes:
    bits = (side - 1) | (side - 1) << 14
    inner = b"VP8L" + struct.pack("<I", 16) + b"\x2f" + struct.pack("<I", bits) + bytes(11)
    return b"RIFF" + struct.pack("<I", 4 + len(inner)) + b"WEBP" + inner


def truncated(chance: Random) -> Iterator[File]:
    for kind in ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"):
        whole = picture(kind)
        for share in (0.02, 0.2, 0.5, 0.9, 0.99):
            yield f"{kind} cut at {share}", whole[: max(12, int(len(whole) * share))]
        for number in range(9):
            broken = bytearray(whole)
            for _each in range(chance.choice((1, 8, 200))):
                broken[chance.randrange(12, len(broken))] = chance.randrange(256)
            yield f"{kind} with wrong bytes {number}", bytes(broken)


def pretenders(chance: Random) -> Iterator[File]:
    """What is something else than it says, or several things at once."""
    heads = {
        "jpeg": b"\xff\xd8\xff\xe0", "png": b"\x89PNG\r\n\x1a\n", "gif": b"GIF89a", "webp": b"RIFF\x10\0\0\0WEBPVP8 ",
        "heic": b"\0\0\0\x18ftypheic", "avif": b"\0\0\0\x18ftypavif",
    }  # fmt: skip
    for name, head in heads.items():
        yield f"{name} and nothing", head
        yield f"{name} and zeros", head + bytes(5_000)
        yield f"{name} and noise", head + chance.randbytes(5_000)
        yield f"{name} that is a page", head + b"<html><script>alert(1)</script></html>" * 40
    for name, body in (
        ("program", b"MZ\x90\0" + bytes(900)), ("elf", b"\x7fELF" + bytes(900)), ("page", b"<!doctype html><p>x"),
        ("svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), ("zip", b"PK\x03\x04" + bytes(900)),
        ("pdf", b"%PDF-1.4\n" + bytes(900)), ("script", b"#!/bin/sh\nrm -rf /\n"), ("nothing", b""), ("one", b"\0"),
        ("gzip", b"\x1f\x8b\x08" + bytes(900)), ("tiff", b"II*\0" + bytes(900)), ("bmp", b"BM" + bytes(900)),
        ("icon", b"\0\0\1\0\1\0" + bytes(900)), ("eps", b"%!PS-Adobe-3.0 EPSF\n" + bytes(900)),
        ("psd", b"8BPS\0\1" + bytes(900)), ("playlist", b"#EXTM3U\n#EXTINF:1\nfile:///etc/passwd\n"),
        ("list of files", b"ffconcat version 1.0\nfile '/etc/passwd'\n"),
    ):  # fmt: skip
        yield name, body
    yield "jpeg with a zip behind", picture("JPEG") + b"PK\x03\x04" + bytes(9_000)
    yield "jpeg with a page behind", picture("JPEG") + b"<script>alert(1)</script>"
    yield "gif that is a script", b"GIF89a/*" + bytes(200) + b"*/=1;alert(1)"


def metadata() -> Iterator[File]:
    """EXIF that is deep, long, wrong or turned in every way."""
    for turn in range(10):
        exif = Image.Exif()
        exif[0x0112] = turn
        yield f"exif turned {turn}", picture("JPEG", exif=exif)
    for name, tail in (
        ("long", b"\xff" * 60_000),
        ("looping", struct.pack("<HHHII", 1, 0x8769, 4, 1, 8) * 400),
    ):
        block = b"Exif\0\0II*\0\x08\0\0\0" + tail
        data = picture("JPEG")
        size = struct.pack(">H", min(65_535, len(block) + 2))
        yield f"exif {name}", data[:2] + b"\xff\xe1" + size + block[:65_533] + data[2:]
    for size in (1, 128, 60_000):
        yield f"profile of {size} bytes", picture("JPEG", icc_profile=bytes(size))
    data = picture("JPEG")
    yield "jpeg of a thousand comments", data[:2] + (b"\xff\xfe\xff\xff" + bytes(65_533)) * 200 + data[2:]
    yield "jpeg in many scans", picture("JPEG", 2_000, 1_500, progressive=True)


def animations() -> Iterator[File]:
    for frames, side in ((10_000, 16), (10_000, 200), (2_000, 500), (300, 1_200)):
        yield f"gif of {frames} frames", _gif(frames, side)
    for kind in ("WEBP", "PNG"):
        yield f"{kind} of 1,000 frames", _animated(kind, 1_000, 48)
    yield "gif that shows each frame for a minute", _gif(50, 32, delay=6_000)
    yield "gif whose frames take no time", _gif(500, 32, delay=0)


def _gif(frames: int, side: int, delay: int = 2) -> bytes:
    """Bare frames of one colour, written by hand: ten thousand are made in no time."""
    kept = io.BytesIO()
    Image.new("P", (side, side), 1).save(kept, "GIF")
    whole = kept.getvalue()
    at = whole.index(b",", 13)
    head, frame = whole[:at], whole[at:-1]
    control = b"!\xf9\x04\x04" + struct.pack("<H", delay) + b"\0\0"
    return head + b"!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0" + (control + frame) * frames + b";"


def _animated(kind: str, frames: int, side: int) -> bytes:
    kept = io.BytesIO()
    pictures = [Image.new("RGB", (side, side), (number % 256, 60, 90)) for number in range(frames)]
    pictures[0].save(kept, kind, save_all=True, append_images=pictures[1:], duration=20)
    return kept.getvalue()


def all_pictures(chance: Random) -> Iterator[File]:
    makers: tuple[Callable[[], Iterator[File]], ...] = (bombs, metadata, animations)
    for make in makers:
        yield from make()
    yield from truncated(chance)
    yield from pretenders(chance)
