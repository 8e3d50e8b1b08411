"""Messages that are sent by themselves at a time that their author chose."""

from datetime import datetime

from django.db import transaction

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_block
from twofold.network.messaging import policies, queries
from twofold.network.messaging.actions.sending import send
from twofold.network.messaging.models import Later, Membership, Message
from twofold.network.posts.policies import check_due
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def send_later(
    author: Persona, *, conversation_id: int, text: str, due: datetime | None, reply_to: int | None = None
) -> Later:
    """Let words be sent by themselves at `due`. Refused where they could not be sent as they stand."""
    viewer = Viewer.of(author)
    mine = queries.membership(viewer, conversation_id)
    policies.check_in(mine)
    text = clean_block(text)
    policies.check_words(text, 0)
    check_due(due)
    policies.check_later(Later.objects.filter(author=author).count())
    Membership.objects.filter(pk=mine.pk).update(draft="")
    return Later.objects.create(
        author=author,
        conversation=mine.conversation,
        text=text,
        reply_to=queries.answered(viewer, conversation_id, reply_to),
        due_at=due,
        made_at=clock.now(),
    )


@transaction.atomic
def change_later(author: Persona, *, later_id: int, text: str, due: datetime | None) -> Later:
    """Other words, or another time."""
    later = queries.later(Viewer.of(author), later_id)
    text = clean_block(text)
    policies.check_words(text, 0)
    check_due(due)
    later.text, later.due_at, later.problem = text, due, ""
    later.save(update_fields=["text", "due_at", "problem"])
    return later


def drop_later(author: Persona, *, later_id: int) -> Later:
    """Do not send it after all: its words are a draft again where nothing else is being written."""
    later = queries.later(Viewer.of(author), later_id)
    with transaction.atomic():
        rows = Membership.objects.filter(conversation=later.conversation_id, persona=author, draft="")
        rows.update(draft=later.text)
        Later.objects.filter(pk=later.pk).delete()
    return later


@transaction.atomic
def send_now(author: Persona, *, later_id: int) -> Message:
    """Send it before its time. The same one sent twice makes one message."""
    return _sent(queries.later(Viewer.of(author), later_id))


def send_what_is_due() -> int:
    """Send what waits and whose time has come, each by itself; how many. What cannot be sent stays and says why."""
    return sum(_try(each) for each in queries.due())


def _try(later: Later) -> bool:
    try:
        with transaction.atomic():
            _sent(later)
        return True
    except Refused as refusal:
        problem = str(refusal.reason)[:300]
    except Absent:
        # The conversation is not there any more for its author: neither is what waited for it.
        Later.objects.filter(pk=later.pk).update(due_at=None)
        return False
    Later.objects.filter(pk=later.pk).update(due_at=None, problem=problem)
    return False


def _sent(later: Later) -> Message:
    message = send(
        later.author,
        conversation=later.conversation,
        text=later.text,
        reply_to=later.reply_to_id,
        once=f"later-{later.pk}",
    )
    Later.objects.filter(pk=later.pk).delete()
    return message
