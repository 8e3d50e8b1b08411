"""Writes of conversations: each one change, whole, with its fact."""

from twofold.network.messaging.actions.beginning import begin_group, open_pair
from twofold.network.messaging.actions.changing import edit, hide, put_back, sign, take_back, take_down
from twofold.network.messaging.actions.leaving import dissolve, hand_over, leave, part, remove
from twofold.network.messaging.actions.people import accept, add, appoint, decline, rename, vanish
from twofold.network.messaging.actions.sending import send
from twofold.network.messaging.actions.sorting import FLAGS, flag, keep_draft, read, set_manner
from twofold.network.messaging.actions.vanishing import sweep

__all__ = [
    "FLAGS",
    "accept",
    "add",
    "appoint",
    "begin_group",
    "decline",
    "dissolve",
    "edit",
    "flag",
    "hand_over",
    "hide",
    "keep_draft",
    "leave",
    "open_pair",
    "part",
    "put_back",
    "read",
    "remove",
    "rename",
    "send",
    "set_manner",
    "sign",
    "sweep",
    "take_back",
    "take_down",
    "vanish",
]
