"""The words of HTML that somebody else wrote, without anything that acts or shows."""

from html.parser import HTMLParser

_BLOCKS = {
    "p",
    "div",
    "br",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "tr",
    "section",
    "blockquote",
}
_SKIPPED = {"script", "style", "template", "noscript", "iframe", "object", "svg"}


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self.skipping += 1
        elif tag == "li":
            self.out.append("\n- ")
        elif tag in _BLOCKS:
            self.out.append("\n" if tag in ("br", "tr") else "\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self.skipping = max(0, self.skipping - 1)
        elif tag in _BLOCKS:
            self.out.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.out.append(
                " ".join(data.split()) + (" " if data[-1:].isspace() else "") if data.strip() else " "
            )


def plain(html: str) -> str:
    """Paragraphs with empty lines between them, lines of lists with a dash."""
    words = _Words()
    words.feed(html[:200_000])
    words.close()
    lines = [" ".join(each.split()) for each in "".join(words.out).split("\n")]
    kept: list[str] = []
    for each in lines:
        if each == "-" or (not each and (not kept or not kept[-1])):
            continue
        if each.startswith("- ") and kept and kept[-1] == "" and len(kept) > 1 and kept[-2].startswith("- "):
            kept.pop()
        kept.append(each)
    return "\n".join(kept).strip()
