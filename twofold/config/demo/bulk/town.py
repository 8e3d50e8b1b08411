"""A town of any size, the same for the same numbers but for its dates, which end now."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

import numpy as np
from django.db import transaction

from twofold.config.demo.bulk.people import PASSWORD, settle
from twofold.config.demo.bulk.talk import fill_feeds, talk
from twofold.foundation.kit import clock
from twofold.foundation.kit.planner import tell_planner

MAX_PEOPLE = 100_000


@dataclass(frozen=True)
class Size:
    """What was written."""

    people: int
    personas: int
    ties: int
    posts: int
    entries: int


def fill(
    people: int,
    posts_per_person: float = 10,
    ties_per_person: float = 14,
    progress: Callable[[str], None] = print,
) -> Size:
    """Write `people` accounts (member1@example.org and so on) into an empty database.

    About `posts_per_person` posts come from each account, with comments and reactions; `ties_per_person` is the
    mean number of ties of a persona. One transaction: all of it is there, or nothing. Raises ValueError beyond
    `MAX_PEOPLE`.
    """
    if not 0 < people <= MAX_PEOPLE:
        raise ValueError(f"between 1 and {MAX_PEOPLE} people")
    rng, now, start = np.random.default_rng(people), clock.now(), monotonic()

    def say(text: str) -> None:
        progress(f"{monotonic() - start:6.1f} s  {text}")

    with transaction.atomic():
        towns = settle(rng, people, ties_per_person, now)
        personas, ties = sum(len(town.ids) for town in towns), sum(len(town.shape.one) for town in towns)
        say(f"{people:,} people with {personas:,} personas and {ties:,} ties between them")
        written = 0
        for town in towns:
            share = len(town.ids) / personas
            written += talk(rng, town, round(people * posts_per_person * share), now)
            say(f"{written:,} posts and comments, the {town.network.value} ones among them")
        entries = sum(fill_feeds(town.network.value) for town in towns)
        say(f"{entries:,} lines in home feeds")
    tell_planner()
    say(f"done; anyone may sign in, as member1@example.org for one, with the password {PASSWORD}")
    return Size(people, personas, ties, written, entries)
