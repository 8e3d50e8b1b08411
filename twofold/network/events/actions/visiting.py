"""Guests without an account: who comes by a link and says so under a name, and holds an address of their own for it."""

from collections.abc import Mapping
from secrets import token_urlsafe

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import LinkGone, Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.events import policies, queries
from twofold.network.events.actions.answering import change_answer, forget_guest, keep_replies
from twofold.network.events.actions.seating import settle
from twofold.network.events.models import MAX_BRINGS, Answer, Event, Guest, Link
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def come_as_visitor(
    viewer: Viewer,
    *,
    secret: str,
    name: str,
    answer: str,
    plus: int = 0,
    brings: str = "",
    replies: Mapping[int, str] | None = None,
) -> str:
    """Answer to an invitation link without an account: the secret of the guest's own address, shown this once."""
    link = queries.link(viewer, secret)
    called = clean_line(name)
    if not called or len(called) > 80:
        raise Refused(_("Write your name, so that the hosts know who comes."), field="name")
    if not Link.objects.filter(pk=link.pk, left__gt=0).update(left=F("left") - 1):
        raise LinkGone
    own = token_urlsafe(24)
    guest = Guest(event=link.event, name=called, secret=queries.digest(own), asked_at=clock.now())
    _answer(link.event, guest, answer, plus, brings, replies or {})
    return own


@transaction.atomic
def answer_as_visitor(
    *, secret: str, answer: str, plus: int = 0, brings: str = "", replies: Mapping[int, str] | None = None
) -> Guest:
    """Say something else than before. Without a free seat one waits, and moves up by itself."""
    guest = queries.visitor(secret)
    _answer(guest.event, guest, answer, plus, brings, replies or {})
    guest.refresh_from_db()
    return guest


@transaction.atomic
def forget_visitor(*, secret: str) -> None:
    """Be no guest any more; the address leads nowhere from now on."""
    guest = queries.visitor(secret)
    Event.objects.select_for_update().get(pk=guest.event_id)
    forget_guest(guest.event, guest)
    settle(guest.event)


def _answer(
    event: Event, guest: Guest, answer: str, plus: int, brings: str, replies: Mapping[int, str]
) -> None:
    Event.objects.select_for_update().get(pk=event.pk)
    policies.check_open(event)
    if answer not in Answer.values:
        raise Refused(_("Say whether you come: Going, Maybe or Can’t."), field="answer")
    policies.check_plus(event, plus)
    kept = clean_line(brings)
    if len(kept) > MAX_BRINGS:
        raise Refused(_("At most %(limit)d characters fit here.") % {"limit": MAX_BRINGS}, field="brings")
    change_answer(event, guest, answer, plus)
    guest.brings = kept if event.potluck and answer != Answer.CANNOT else ""
    guest.answered_at = clock.now()
    guest.save()
    keep_replies(event, guest, replies)
    settle(event, besides=guest.pk)
