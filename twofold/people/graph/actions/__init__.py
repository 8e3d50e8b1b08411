"""Writes of the graph. The actor comes first; each asks the door, is one transaction and announces its fact.

Nobody but its owner ever learns the kind of a tie, a circle, a mute or a no.
"""

from twofold.people.graph.actions.blocks import block, mute, unblock, unmute
from twofold.people.graph.actions.circles import (
    add_to_circle,
    delete_circle,
    make_circle,
    remove_from_circle,
    rename_circle,
)
from twofold.people.graph.actions.follows import follow, unfollow
from twofold.people.graph.actions.introductions import (
    ask_introduction,
    connect_through,
    let_lapse,
    pass_on,
    take_back_introduction,
)
from twofold.people.graph.actions.notes import keep_note
from twofold.people.graph.actions.ties import (
    accept_tie,
    befriend,
    decline_tie,
    end_tie,
    request_tie,
    set_tie_kind,
    withdraw_tie,
)

__all__ = [
    "accept_tie",
    "add_to_circle",
    "ask_introduction",
    "befriend",
    "block",
    "connect_through",
    "decline_tie",
    "delete_circle",
    "end_tie",
    "follow",
    "keep_note",
    "let_lapse",
    "make_circle",
    "mute",
    "pass_on",
    "remove_from_circle",
    "rename_circle",
    "request_tie",
    "set_tie_kind",
    "take_back_introduction",
    "unblock",
    "unfollow",
    "unmute",
    "withdraw_tie",
]
