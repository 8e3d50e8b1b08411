"""Writes of reports and cases. The actor comes first; each is one transaction."""

from twofold.care.moderation.actions.deciding import appeal, decide, pass_on_what_waits, remark
from twofold.care.moderation.actions.keeping import appoint, dismiss_officer, forget_copies
from twofold.care.moderation.actions.reporting import report

__all__ = [
    "appeal",
    "appoint",
    "decide",
    "dismiss_officer",
    "forget_copies",
    "pass_on_what_waits",
    "remark",
    "report",
]
