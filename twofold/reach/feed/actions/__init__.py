"""Writes of feeds: delivering, and leaving out."""

from twofold.reach.feed.actions.delivering import backfill, deliver, quieten, trim, withdraw
from twofold.reach.feed.actions.leaving_out import forget_snoozes, hide, snooze, unhide, unsnooze

__all__ = [
    "backfill",
    "deliver",
    "forget_snoozes",
    "hide",
    "quieten",
    "snooze",
    "trim",
    "unhide",
    "unsnooze",
    "withdraw",
]
