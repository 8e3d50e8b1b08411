"""What people type becomes HTML: paragraphs, links, mentions, hashtags. Nothing else ever does.

The text is escaped piece by piece and the whole is cleaned once more, so that a slip here opens no hole.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import quote, urlsplit

import nh3
from linkify_it import LinkifyIt

MAX_LINKS = 50
MAX_MENTIONS = 20
MAX_TAGS = 30
MAX_MARKS = 200
LONGEST_TAG = 80
_SHOWN_ADDRESS = 42

_MARK = re.compile(r"(?<![\w@#&/])(?:@(?P<handle>\w[\w.\-]{0,29})|#(?P<tag>\w{1,80}))")
_LINK_REL = "nofollow noopener noreferrer ugc"

_finder = LinkifyIt(options={"fuzzy_email": False, "fuzzy_ip": False})
for _schema in ("ftp:", "//", "mailto:"):
    _finder.add(_schema, None)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: `kind` is text, link, handle or tag; `value` the address, the handle or the tag."""

    kind: str
    text: str
    value: str = ""


def pieces(text: str) -> Iterator[Piece]:
    """`text` cut into what it is made of, in order and without loss."""
    at = 0
    for found in (_finder.match(text) or [])[:MAX_LINKS]:
        if found.index < at:
            continue
        yield from _marks(text[at : found.index])
        yield Piece("link", text[found.index : found.last_index], _address(found))
        at = found.last_index
    yield from _marks(text[at:])


def _address(found: Any) -> str:
    return found.url.replace("http://", "https://", 1) if not found.schema else found.url


def _marks(text: str) -> Iterator[Piece]:
    at = 0
    for found in _MARK.finditer(text):
        handle, tag = found["handle"], found["tag"]
        if handle:
            handle = handle.rstrip(".-")
        elif tag.isdigit():
            continue
        end = found.start() + 1 + len(handle or tag)
        if found.start() > at:
            yield Piece("text", text[at : found.start()])
        yield Piece("handle" if handle else "tag", text[found.start() : end], handle or tag)
        at = end
    if at < len(text):
        yield Piece("text", text[at:])


def _first(found: Iterator[str], limit: int) -> list[str]:
    return list(dict.fromkeys(found))[:limit]


def handles_in(text: str) -> list[str]:
    """The handles that `text` names after an @, each once, at most `MAX_MENTIONS`."""
    return _first((each.value for each in pieces(text) if each.kind == "handle"), MAX_MENTIONS)


def tag_name(written: str) -> str:
    """A hashtag as it is compared."""
    return unicodedata.normalize("NFKC", written).casefold()[:LONGEST_TAG]


def tags_in(text: str) -> dict[str, str]:
    """The hashtags in `text`, as compared and as written, at most `MAX_TAGS`."""
    found: dict[str, str] = {}
    for piece in pieces(text):
        if piece.kind == "tag" and len(found) < MAX_TAGS:
            found.setdefault(tag_name(piece.value), piece.value)
    return found


def first_link(text: str) -> str:
    """The first address in `text`, or nothing."""
    return next((each.value for each in pieces(text) if each.kind == "link" and len(each.value) <= 2000), "")


def render(text: str, *, network: str, mentions: Mapping[str, Any]) -> str:
    """The HTML of `text`. `mentions` are the personas by handle that its author may mention; others stay text."""
    inner, marks = "", 0
    for piece in pieces(text):
        marks += piece.kind != "text"
        inner += _drawn(piece, network, mentions) if marks <= MAX_MARKS else escape(piece.text)
    paragraphs = "".join(f"<p>{each.replace(chr(10), '<br>')}</p>" for each in inner.split("\n\n") if each)
    return nh3.clean(
        paragraphs,
        tags={"p", "br", "a"},
        attributes={"a": {"href", "class", "rel"}},
        url_schemes={"http", "https"},
        link_rel=None,
    )


def _drawn(piece: Piece, network: str, mentions: Mapping[str, Any]) -> str:
    words = escape(piece.text)
    if piece.kind == "link":
        shown = escape(short_address(piece.value))
        return f'<a href="{escape(piece.value)}" rel="{_LINK_REL}">{shown}</a>'
    if piece.kind == "tag":
        return f'<a class="tag" href="/{network}/tags/{quote(tag_name(piece.value))}/">{words}</a>'
    if piece.kind == "handle" and piece.value in mentions:
        handle = mentions[piece.value].handle
        return f'<a class="mention" href="/{network}/@{quote(handle)}/">@{escape(handle)}</a>'
    return words


def short_address(address: str) -> str:
    """An address as it is shown: host and the beginning of the way."""
    parts = urlsplit(address)
    shown = parts.netloc.removeprefix("www.") + address.partition(parts.netloc)[2].rstrip("/")
    return shown if len(shown) <= _SHOWN_ADDRESS else shown[: _SHOWN_ADDRESS - 1] + "…"
