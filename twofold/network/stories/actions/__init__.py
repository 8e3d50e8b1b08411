"""Writes of stories: each one change, whole, with its fact."""

from twofold.network.stories.actions.keeping import change_highlight, drop_highlight, keep, let_end
from twofold.network.stories.actions.looking import feel, look, part
from twofold.network.stories.actions.telling import (
    delete,
    erase,
    forget_ended,
    put_back,
    take_down,
    tell,
)

__all__ = [
    "change_highlight",
    "delete",
    "drop_highlight",
    "erase",
    "feel",
    "forget_ended",
    "keep",
    "let_end",
    "look",
    "part",
    "put_back",
    "take_down",
    "tell",
]
