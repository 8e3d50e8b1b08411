"""Hostile films: each a name and its bytes."""

import struct
from collections.abc import Iterator
from random import Random

from tests.films import film
from tests.hostile.pictures import File


def box(name: bytes, data: bytes, size: int | None = None) -> bytes:
    return struct.pack(">I", len(data) + 8 if size is None else size) + name + data


def broken(chance: Random) -> Iterator[File]:
    for kind in ("mov", "mp4", "webm", "avi"):
        whole = film(kind=kind, sound=kind not in ("webm", "avi"))
        for share in (0.05, 0.3, 0.6, 0.9, 0.99):
            yield f"{kind} cut at {share}", whole[: int(len(whole) * share)]
        for number in range(14):
            bad = bytearray(whole)
            for _each in range(chance.choice((1, 10, 300))):
                bad[chance.randrange(16, len(bad))] = chance.randrange(256)
            yield f"{kind} with wrong bytes {number}", bytes(bad)
        yield f"{kind} of which the middle is gone", whole[: len(whole) // 3] + whole[len(whole) // 2 :]
        yield f"{kind} twice", whole + whole
        yield f"{kind} and noise", whole + chance.randbytes(200_000)


def sized(chance: Random) -> Iterator[File]:
    """Films that say they are something that they are not: larger, longer, faster."""
    whole = film(kind="mp4")
    for field, values in ((b"tkhd", (7_680, 65_000)), (b"avc1", (8_192, 65_535))):
        for value in values:
            yield f"mp4 whose {field.decode()} says {value}", _resized(whole, field, value)
    for scale, length in ((1, 2**31 - 1), (2**31 - 1, 1), (0, 1), (1, 0)):
        yield f"mp4 of {length}/{scale} seconds", _timed(whole, scale, length)
    for size in (0, 1, 7, 2**31 - 1, 2**32 - 1):
        yield f"a first box of {size}", box(b"ftyp", b"isom\0\0\0\0", size) + bytes(2_000)
    yield "boxes in boxes", _nested(5_000)
    yield "a large film of one frame", film(3_840, 2_160, 1, sound=False)
    yield "a film that is too large", film(4_400, 2_400, 1, sound=False)


def _resized(whole: bytes, field: bytes, value: int) -> bytes:
    at = whole.index(field) + 4
    data = bytearray(whole)
    if field == b"tkhd":
        data[at + 76 : at + 84] = struct.pack(">II", min(value, 65_535) << 16, min(value, 65_535) << 16)
    else:
        data[at + 24 : at + 28] = struct.pack(">HH", value, value)
    return bytes(data)


def _timed(whole: bytes, scale: int, length: int) -> bytes:
    data = bytearray(whole)
    for field in (b"mvhd", b"mdhd"):
        at = whole.index(field) + 4
        data[at + 12 : at + 20] = struct.pack(">II", scale, length)
    return bytes(data)


def _nested(depth: int) -> bytes:
    inner = b""
    for _each in range(depth):
        inner = box(b"moov", inner)
    return box(b"ftyp", b"isom\0\0\2\0isom") + inner


def elsewhere() -> Iterator[File]:
    """What leads out of the file."""
    reference = b"\0\0\0\0\0\0\0\1" + box(b"url ", b"\0\0\0\0http://127.0.0.1:9/x\0")
    yield (
        "a mov that points elsewhere",
        film(kind="mov").replace(b"dref", b"dref", 1) + box(b"moov", box(b"dref", reference)),
    )
    yield "only sound", _without_picture()
    for head in (b"\x1aE\xdf\xa3", b"RIFF\xff\xff\xff\xffAVI LIST", b"\0\0\0\x14ftypqt  ", b"\0\0\0\x08moov"):
        yield f"a head and zeros {head[:8]!r}", head + bytes(300_000)
        yield f"a head and itself {head[:8]!r}", head * 20_000


def _without_picture() -> bytes:
    return film(kind="mp4").replace(b"vide", b"soun").replace(b"avc1", b"mp4a")


def all_films(chance: Random) -> Iterator[File]:
    yield from broken(chance)
    yield from sized(chance)
    yield from elsewhere()
