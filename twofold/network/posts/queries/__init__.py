"""Reads of posts, for a viewer."""

from twofold.network.posts.queries.drafts import draft, drafts
from twofold.network.posts.queries.reading import (
    by_author,
    deleted,
    get,
    hashtag,
    original,
    public,
    saved,
    seen_by,
    submitted,
    tagged,
    versions,
)
from twofold.network.posts.queries.writing import replies, replies_to, written_by

__all__ = [
    "by_author",
    "deleted",
    "draft",
    "drafts",
    "get",
    "hashtag",
    "original",
    "public",
    "replies",
    "replies_to",
    "saved",
    "seen_by",
    "submitted",
    "tagged",
    "versions",
    "written_by",
]
