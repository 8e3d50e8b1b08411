"""Text as people type it, made safe to keep: NFC, no control characters, no bidi tricks, capped."""

import re
import unicodedata

# Embeddings, overrides and isolates change how the text around them reads; the two marks do not.
_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_CONTROL = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, *range(0x80, 0xA0), 0xFEFF])
_SPACES = re.compile(r"\s+")
_BLANK_LINES = re.compile(r"\n{3,}")


def has_bidi_controls(text: str) -> bool:
    """Whether `text` carries characters that reorder what stands around it."""
    return any(ord(letter) in _BIDI for letter in text)


def clean_line(text: str) -> str:
    """One line: NFC, control and bidi characters dropped, runs of white space made one space."""
    kept = unicodedata.normalize("NFC", text).translate(_CONTROL).translate(_BIDI)
    return _SPACES.sub(" ", kept).strip()


def clean_block(text: str) -> str:
    """Several lines: as `clean_line`, line breaks kept, at most one blank line between paragraphs."""
    kept = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = kept.translate(_CONTROL).translate(_BIDI)
    return _BLANK_LINES.sub("\n\n", kept).strip()


def folded(text: str) -> str:
    """What two spellings of one word share: no accents, small letters, single spaces. Never shown."""
    split = unicodedata.normalize("NFKD", clean_line(text)).casefold()
    kept = "".join(letter for letter in split if not unicodedata.combining(letter))
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", kept)).strip()


def begins(text: str, handle: str, name: str) -> bool:
    """Whether a handle, or any word of a name, begins with `text`, whatever its accents and capitals."""
    wanted = folded(text.strip().removeprefix("@"))
    return handle.lower().startswith(wanted) or f" {wanted}" in f" {folded(name)}"
