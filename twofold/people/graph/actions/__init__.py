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
    "befriend",
    "block",
    "decline_tie",
    "delete_circle",
    "end_tie",
    "follow",
    "make_circle",
    "mute",
    "remove_from_circle",
    "rename_circle",
    "request_tie",
    "set_tie_kind",
    "unblock",
    "unfollow",
    "unmute",
    "withdraw_tie",
]
