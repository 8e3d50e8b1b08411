"""Reads of the index, for a viewer: the door first, relevance after."""

from twofold.reach.search.queries.finding import events, groups, messages, pages, people, posts, tags
from twofold.reach.search.queries.recent import recent
from twofold.reach.search.queries.working import working

__all__ = ["events", "groups", "messages", "pages", "people", "posts", "recent", "tags", "working"]
