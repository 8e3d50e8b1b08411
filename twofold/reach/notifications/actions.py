"""Telling someone, taking it back, and reading."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.network.posts.models import Post
from twofold.people.audiences.door import persona_rule_sql, rule_sql
from twofold.people.personas.models import Persona
from twofold.reach.notifications.facts import NewsDue, NotificationsChanged
from twofold.reach.notifications.models import Notification, Way
from twofold.reach.notifications.queries import TALKS
from twofold.reach.notifications.quiet import Hours, quiet_until
from twofold.reach.notifications.topics import ways_of

KEPT = 500
KEPT_DAYS = 180
BUNDLE_KEPT = 100

_WILLING = f"""SELECT pe.id, pe.time_zone, ch.ways, ch.quiet_from, ch.quiet_to, ch.quiet_days, ch.rhythm,
se.ways, se.loud, EXISTS (SELECT 1 FROM notifications_device de WHERE de.persona_id = pe.id)
FROM personas_persona pe
JOIN personas_persona ac ON ac.id = %(actor)s LEFT JOIN posts_post po ON po.id = %(post)s
LEFT JOIN notifications_choices ch ON ch.persona_id = pe.id
LEFT JOIN notifications_sender se ON se.persona_id = pe.id AND se.sender_id = ac.id
WHERE pe.id IN ({{ids}}) AND pe.state = 0 AND pe.network = ac.network
AND {persona_rule_sql(persona="ac", viewer="pe.id", home="pe.network")}
AND (%(post)s = 0 OR {rule_sql(thing="po", viewer="pe.id", home="pe.network")})
AND NOT EXISTS (SELECT 1 FROM graph_mute mu WHERE mu.by_id = pe.id AND mu.persona_id = ac.id
 AND (mu.until IS NULL OR mu.until > %(now)s))"""

_THIN_OUT = """DELETE FROM notifications_notification
WHERE recipient_id = %(recipient)s AND bundle = %(bundle)s AND position < (
 SELECT no.position FROM notifications_notification no
 WHERE no.recipient_id = %(recipient)s AND no.bundle = %(bundle)s
 ORDER BY no.position DESC LIMIT 1 OFFSET %(kept)s)"""


@transaction.atomic
def notify(
    recipient_ids: Iterable[int],
    *,
    actor_id: int,
    kind: str,
    bundle: str,
    post: Post | None = None,
    about: int = 0,
    detail: str = "",
    position: int | None = None,
) -> None:
    """Tell each recipient that `actor_id` did something, `post` or `about` being the thing it was done to or with.

    Nobody is told of themselves, by someone they muted or blocked, of someone they could not come across, or of a
    thing they cannot see. Told twice is told once; only `detail` follows the last telling.
    """
    told = willing(set(recipient_ids) - {actor_id}, actor_id, post, kind)
    rows = [
        Notification(
            recipient_id=each.persona_id,
            ways=each.ways,
            mail_at=each.mail_at,
            push_at=each.push_at,
            actor_id=actor_id,
            kind=kind,
            detail=detail,
            post=post,
            about=about,
            bundle=bundle,
            position=position or clock.position_of(clock.now()),
        )
        for each in told
    ]
    if post is None:
        Notification.objects.bulk_create(rows, ignore_conflicts=True)
    else:
        Notification.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["recipient", "kind", "actor", "post"],
            update_fields=["detail"],
        )
    for each in told:
        _thin_out(each.persona_id, bundle)
        announce(NotificationsChanged(each.persona_id))
        if each.goes_out:
            announce(NewsDue(each.persona_id))


@transaction.atomic
def remind(persona_id: int, *, kind: str, bundle: str) -> None:
    """Tell somebody of something of their own; the last time of a kind counts."""
    take_back(kind=kind, recipient=persona_id)
    position = clock.position_of(clock.now())
    Notification.objects.create(
        recipient_id=persona_id, actor_id=persona_id, kind=kind, bundle=bundle, position=position
    )
    announce(NotificationsChanged(persona_id))


@dataclass(frozen=True)
class Willing:
    """One who is told, in which ways, and when what is told goes out."""

    persona_id: int
    ways: int
    mail_at: datetime | None
    push_at: datetime | None
    goes_out: bool
    letters: bool = False


def willing(recipient_ids: set[int], actor_id: int, post: Post | None, kind: str) -> list[Willing]:
    """Those of the recipients who may see both the actor and the thing, and want to be told in any way."""
    if not recipient_ids:
        return []
    statement = _WILLING.replace("{ids}", ", ".join(f"{each:d}" for each in recipient_ids))
    now = connection.ops.adapt_datetimefield_value(clock.now())
    with connection.cursor() as cursor:
        cursor.execute(statement, {"actor": actor_id, "post": post.pk if post else 0, "now": now})
        rows = [_wishes(kind, *row) for row in cursor.fetchall()]
    return [each for each in rows if each.ways]


def _wishes(
    kind: str,
    persona_id: int,
    zone: str,
    kept: str | None,
    begin: int | None,
    end: int | None,
    days: str | None,
    rhythm: str | None,
    sender: int | None,
    loud: bool | None,
    has_devices: bool,
) -> Willing:
    """What a row of the statement means: by which ways, and whether it is quiet now."""
    now, ways = clock.now(), ways_of(kind, kept or "", sender)
    hours = Hours(begin, end, days or "", zone)
    until = None if loud or begin is None else quiet_until(hours, now)
    mail, push = bool(ways & Way.MAIL), bool(ways & Way.PUSH and has_devices)
    due = until or now
    return Willing(
        persona_id,
        ways,
        due if mail else None,
        due if push else None,
        goes_out=(mail or push) and until is None,
        letters=bool(rhythm and ways & Way.LETTER),
    )


def _thin_out(recipient_id: int, bundle: str) -> None:
    """A bundle remembers its last `BUNDLE_KEPT`: a post that everybody likes must not bury everything else."""
    with connection.cursor() as cursor:
        cursor.execute(_THIN_OUT, {"recipient": recipient_id, "bundle": bundle, "kept": BUNDLE_KEPT - 1})


@transaction.atomic
def take_back(**which: object) -> None:
    """Remove notifications of what is no longer so; `which` are fields to filter by."""
    rows = Notification.objects.filter(**which)
    told = set(rows.values_list("recipient_id", flat=True))
    rows.delete()
    for each in told:
        announce(NotificationsChanged(each))


@transaction.atomic
def mark_read(actor: Persona, *, bundle: str = "") -> int:
    """Mark all that `actor` was told as read, or one bundle of it; how many were new."""
    rows = Notification.objects.filter(recipient=actor, read=False)
    rows = rows.filter(bundle=bundle) if bundle else rows.exclude(kind__in=TALKS)
    changed = rows.update(read=True)
    if changed:
        announce(NotificationsChanged(actor.pk))
    return changed


def trim() -> None:
    """Keep the last `KEPT` notifications of each persona, and none older than `KEPT_DAYS` days."""
    oldest = clock.position_of(clock.now() - timedelta(days=KEPT_DAYS))
    Notification.objects.filter(position__lt=oldest).delete()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT recipient_id FROM notifications_notification GROUP BY recipient_id HAVING COUNT(*) > %s",
            [KEPT],
        )
        crowded = [row[0] for row in cursor.fetchall()]
    for recipient_id in crowded:
        rows = Notification.objects.filter(recipient=recipient_id).order_by("-position")
        last = rows.values_list("position", flat=True)[KEPT - 1]
        rows.filter(position__lt=last).delete()
