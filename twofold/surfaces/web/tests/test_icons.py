"""Every icon that a page names is in the sprite, and the sprite is what its list says."""

import re
from pathlib import Path

from twofold.surfaces.web.sprite import names, symbol

HOUSE = Path(__file__).resolve().parents[3]
SPRITE = (HOUSE / "surfaces/web/static/web/icons.svg").read_text()


def test_what_pages_name_is_there() -> None:
    templates = [path.read_text() for path in HOUSE.glob("*/*/templates/**/*.html")]
    named = {name for text in templates for name in re.findall(r'icon\("([a-z0-9-]+)"', text)}
    named |= {name for text in templates for name in re.findall(r'glyph="([a-z0-9-]+)"', text)}
    assert named <= set(names())


def test_the_sprite_is_made_of_its_list() -> None:
    assert re.findall(r'symbol id="([^"]+)"', SPRITE) == names()
    assert symbol("bell") in SPRITE
