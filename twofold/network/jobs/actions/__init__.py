"""Writes of jobs. The actor comes first; whoever does not hire for the page finds its desk absent."""

from twofold.network.jobs.actions.applying import (
    begin,
    keep_answers,
    keep_contact,
    keep_cv,
    keep_memo,
    send,
    withdraw,
)
from twofold.network.jobs.actions.ending import expire, put_back, take_down
from twofold.network.jobs.actions.feeding import add_feed, drop_feed, run_feed, run_feeds
from twofold.network.jobs.actions.hiring import (
    erase_settled,
    keep_promises,
    look_at,
    remark,
    take_out,
)
from twofold.network.jobs.actions.judging import drop_template, keep_score, keep_template, reply
from twofold.network.jobs.actions.keeping import copy, keep_job
from twofold.network.jobs.actions.meeting import offer_slots, take_slot
from twofold.network.jobs.actions.moving import move, move_all, settle, undo
from twofold.network.jobs.actions.outside import drop_outside, keep_outside, remind
from twofold.network.jobs.actions.papers import drop_paper, keep_paper
from twofold.network.jobs.actions.saving import (
    change_search,
    keep_search,
    let_go,
    look_for_all,
    open_search,
    save_job,
)
from twofold.network.jobs.actions.stepping import take_step

__all__ = [
    "add_feed",
    "begin",
    "change_search",
    "copy",
    "drop_feed",
    "drop_outside",
    "drop_paper",
    "drop_template",
    "erase_settled",
    "expire",
    "keep_answers",
    "keep_contact",
    "keep_cv",
    "keep_job",
    "keep_memo",
    "keep_outside",
    "keep_paper",
    "keep_promises",
    "keep_score",
    "keep_search",
    "keep_template",
    "let_go",
    "look_at",
    "look_for_all",
    "move",
    "move_all",
    "offer_slots",
    "open_search",
    "put_back",
    "remark",
    "remind",
    "reply",
    "run_feed",
    "run_feeds",
    "save_job",
    "send",
    "settle",
    "take_down",
    "take_out",
    "take_slot",
    "take_step",
    "undo",
    "withdraw",
]
