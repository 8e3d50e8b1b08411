"""Writes of advice."""

from twofold.network.advice.actions.answering import (
    accept,
    answer,
    drop_answer,
    edit_answer,
    find_helpful,
)
from twofold.network.advice.actions.asking import ask, ask_somebody, drop_question, edit_question, follow
from twofold.network.advice.actions.ending import dissolve, part, put_back, take_down
from twofold.network.advice.actions.guiding import drop_guide, keep_guide, publish_guide
from twofold.network.advice.actions.hours import call_off, give_back, offer_hours, remind_of_hours, take_hour

__all__ = [
    "accept",
    "answer",
    "ask",
    "ask_somebody",
    "call_off",
    "dissolve",
    "drop_answer",
    "drop_guide",
    "drop_question",
    "edit_answer",
    "edit_question",
    "find_helpful",
    "follow",
    "give_back",
    "keep_guide",
    "offer_hours",
    "part",
    "publish_guide",
    "put_back",
    "remind_of_hours",
    "take_down",
    "take_hour",
]
