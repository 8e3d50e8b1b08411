"""Portraits without a face: what somebody likes to be seen as among friends. Bright, simple, one thing each."""

from twofold.config.demo.pictures import motifs_living, motifs_made
from twofold.config.demo.pictures.canvas import Canvas, png

SIZE = 640
_GROUNDS = (
    ("#ffcf7d", "#ff8f6b"),
    ("#8ee3d8", "#2e9ca6"),
    ("#ffb3c1", "#e0567a"),
    ("#c3b1ff", "#6f63d2"),
    ("#ffe08a", "#f2b134"),
    ("#a8e6a3", "#3f9d63"),
    ("#9fd3ff", "#3f7fd0"),
    ("#f8c4a4", "#c8604a"),
)
_NIGHT = ("#1b2450", "#4a3f7a")
_AT_NIGHT = {"moon", "moth", "lighthouse", "pinball"}
_DRAWN = motifs_living.DRAWN | motifs_made.DRAWN


def motif(handle: str, name: str) -> bytes:
    """The thing called `name`, on a ground of this person's own. Raises KeyError for a thing nobody draws."""
    c = Canvas(SIZE, SIZE, f"motif {handle} {name}")
    c.wash(*(_NIGHT if name in _AT_NIGHT else c.chance.choice(_GROUNDS)))
    c.oval(320, 330, 250, 250, "#ffffff", opacity=0.14)
    _DRAWN[name](c)
    return png(c.finish(4, 0.14))
