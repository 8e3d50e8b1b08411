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

__all__ = [
    "by_author",
    "deleted",
    "draft",
    "drafts",
    "get",
    "hashtag",
    "original",
    "public",
    "saved",
    "seen_by",
    "submitted",
    "tagged",
    "versions",
]
