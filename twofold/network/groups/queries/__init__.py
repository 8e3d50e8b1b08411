"""Reads of groups, for a viewer."""

from twofold.network.groups.queries.people import (
    asked,
    asking,
    groups_of,
    heir,
    is_last_owner,
    keepers,
    keepers_of,
    links,
    members,
    members_of,
    sent_away,
)
from twofold.network.groups.queries.reading import (
    Feed,
    Place,
    by_link,
    feed,
    found,
    get,
    mine,
    mine_all,
    waiting,
)

__all__ = [
    "Feed",
    "Place",
    "asked",
    "asking",
    "by_link",
    "feed",
    "found",
    "get",
    "groups_of",
    "heir",
    "is_last_owner",
    "keepers",
    "keepers_of",
    "links",
    "members",
    "members_of",
    "mine",
    "mine_all",
    "sent_away",
    "waiting",
]
