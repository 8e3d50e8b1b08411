"""Who is told of what: a module for each room of the network that facts come from."""

from datetime import timedelta

from twofold.foundation.courier.registry import every
from twofold.reach.notifications.actions import trim
from twofold.reach.notifications.reactions import (
    advice,
    cards,
    events,
    games,
    groups,
    jobs,
    kin,
    learning,
    mentoring,
    messages,
    pictures,
    posts,
    profiles,
    projects,
    recognition,
    stories,
    ties,
)

__all__ = [
    "advice",
    "cards",
    "events",
    "games",
    "groups",
    "jobs",
    "kin",
    "learning",
    "mentoring",
    "messages",
    "pictures",
    "posts",
    "profiles",
    "projects",
    "recognition",
    "stories",
    "ties",
]


@every(timedelta(days=1))
def trim_notifications() -> None:
    trim()
