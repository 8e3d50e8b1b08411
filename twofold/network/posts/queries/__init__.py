"""Reads of posts, for a viewer."""

from twofold.network.posts.queries.answering import answering, check_may_answer
from twofold.network.posts.queries.cards import (
    Card,
    cards,
    cards_of,
    cards_read,
    comment_cards,
    quote_card,
    small_cards,
)
from twofold.network.posts.queries.collections import collection, collections, saved
from twofold.network.posts.queries.desk import (
    own_pictures,
    pictures_of,
    post_with,
    somebody,
    ties_by_name,
)
from twofold.network.posts.queries.drafts import draft, draft_behind, drafts, waiting
from twofold.network.posts.queries.echoes import (
    Echo,
    linked_posts,
    own_echoes,
    phrases,
    read_echoes,
    took_part,
)
from twofold.network.posts.queries.exchanges import exchanges
from twofold.network.posts.queries.fragments import reach_word
from twofold.network.posts.queries.keeping import (
    count_far,
    forgotten,
    last_limiting,
    limiting,
    memories,
    own_posts,
    pinned,
    reaching_far,
)
from twofold.network.posts.queries.marks import Marks, marks
from twofold.network.posts.queries.naming import asked_in, names_freely, naming_asked
from twofold.network.posts.queries.polls import PollView, poll, polls
from twofold.network.posts.queries.reading import (
    by_author,
    deleted,
    get,
    hashtag,
    original,
    public,
    seen_by,
    submitted,
    tagged,
    tags_of,
    versions,
)
from twofold.network.posts.queries.receipts import Reckoning, reckoning
from twofold.network.posts.queries.rows import columns, hidden_from, said_by
from twofold.network.posts.queries.thread import Thread, quotes_of, reactions_to, reposters_of, thread
from twofold.network.posts.queries.together import of_two
from twofold.network.posts.queries.writing import outline, replies, replies_to, written_by

__all__ = [
    "Card",
    "Echo",
    "Marks",
    "PollView",
    "Reckoning",
    "Thread",
    "answering",
    "asked_in",
    "by_author",
    "cards",
    "cards_of",
    "cards_read",
    "check_may_answer",
    "collection",
    "collections",
    "columns",
    "comment_cards",
    "count_far",
    "deleted",
    "draft",
    "draft_behind",
    "drafts",
    "exchanges",
    "forgotten",
    "get",
    "hashtag",
    "hidden_from",
    "last_limiting",
    "limiting",
    "linked_posts",
    "marks",
    "memories",
    "names_freely",
    "naming_asked",
    "of_two",
    "original",
    "outline",
    "own_echoes",
    "own_pictures",
    "own_posts",
    "phrases",
    "pictures_of",
    "pinned",
    "poll",
    "polls",
    "post_with",
    "public",
    "quote_card",
    "quotes_of",
    "reach_word",
    "reaching_far",
    "reactions_to",
    "read_echoes",
    "reckoning",
    "replies",
    "replies_to",
    "reposters_of",
    "said_by",
    "saved",
    "seen_by",
    "small_cards",
    "somebody",
    "submitted",
    "tagged",
    "tags_of",
    "thread",
    "ties_by_name",
    "took_part",
    "versions",
    "waiting",
    "written_by",
]
