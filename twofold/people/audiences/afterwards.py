"""Audiences at an earlier time: the rule of the door over the lists as its log says that they were."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from django.db import connection

from twofold.people.audiences.door import rule_sql
from twofold.people.audiences.models import Audience, Change

# What stands now, with everything undone that the log tells of since: only the first change of somebody in a list
# counts. Over these tables goes the rule itself, word for word, as in `beforehand`. Friends of friends are left out:
# what becomes of the friends of others is not for the owner to learn.
_AFTERWARDS = """
WITH since(part_id, persona_id, deed) AS (
 SELECT part_id, persona_id, deed FROM (
  SELECT part_id, persona_id, deed, ROW_NUMBER() OVER (PARTITION BY part_id, persona_id ORDER BY id) AS place
  FROM audiences_change WHERE owner_id = %(owner)s AND at > %(at)s) ordered
 WHERE place = 1),
own_parts(id) AS (
 SELECT co.part_id FROM audiences_component co JOIN audiences_part pa ON pa.id = co.part_id
 WHERE co.audience_id = %(audience)s AND pa.owner_id = %(owner)s),
audiences_audience(id, owner_id, network, scope, far) AS (
 SELECT id, owner_id, network, scope, FALSE FROM {kept}audiences_audience WHERE id = %(audience)s),
audiences_grant(part_id, persona_id) AS (
 SELECT gr.part_id, gr.persona_id FROM {kept}audiences_grant gr
 WHERE gr.part_id IN (SELECT id FROM own_parts) AND NOT EXISTS (
  SELECT 1 FROM since WHERE since.part_id = gr.part_id AND since.persona_id = gr.persona_id)
 UNION ALL SELECT part_id, persona_id FROM since WHERE deed = {out}),
audiences_denial(by_id, persona_id) AS (
 SELECT de.by_id, de.persona_id FROM {kept}audiences_denial de
 WHERE de.by_id = %(owner)s AND NOT EXISTS (
  SELECT 1 FROM since WHERE since.part_id IS NULL AND since.persona_id = de.persona_id)
 UNION ALL SELECT CAST(%(owner)s AS bigint), persona_id FROM since WHERE deed = {let_in})
SELECT pe.id FROM personas_persona pe
CROSS JOIN (SELECT CAST(%(owner)s AS bigint) AS author_id,
 CAST(%(audience)s AS bigint) AS audience_id, TRUE AS live) thing
WHERE pe.id IN (SELECT persona_id FROM audiences_grant WHERE part_id IN (SELECT id FROM own_parts))
 AND pe.id <> %(owner)s AND {rule} ORDER BY pe.id"""


def admitted_at(audience: Audience, at: datetime) -> list[int]:
    """The ids of those whom an audience of lists and people admitted at that time, but for its owner; in order.

    Somebody who has gone since, or is suspended, is among them. Empty for everyone and members, who are no list.
    """
    sql = _AFTERWARDS.format(
        kept="main." if connection.vendor == "sqlite" else "",
        out=int(Change.Deed.OUT),
        let_in=int(Change.Deed.LET_IN),
        rule=rule_sql(thing="thing", viewer="pe.id", home="'-'"),
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, {"owner": audience.owner_id, "audience": audience.pk, "at": at})
        return [row[0] for row in cursor.fetchall()]


def seal(ids: Iterable[int]) -> str:
    """64 hex digits that stand for exactly these personas."""
    return hashlib.sha256(",".join(map(str, sorted(ids))).encode()).hexdigest()
