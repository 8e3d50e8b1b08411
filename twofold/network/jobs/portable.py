"""Whether a PDF is a document and nothing more: one that runs, opens or carries something is not taken in."""

import re
import zlib

_MOST_STREAMS = 400
_MOST_INFLATED = 8 * 1024 * 1024
_STREAM = re.compile(rb"stream\r?\n")
_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
_ACTIVE = re.compile(
    rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToR|GoToE|Movie|Sound|Rendition)"
    rb"(?![A-Za-z])"
)


def is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024] and b"%%EOF" in data[-2048:]


def is_active(data: bytes) -> bool:
    """Whether it names anything that acts, also within the compressed objects; what cannot be read counts as acting."""
    if b"/Encrypt" in data:
        return True
    if _acts(data):
        return True
    room = _MOST_INFLATED
    for number, found in enumerate(_STREAM.finditer(data)):
        # Only lists of objects can hold names that act: pictures and text stay packed.
        if b"/ObjStm" not in data[max(0, found.start() - 400) : found.start()]:
            continue
        if number >= _MOST_STREAMS or room <= 0:
            return True
        try:
            text = zlib.decompressobj().decompress(data[found.end() :], room)
        except zlib.error:
            return True
        room -= len(text)
        if _acts(text):
            return True
    return False


def _acts(text: bytes) -> bool:
    plain = _NAME.sub(lambda match: bytes([int(match[1], 16)]), text) if b"#" in text else text
    return _ACTIVE.search(plain) is not None
