"""Writes of posts: each one change, whole, with its fact."""

from twofold.network.posts.actions.drafting import discard_draft, save_draft
from twofold.network.posts.actions.forgetting import forget_deleted, forget_unused_pictures
from twofold.network.posts.actions.linking import look_behind
from twofold.network.posts.actions.removing import delete, restore, unsend
from twofold.network.posts.actions.responding import react, repost, save, unreact, unrepost, unsave
from twofold.network.posts.actions.writing import change_audience, comment, draw_anew, edit, publish

__all__ = [
    "change_audience",
    "comment",
    "delete",
    "discard_draft",
    "draw_anew",
    "edit",
    "forget_deleted",
    "forget_unused_pictures",
    "look_behind",
    "publish",
    "react",
    "repost",
    "restore",
    "save",
    "save_draft",
    "unreact",
    "unrepost",
    "unsave",
    "unsend",
]
