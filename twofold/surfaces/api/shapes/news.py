"""Notifications in the field's words."""

from collections.abc import Sequence

import msgspec

from twofold.foundation.kit.clock import moment_at as when
from twofold.people.personas.viewers import Viewer
from twofold.reach.notifications.models import Kind, Notification
from twofold.surfaces.api.shapes.parts import moment
from twofold.surfaces.api.shapes.people import faces
from twofold.surfaces.api.shapes.statuses import encoded

encode = msgspec.json.Encoder().encode

WORDS = {
    Kind.REACTION: "favourite",
    Kind.COMMENT: "mention",
    Kind.REPLY: "mention",
    Kind.MENTION: "mention",
    Kind.REPOST: "reblog",
    Kind.QUOTE: "quote",
    Kind.FOLLOW: "follow",
    Kind.TIE_REQUEST: "follow_request",
    Kind.TIE_ACCEPTED: "follow",
}


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
            encode(f"ungrouped-{row.pk}"),
            known[row.actor_id, row.actor.version],
            shown.get(row.post_id or 0, b"null"),
        )
        for row in rows
    ]
