"""What people wrote, comments included: for what is about persons rather than about streams."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from twofold.network.posts.models import Post
from twofold.network.posts.queries.reading import get, seen_by
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@dataclass(frozen=True, slots=True)
class Written:
    """Something that was written: its id, whose, when, and the id of what it answers."""

    post_id: int
    author_id: int
    at: datetime
    parent_id: int | None


def written_by(
    viewer: Viewer, persona_ids: Iterable[int], *, until: datetime | None = None, size: int = 20
) -> list[Post]:
    """The newest posts and comments by any of these personas, `until` a time (included); each with its `root`.

    Reposts are not their words and left out.
    """
    rows = seen_by(viewer).filter(author__in=list(persona_ids), repost_of=None)
    if until is not None:
        rows = rows.filter(published_at__lte=until)
    return _newest(rows.select_related("author", "audience", "root__author"), size)


def outline(
    viewer: Viewer,
    persona_ids: Iterable[int],
    *,
    since: datetime | None = None,
    before: datetime | None = None,
) -> list[Written]:
    """All that these wrote, from `since` on and `before` a time, without the words; reposts left out. One query."""
    rows = seen_by(viewer).filter(author__in=list(persona_ids), repost_of=None)
    if since is not None:
        rows = rows.filter(published_at__gte=since)
    if before is not None:
        rows = rows.filter(published_at__lt=before)
    return [Written(*row) for row in rows.values_list("pk", "author", "published_at", "parent")]


def replies(viewer: Viewer, post_id: int, *, size: int = 20) -> list[Post]:
    """The newest direct answers to a post or a comment. Absent when the viewer may not see that."""
    return _newest(seen_by(viewer).filter(parent=get(viewer, post_id)), size)


def replies_to(viewer: Viewer, persona: Persona, *, size: int = 20) -> list[Post]:
    """The newest direct answers to anything that `persona` wrote, their own among them."""
    return _newest(seen_by(viewer).filter(parent__author=persona), size)


def _newest(rows: QuerySet[Post], size: int) -> list[Post]:
    return list(rows.order_by("-position")[:size])
