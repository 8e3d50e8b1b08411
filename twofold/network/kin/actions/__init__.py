"""Writes of families and birthdays. The actor comes first; each is one transaction and announces its fact."""

from twofold.network.kin.actions.birthdays import drop_birthday, keep_birthday
from twofold.network.kin.actions.family import agree, ask, change, decline, let_go, part_ways, take_back
from twofold.network.kin.actions.greeting import follow_milestones, greet, take_greeting
from twofold.network.kin.actions.wishing import take_wish, wish

__all__ = [
    "agree",
    "ask",
    "change",
    "decline",
    "drop_birthday",
    "follow_milestones",
    "greet",
    "keep_birthday",
    "let_go",
    "part_ways",
    "take_back",
    "take_greeting",
    "take_wish",
    "wish",
]
