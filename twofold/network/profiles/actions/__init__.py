"""Writes of profiles. The actor comes first; each is one transaction and announces its fact."""

from twofold.network.profiles.actions.crediting import credit_course, credit_project
from twofold.network.profiles.actions.entries import (
    forget_gone,
    keep_entry,
    order_by_date,
    put_entry,
    restore_entry,
    take_away_entry,
    try_entry,
)
from twofold.network.profiles.actions.expiring import remind_of_licences
from twofold.network.profiles.actions.members import (
    agree,
    decline,
    leave_out,
    name_member,
    part_ways,
)
from twofold.network.profiles.actions.reach import set_section_audience
from twofold.network.profiles.actions.words import introduce

__all__ = [
    "agree",
    "credit_course",
    "credit_project",
    "decline",
    "forget_gone",
    "introduce",
    "keep_entry",
    "leave_out",
    "name_member",
    "order_by_date",
    "part_ways",
    "put_entry",
    "remind_of_licences",
    "restore_entry",
    "set_section_audience",
    "take_away_entry",
    "try_entry",
]
