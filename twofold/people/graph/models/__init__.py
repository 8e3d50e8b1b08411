from twofold.people.graph.models.introductions import LAPSE, Hop, Introduction
from twofold.people.graph.models.notes import Note, Tag
from twofold.people.graph.models.ties import (
    DEFAULT_KIND,
    KINDS,
    Block,
    Circle,
    Follow,
    Mute,
    Tie,
    TieKind,
    TieRequest,
)

__all__ = [
    "DEFAULT_KIND",
    "KINDS",
    "LAPSE",
    "Block",
    "Circle",
    "Follow",
    "Hop",
    "Introduction",
    "Mute",
    "Note",
    "Tag",
    "Tie",
    "TieKind",
    "TieRequest",
]
