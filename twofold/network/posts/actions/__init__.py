"""Writes of posts: each one change, whole, with its fact."""

from twofold.network.posts.actions.drafting import discard_draft, save_draft
from twofold.network.posts.actions.removing import delete, restore, unsend
from twofold.network.posts.actions.responding import react, repost, save, unreact, unrepost, unsave
from twofold.network.posts.actions.writing import change_audience, comment, edit, publish

__all__ = [
    "change_audience",
    "comment",
    "delete",
    "discard_draft",
    "edit",
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
