"""Reads of posts, for a viewer."""

from twofold.network.posts.queries.cards import (
    Card,
    cards,
    cards_of,
    cards_read,
    comment_cards,
    quote_card,
    small_cards,
)
from twofold.network.posts.queries.desk import (
    own_pictures,
    pictures_of,
    post_with,
    somebody,
    ties_by_name,
)
from twofold.network.posts.queries.drafts import draft, drafts
from twofold.network.posts.queries.exchanges import exchanges
from twofold.network.posts.queries.fragments import reach_word
from twofold.network.posts.queries.marks import Marks, marks
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
from twofold.network.posts.queries.rows import columns, hidden_from
from twofold.network.posts.queries.thread import Thread, quotes_of, reactions_to, reposters_of, thread
from twofold.network.posts.queries.writing import replies, replies_to, written_by

__all__ = [
    "Card",
    "Marks",
    "Thread",
    "by_author",
    "cards",
    "cards_of",
    "cards_read",
    "columns",
    "comment_cards",
    "deleted",
    "draft",
    "drafts",
    "exchanges",
    "get",
    "hashtag",
    "hidden_from",
    "marks",
    "original",
    "own_pictures",
    "pictures_of",
    "post_with",
    "public",
    "quote_card",
    "quotes_of",
    "reach_word",
    "reactions_to",
    "replies",
    "replies_to",
    "reposters_of",
    "saved",
    "seen_by",
    "small_cards",
    "somebody",
    "submitted",
    "tagged",
    "thread",
    "ties_by_name",
    "versions",
    "written_by",
]
