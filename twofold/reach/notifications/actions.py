"""Telling someone, taking it back, and reading."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.network.posts.models import Post
from twofold.people.audiences.queries import personas_admitted_to, personas_visible_to
from twofold.people.graph.models import Mute
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.notifications.facts import NotificationsChanged
from twofold.reach.notifications.models import Notification

KEPT = 500
KEPT_DAYS = 180
BUNDLE_KEPT = 100


@transaction.atomic
def notify(
    recipient_ids: Iterable[int],
    *,
    actor_id: int,
    kind: str,
    bundle: str,
    post: Post | None = None,
    detail: str = "",
    position: int | None = None,
) -> None:
    """Tell each recipient that `actor_id` did something, `post` being the thing it was done to or with.

    Nobody is told of themselves, by someone they muted or blocked, of someone they could not come across, or of a
    thing they cannot see. Told twice is told once; only `detail` follows the last telling.
    """
    told = _willing(set(recipient_ids) - {actor_id}, actor_id, post)
    rows = [
        Notification(
            recipient_id=each,
            actor_id=actor_id,
            kind=kind,
            detail=detail,
            post=post,
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
        _thin_out(each, bundle)
        announce(NotificationsChanged(each))


def _willing(recipient_ids: set[int], actor_id: int, post: Post | None) -> list[int]:
    """Those of the recipients who may see both the actor and the thing, and have not muted the actor."""
    if not recipient_ids:
        return []
    actor = Persona.objects.active().filter(pk=actor_id).first()
    if actor is None:
        return []
    people = personas_admitted_to(post) if post else Persona.objects.active()
    muted = Mute.objects.filter(by=OuterRef("pk"), persona=actor_id)
    muted = muted.filter(Q(until=None) | Q(until__gt=clock.now()))
    people = people.filter(~Exists(muted), pk__in=recipient_ids, network=actor.network)
    return [each.pk for each in people if personas_visible_to(Viewer.of(each)).filter(pk=actor_id).exists()]


def _thin_out(recipient_id: int, bundle: str) -> None:
    """A bundle remembers its last `BUNDLE_KEPT`: a post that everybody likes must not bury everything else."""
    rows = Notification.objects.filter(recipient=recipient_id, bundle=bundle).order_by("-position", "-id")
    beyond = list(rows.values_list("pk", flat=True)[BUNDLE_KEPT : BUNDLE_KEPT + 50])
    if beyond:
        Notification.objects.filter(pk__in=beyond).delete()


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
    if bundle:
        rows = rows.filter(bundle=bundle)
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
