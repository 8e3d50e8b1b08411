"""Texts in Markdown, as HTML that is cleaned, so that no page but ours ever comes of it."""

import re

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from twofold.foundation.kit.kept import Kept


def _reader(lines: bool) -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "breaks": lines})
    return reader.enable(["table", "strikethrough"]).disable("image")


# By whether each line stays one.
_readers = {each: _reader(each) for each in (False, True)}
_TAGS = {
    "p", "br", "strong", "em", "s", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "h3", "h4", "h5",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
# The headings of a text stand below that of its page.
_LOWER = {"h1": "h3", "h2": "h3", "h3": "h4", "h4": "h5", "h5": "h5", "h6": "h5"}
_kept: Kept[Markup] = Kept(500)
# An address as people type it, without the point that ends their sentence.
_ADDRESS = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)'\]]")


def drawn(text: str, *, lines: bool = False) -> Markup:
    """The HTML of a text; pictures and HTML in it stay words. `lines`: each line stays one."""
    key = f"{lines:d}{text}"
    return _kept.get(key) or _kept.put(key, _draw(text, lines))


def _draw(text: str, lines: bool) -> Markup:
    reader = _readers[lines]
    tokens = reader.parse(text)
    for token in tokens:
        if token.type == "inline":
            token.children = _linked(token.children or [])
    for token in tokens:
        token.tag = _LOWER.get(token.tag, token.tag)
    html = reader.renderer.render(tokens, reader.options, {})
    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}, "th": {"align"}, "td": {"align"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener noreferrer",
    )
    # A table that is too wide scrolls by itself, and by keys.
    cleaned = cleaned.replace("<table>", '<div class="scrolls" tabindex="0"><table>')
    return Markup(cleaned.replace("</table>", "</table></div>"))


def _linked(tokens: list[Token]) -> list[Token]:
    """Addresses in the words of a paragraph lead there; those in links and code are left as they are."""
    found: list[Token] = []
    within = 0
    for token in tokens:
        within += token.type == "link_open"
        within -= token.type == "link_close"
        found += [token] if within or token.type != "text" else _parts(token.content)
    return found


def _parts(words: str) -> list[Token]:
    parts, at = [], 0
    for found in _ADDRESS.finditer(words):
        opened = Token("link_open", "a", 1, attrs={"href": found[0]})
        parts += [_said(words[at : found.start()]), opened, _said(found[0]), Token("link_close", "a", -1)]
        at = found.end()
    return [*parts, _said(words[at:])]


def _said(words: str) -> Token:
    return Token("text", "", 0, content=words)
