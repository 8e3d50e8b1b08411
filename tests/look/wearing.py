"""Whether a page wears the sheets of css/rooms that its classes are written in."""

import re
from functools import lru_cache
from pathlib import Path

from playwright.sync_api import Page

_CSS = Path(__file__).parents[2] / "twofold/surfaces/web/static/web/css"
_CLASSES_AND_SHEETS = """() => [
  [...new Set([...document.querySelectorAll("[class]")].flatMap((one) => [...one.classList]))],
  [...document.querySelectorAll("link[rel=stylesheet]")].map((one) => new URL(one.href).pathname),
]"""


def _written_in(path: Path) -> set[str]:
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S)
    return set(re.findall(r"\.([a-zA-Z][\w-]*)", text))


@lru_cache(maxsize=1)
def _sheets() -> tuple[set[str], dict[str, set[str]]]:
    """Classes that every page may use, and those of each room."""
    rooms = {path.stem: _written_in(path) for path in _CSS.glob("rooms/*.css")}
    common = [path for path in _CSS.rglob("*.css") if path.parent.name != "rooms"]
    return set().union(*map(_written_in, common)), rooms


def undressed(page: Page) -> list[str]:
    """Classes on the page that only rooms which it does not wear know, with those rooms."""
    classes, sheets = page.evaluate(_CLASSES_AND_SHEETS)
    common, rooms = _sheets()
    known = common.union(*(rooms.get(path.split("/")[-2], set()) for path in sheets))
    return [
        f"class {name} is styled only in css/rooms: {', '.join(sorted(homes))}"
        for name in classes
        if name not in known and (homes := [room for room, its in rooms.items() if name in its])
    ]
