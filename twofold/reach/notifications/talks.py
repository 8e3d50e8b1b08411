"""Telling of messages to those who are away. Rows are kept only for whom they go out; the page counts by itself.

There is a row for each writer in a conversation, and one note for the conversation: the row of the last message takes
the place of the one before. What was read meanwhile, taken back or put away is not sent: that is asked when it goes.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import Max, Min

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.network.messaging.queries import Awaited, awaited
from twofold.reach.notifications.actions import Willing, willing
from twofold.reach.notifications.attention import looking
from twofold.reach.notifications.facts import NewsDue
from twofold.reach.notifications.models import Kind, Notification
from twofold.reach.notifications.outgoing import LOOK_AGAIN

# After a note, the next one about the same conversation; what comes meanwhile is in it.
PACE = timedelta(minutes=1)
# A letter says what nobody looked at for a while.
BEFORE_A_LETTER = timedelta(minutes=3)


@transaction.atomic
def tell_of_message(message_id: int) -> None:
    """Tell those whom a message awaits in the ways they chose; those who have a page open only when it stays unread."""
    found = awaited(message_id)
    if found is None:
        return
    for kind, those in ((Kind.MESSAGE, found.members), (Kind.TALK_ASKED, found.asked)):
        reached = willing(those, found.author_id, None, kind) if those else []
        wanted = [each for each in reached if each.push_at or each.mail_at or each.letters]
        if wanted:
            _put_down(found, kind, wanted)


def _put_down(message: Awaited, kind: Kind, wanted: list[Willing]) -> None:
    bundle = kind.value if kind == Kind.TALK_ASKED else f"{kind.value}:{message.conversation_id}"
    ids = [each.persona_id for each in wanted]
    open_pages, last, now = looking(ids), _last(ids, bundle), clock.now()
    rows = [
        Notification(
            recipient_id=each.persona_id,
            actor_id=message.author_id,
            kind=kind,
            about=message.conversation_id,
            bundle=bundle,
            position=message.position,
            ways=each.ways,
            push_at=_push_at(each, last.get(each.persona_id), each.persona_id in open_pages, now),
            mail_at=_mail_at(each, last.get(each.persona_id), now),
        )
        for each in wanted
    ]
    Notification.objects.filter(
        recipient__in=ids, kind=kind, actor=message.author_id, about=message.conversation_id
    ).delete()
    Notification.objects.bulk_create(rows, ignore_conflicts=True)
    for row in rows:
        if row.push_at and row.push_at <= now:
            announce(NewsDue(row.recipient_id))


class _Last(NamedTuple):
    """When a note and a letter of a bundle go out that wait; `position` is that of what was last told of it."""

    push_at: datetime | None
    mail_at: datetime | None
    position: int


def _last(recipient_ids: list[int], bundle: str) -> dict[int, _Last]:
    rows = Notification.objects.filter(recipient__in=recipient_ids, bundle=bundle).values("recipient")
    found = rows.annotate(push=Min("push_at"), mail=Min("mail_at"), last=Max("position"))
    return {who: _Last(*rest) for who, *rest in found.values_list("recipient", "push", "mail", "last")}


def _push_at(each: Willing, last: _Last | None, looks: bool, now: datetime) -> datetime | None:
    if each.push_at is None:
        return None
    due = max(each.push_at, now + LOOK_AGAIN) if looks else each.push_at
    if last is None:
        return due
    if last.push_at:
        return last.push_at if last.push_at <= now + PACE else min(due, last.push_at)
    return max(due, clock.moment_at(last.position) + PACE)


def _mail_at(each: Willing, last: _Last | None, now: datetime) -> datetime | None:
    if each.mail_at is None:
        return None
    due = max(each.mail_at, now + BEFORE_A_LETTER)
    return min(due, last.mail_at) if last and last.mail_at else due
