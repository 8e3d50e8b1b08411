"""Notifications in the field's words."""

from collections.abc import Container, Sequence
from typing import Any

import msgspec

from twofold.foundation.kit.clock import moment_at as when
from twofold.people.personas.viewers import Viewer
from twofold.reach.notifications.models import Kind, Notification
from twofold.surfaces.api.queries.news import WORDS, group_of
from twofold.surfaces.api.shapes.parts import moment
from twofold.surfaces.api.shapes.people import faces
from twofold.surfaces.api.shapes.statuses import encoded

encode = msgspec.json.Encoder().encode

# Of how many people of a group their accounts come along.
SAMPLE = 8


def notifications(viewer: Viewer, rows: Sequence[Notification], key: bytes) -> list[bytes]:
    """Notifications that the door let through, with their actors and posts."""
    posts = [row.post_id for row in rows if row.post_id]
    shown = dict(zip(posts, encoded(viewer, posts, key=key), strict=True)) if posts else {}
    known = faces((row.actor_id, row.actor.version) for row in rows)
    return [
        b'{"id":"%d","type":%b,"created_at":%b,"group_key":%b,"account":%b,"status":%b}'
        % (
            row.pk,
            encode(WORDS[Kind(row.kind)]),
            encode(moment(when(row.position))),
            encode(group_of(row)),
            known[row.actor_id, row.actor.version],
            shown.get(row.post_id or 0, b"null"),
        )
        for row in rows
    ]


def grouped(viewer: Viewer, rows: Sequence[Notification], key: bytes, wanted: Container[str] | None) -> bytes:
    """The same in groups, newest first: people and posts once each, and beside them what happened.

    `wanted` are the kinds to gather, in the field's words; None for all that can be.
    """
    groups: dict[str, list[Notification]] = {}
    for row in rows:
        alone = wanted is not None and WORDS[Kind(row.kind)] not in wanted
        groups.setdefault(f"ungrouped-{row.pk}" if alone else group_of(row), []).append(row)
    actors = {row.actor_id: row.actor for each in groups.values() for row in each[:SAMPLE]}
    known = faces((each.pk, each.version) for each in actors.values())
    posts = list(dict.fromkeys(row.post_id for row in rows if row.post_id))
    return b'{"accounts":[%b],"statuses":[%b],"notification_groups":%b}' % (
        b",".join(known.values()),
        b",".join(encoded(viewer, posts, key=key)),
        encode([_group(name, held) for name, held in groups.items()]),
    )


def _group(name: str, rows: Sequence[Notification]) -> dict[str, Any]:
    newest, oldest = rows[0], rows[-1]
    return {
        "group_key": name,
        "notifications_count": len(rows),
        "type": WORDS[Kind(newest.kind)],
        "most_recent_notification_id": newest.pk,
        "page_min_id": str(oldest.pk),
        "page_max_id": str(newest.pk),
        "latest_page_notification_at": moment(when(newest.position)),
        "sample_account_ids": [str(each) for each in dict.fromkeys(row.actor_id for row in rows[:SAMPLE])],
        "status_id": str(newest.post_id) if newest.post_id else None,
    }
