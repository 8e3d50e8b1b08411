"""Writes of events: made, changed, answered, hosted, called off."""

from twofold.network.events.actions.afterwards import add_pictures, drop_picture, write_afterwards
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
from twofold.network.events.actions.arriving import let_in
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
from twofold.network.events.actions.meeting import answer_meeting, ask_to_meet, be_found
from twofold.network.events.actions.timing import lay_out_further, remind
from twofold.network.events.actions.visiting import answer_as_visitor, come_as_visitor, forget_visitor

__all__ = [
    "Talk",
    "accept_host",
    "add_pictures",
    "answer",
    "answer_as_visitor",
    "answer_meeting",
    "ask",
    "ask_host",
    "ask_to_meet",
    "be_found",
    "begin_import",
    "cancel",
    "change_event",
    "chosen_spec",
    "come_as_visitor",
    "come_by",
    "decline_host",
    "delete_event",
    "dissolve",
    "drop_date",
    "drop_feed",
    "drop_link",
    "drop_picture",
    "drop_session",
    "forget_files",
    "forget_visitor",
    "keep_session",
    "lay_out_further",
    "let_host_go",
    "let_in",
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
    "write_afterwards",
]
