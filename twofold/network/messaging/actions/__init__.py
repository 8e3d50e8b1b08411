"""Writes of conversations: each one change, whole, with its fact."""

from twofold.network.messaging.actions.attaching import (
    Laid,
    detach,
    lay,
    prepare_voice,
    sweep_files,
    unlay,
)
from twofold.network.messaging.actions.beginning import begin_group, open_pair
from twofold.network.messaging.actions.changing import (
    edit,
    hide,
    put_back,
    show_ready,
    sign,
    take_back,
    take_down,
    unhide,
)
from twofold.network.messaging.actions.later import (
    change_later,
    drop_later,
    send_later,
    send_now,
    send_what_is_due,
)
from twofold.network.messaging.actions.leaving import dissolve, hand_over, leave, part, remove
from twofold.network.messaging.actions.linking import look_behind
from twofold.network.messaging.actions.passing import pass_on
from twofold.network.messaging.actions.people import accept, add, appoint, decline, rename, vanish
from twofold.network.messaging.actions.sending import send
from twofold.network.messaging.actions.sorting import FLAGS, flag, keep_draft, read, set_manner
from twofold.network.messaging.actions.vanishing import sweep

__all__ = [
    "FLAGS",
    "Laid",
    "accept",
    "add",
    "appoint",
    "begin_group",
    "change_later",
    "decline",
    "detach",
    "dissolve",
    "drop_later",
    "edit",
    "flag",
    "hand_over",
    "hide",
    "keep_draft",
    "lay",
    "leave",
    "look_behind",
    "open_pair",
    "part",
    "pass_on",
    "prepare_voice",
    "put_back",
    "read",
    "remove",
    "rename",
    "send",
    "send_later",
    "send_now",
    "send_what_is_due",
    "set_manner",
    "show_ready",
    "sign",
    "sweep",
    "sweep_files",
    "take_back",
    "take_down",
    "unhide",
    "unlay",
    "vanish",
]
