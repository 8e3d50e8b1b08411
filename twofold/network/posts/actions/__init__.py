"""Writes of posts: each one change, whole, with its fact."""

from twofold.network.posts.actions.collecting import (
    collect,
    drop_collection,
    make_collection,
    rename_collection,
)
from twofold.network.posts.actions.drafting import discard_draft, save_draft
from twofold.network.posts.actions.forgetting import forget_deleted, forget_unused_pictures
from twofold.network.posts.actions.grouping import (
    draw_group_anew,
    hand_back,
    move_in_group,
    narrow_group,
    seal_group,
)
from twofold.network.posts.actions.keeping import leave_alone, pin, remember_again, set_replies, unpin
from twofold.network.posts.actions.limiting import limit_past, take_limit_back
from twofold.network.posts.actions.linking import look_behind
from twofold.network.posts.actions.naming import choose_naming, let_name
from twofold.network.posts.actions.polling import POLL_DAYS, vote
from twofold.network.posts.actions.removing import delete, put_back, restore, take_down, unsend
from twofold.network.posts.actions.responding import react, repost, save, unreact, unrepost, unsave
from twofold.network.posts.actions.scheduling import schedule, send_draft, send_what_is_due
from twofold.network.posts.actions.sealing import seal_receipt
from twofold.network.posts.actions.writing import change_audience, comment, draw_anew, edit, publish

__all__ = [
    "POLL_DAYS",
    "change_audience",
    "choose_naming",
    "collect",
    "comment",
    "delete",
    "discard_draft",
    "draw_anew",
    "draw_group_anew",
    "drop_collection",
    "edit",
    "forget_deleted",
    "forget_unused_pictures",
    "hand_back",
    "leave_alone",
    "let_name",
    "limit_past",
    "look_behind",
    "make_collection",
    "move_in_group",
    "narrow_group",
    "pin",
    "publish",
    "put_back",
    "react",
    "remember_again",
    "rename_collection",
    "repost",
    "restore",
    "save",
    "save_draft",
    "schedule",
    "seal_group",
    "seal_receipt",
    "send_draft",
    "send_what_is_due",
    "set_replies",
    "take_down",
    "take_limit_back",
    "unpin",
    "unreact",
    "unrepost",
    "unsave",
    "unsend",
    "vote",
]
