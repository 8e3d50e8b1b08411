"""What serving a file needs to know: one precompiled read that asks the door itself, next to a test of it."""

from typing import Any, NamedTuple

from django.db import connection

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.people.audiences.door import lasting_sql, rule_sql
from twofold.people.audiences.models import Scope
from twofold.people.personas.viewers import Viewer


class Served(NamedTuple):
    """A picture as its files are served: how far it reaches, and which files there are."""

    scope: int
    author_id: int
    heights: str
    captions: str
    original: str
    ends: bool

    @property
    def is_public(self) -> bool:
        """Whether whoever has seen it may keep it a while: it is for everyone, and does not end."""
        return self.scope == Scope.EVERYONE and not self.ends


_NETWORK = """SELECT aud.network FROM media_picture pi
JOIN audiences_audience aud ON aud.id = pi.audience_id WHERE pi.id = %s"""

_SERVED = f"""SELECT aud.scope, pi.author_id, pi.heights, pi.captions, pi.original, pi.ends_at IS NOT NULL
FROM media_picture pi JOIN audiences_audience aud ON aud.id = pi.audience_id
WHERE pi.id = %(picture)s AND {rule_sql(thing="pi")} AND {lasting_sql(thing="pi", field="ends_at")}"""


def network_of(picture_id: int) -> str:
    """In which network a picture is, for no one to hear: it decides only who is asked to be looking."""
    with connection.cursor() as cursor:
        cursor.execute(_NETWORK, [picture_id])
        row = cursor.fetchone()
    return row[0] if row else ""


def served(viewer: Viewer, picture_id: int) -> Served:
    """What there is to serve of a picture, if it reaches `viewer`: `get` for files, which a page asks many times."""
    now = connection.ops.adapt_datetimefield_value(clock.now())
    params: dict[str, Any] = {"picture": picture_id, "viewer": viewer.id, "home": viewer.home, "now": now}
    with connection.cursor() as cursor:
        cursor.execute(_SERVED, params)
        row = cursor.fetchone()
    if row is None:
        raise Absent
    return Served(*row)
