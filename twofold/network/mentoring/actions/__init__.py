"""Writes of mentoring. The actor comes first; what they may not even know of is Absent."""

from twofold.network.mentoring.actions.agreeing import agree, drop_goal, keep_goal, keep_terms, tick_goal
from twofold.network.mentoring.actions.ending import end, forget_person, part_ways, sign
from twofold.network.mentoring.actions.meeting import (
    drop_meeting,
    keep_notes,
    keep_own_note,
    plan_meeting,
    remind,
)
from twofold.network.mentoring.actions.notices import close_notice, keep_notice
from twofold.network.mentoring.actions.requests import accept, ask, decline, withdraw

__all__ = [
    "accept",
    "agree",
    "ask",
    "close_notice",
    "decline",
    "drop_goal",
    "drop_meeting",
    "end",
    "forget_person",
    "keep_goal",
    "keep_notes",
    "keep_notice",
    "keep_own_note",
    "keep_terms",
    "part_ways",
    "plan_meeting",
    "remind",
    "sign",
    "tick_goal",
    "withdraw",
]
