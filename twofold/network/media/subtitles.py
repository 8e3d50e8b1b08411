"""Captions as people have them (WebVTT or SubRip), read with suspicion and written anew as WebVTT."""

import re

from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.text import clean_block

MAX_BYTES = 512 * 1024
MAX_CUES = 5_000
_TIMES = re.compile(
    r"^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})"
)
_MARKS = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|\{\\[^{}]{0,60}\}")


def written(data: bytes) -> bytes:
    """Clean WebVTT: times and words, nothing else. Refused when there is no caption in it."""
    if len(data) > MAX_BYTES:
        raise Refused(_("A file of subtitles may have 512 kB."), field="captions")
    cues = [_cue(*each) for each in _cues(_text(data))]
    if not cues:
        raise Refused(_("There are no subtitles in this file. Add a .vtt or .srt file."), field="captions")
    return ("WEBVTT\n\n" + "\n".join(cues[:MAX_CUES])).encode()


def _text(data: bytes) -> str:
    for encoding in (
        "utf-8-sig",
        "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig",
        "cp1252",
    ):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _cues(text: str) -> list[tuple[float, float, str]]:
    found: list[tuple[float, float, str]] = []
    words: list[str] | None = None
    for line in [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]:
        if match := _TIMES.match(line):
            words = []
            found.append((_seconds(match[1]), _seconds(match[2]), ""))
        elif not line.strip():
            words = None
        elif words is not None:
            words.append(line)
            found[-1] = (*found[-1][:2], "\n".join(words))
    return [each for each in found if each[1] > each[0] and each[2].strip()]


def _seconds(text: str) -> float:
    parts = [float(each.replace(",", ".")) for each in text.split(":")]
    return sum(part * 60**place for place, part in enumerate(reversed(parts)))


def _cue(begin: float, end: float, words: str) -> str:
    plain = clean_block(_MARKS.sub("", words)).replace("-->", "→")[:500]
    safe = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    lines = "\n".join(line for line in safe.split("\n") if line.strip())
    return f"{_time(begin)} --> {_time(end)}\n{lines}\n"


def _time(seconds: float) -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}.{thousandths:03d}"
