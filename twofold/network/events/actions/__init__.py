"""Writes of events: made, changed, answered, hosted, called off."""

from twofold.network.events.actions.agenda import Talk, drop_session, keep_session, take_schedule
from twofold.network.events.actions.answering import (
    answer,
    ask,
    come_by,
    drop_link,
    make_link,
    remove_guest,
    withdraw,
)
from twofold.network.events.actions.calendars import (
    begin_import,
    drop_feed,
    forget_files,
    make_feed,
    note_reading,
    take_over,
    undo_import,
)
from twofold.network.events.actions.dates import drop_date, move_date, restore_date
from twofold.network.events.actions.ending import (
    cancel,
    delete_event,
    dissolve,
    part_events,
    put_back,
    revive,
    take_down,
)
from twofold.network.events.actions.hosting import accept_host, ask_host, decline_host, let_host_go
from twofold.network.events.actions.making import change_event, chosen_spec, make_event, plan_of
from twofold.network.events.actions.timing import lay_out_further, remind

__all__ = [
    "Talk",
    "accept_host",
    "answer",
    "ask",
    "ask_host",
    "begin_import",
    "cancel",
    "change_event",
    "chosen_spec",
    "come_by",
    "decline_host",
    "delete_event",
    "dissolve",
    "drop_date",
    "drop_feed",
    "drop_link",
    "drop_session",
    "forget_files",
    "keep_session",
    "lay_out_further",
    "let_host_go",
    "make_event",
    "make_feed",
    "make_link",
    "move_date",
    "note_reading",
    "part_events",
    "plan_of",
    "put_back",
    "remind",
    "remove_guest",
    "restore_date",
    "revive",
    "take_down",
    "take_over",
    "take_schedule",
    "undo_import",
    "withdraw",
]
