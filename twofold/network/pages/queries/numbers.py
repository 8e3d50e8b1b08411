"""The figures of a page, for those who run it: days and sums, never persons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Sum
from django.db.models.functions import TruncDate

from twofold.foundation.kit import clock
from twofold.network.pages.models import Visits
from twofold.network.posts.models import Post
from twofold.people.graph.models import Follow
from twofold.people.personas.models import Persona

DAYS = 30
# Fewer than this could point at somebody.
LEAST = 5


@dataclass(frozen=True)
class Numbers:
    """`days` in order; `followers` at the end of each, `visits` on each (None: fewer than `LEAST`); sums of 30 days."""

    days: Sequence[date]
    followers: Sequence[int]
    visits: Sequence[int | None]
    posts: int
    reactions: int
    comments: int
    reposts: int


def numbers(page: Persona) -> Numbers:
    """Four queries."""
    today = clock.now().date()
    days = [today - timedelta(days=back) for back in range(DAYS - 1, -1, -1)]
    sums = Post.objects.filter(
        author=page, live=True, root=None, repost_of=None, published_at__date__gte=days[0]
    ).aggregate(
        posts=Count("pk"),
        reactions=Sum("reactions_count"),
        comments=Sum("comments_count"),
        reposts=Sum("reposts_count"),
    )
    seen = dict(Visits.objects.filter(page=page, day__gte=days[0]).values_list("day", "count"))
    return Numbers(
        days=days,
        followers=_followers(page, days),
        visits=[_hushed(seen.get(day, 0)) for day in days],
        **{name: value or 0 for name, value in sums.items()},
    )


def _followers(page: Persona, days: Sequence[date]) -> list[int]:
    """How many followed at the end of each day, of those who still do."""
    rows = Follow.objects.filter(followed=page)
    base = rows.filter(since__date__lt=days[0]).count()
    fresh = dict(
        rows.filter(since__date__gte=days[0])
        .annotate(day=TruncDate("since"))
        .values_list("day")
        .annotate(number=Count("pk"))
    )
    found = []
    for day in days:
        base += fresh.get(day, 0)
        found.append(base)
    return found


def _hushed(count: int) -> int | None:
    return count if count == 0 or count >= LEAST else None
