"""Lessons are written in Markdown; what becomes of it is cleaned, so that no page but ours ever comes of it."""

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

from twofold.foundation.kit.kept import Kept

_reader = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).disable("image")
_TAGS = {
    "p", "br", "strong", "em", "s", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "h3", "h4", "h5",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
# The headings of a lesson stand below its own.
_LOWER = {"h1": "h3", "h2": "h3", "h3": "h4", "h4": "h5", "h5": "h5", "h6": "h5"}
_kept: Kept[Markup] = Kept(500)


def drawn(text: str) -> Markup:
    """The HTML of a text; pictures and HTML in it stay words."""
    return _kept.get(text) or _kept.put(text, _draw(text))


def _draw(text: str) -> Markup:
    tokens = _reader.parse(text)
    for token in tokens:
        token.tag = _LOWER.get(token.tag, token.tag)
    html = _reader.renderer.render(tokens, _reader.options, {})
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
