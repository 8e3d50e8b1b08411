"""Writes of feeds: delivering, and leaving out."""

from twofold.reach.feed.actions.delivering import backfill, deliver, deliver_home, quieten, trim, withdraw
from twofold.reach.feed.actions.leaving_out import forget_snoozes, hide, snooze, unhide, unsnooze

__all__ = [
    "backfill",
    "deliver",
    "deliver_home",
    "forget_snoozes",
    "hide",
    "quieten",
    "snooze",
    "trim",
    "unhide",
    "unsnooze",
    "withdraw",
]
