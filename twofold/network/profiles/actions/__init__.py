"""Writes of profiles. The actor comes first; each is one transaction and announces its fact."""

from twofold.network.profiles.actions.entries import (
    forget_gone,
    keep_entry,
    order_by_date,
    put_entry,
    restore_entry,
    take_away_entry,
    try_entry,
)
from twofold.network.profiles.actions.reach import set_section_audience

__all__ = [
    "forget_gone",
    "keep_entry",
    "order_by_date",
    "put_entry",
    "restore_entry",
    "set_section_audience",
    "take_away_entry",
    "try_entry",
]
