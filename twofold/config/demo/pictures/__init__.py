"""Every picture of the demo network, drawn by rule: the same every time, no two alike, nothing from elsewhere.

`canvas` is paper and brush; the other modules draw.
"""

from importlib import import_module

from twofold.config.demo.pictures.album import PHOTOS, Photo

_MODULES = ("shore", "town", "table", "charts")


def photos() -> dict[str, Photo]:
    """The pictures of posts by name, each with the words for those who do not see it."""
    for name in _MODULES:
        import_module(f"twofold.config.demo.pictures.{name}")
    return PHOTOS
