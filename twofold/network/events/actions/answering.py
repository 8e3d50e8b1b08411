"""Going, Maybe, Can’t: what people answer, and who is asked."""

from collections.abc import Iterable, Mapping, Sequence
from secrets import token_urlsafe

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, LinkGone, Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.events import policies, queries
from twofold.network.events.actions.calling_off import meetings_off
from twofold.network.events.actions.making import ASKED, GOING, held
from twofold.network.events.actions.seating import settle
from twofold.network.events.facts import GuestAnswered, GuestAsked
from twofold.network.events.models import (
    MAX_BRINGS,
    MAX_REPLY,
    Answer,
    Event,
    Guest,
    Link,
    Question,
    Reply,
)
from twofold.people.audiences.actions import grant, part_of, revoke
from twofold.people.audiences.models import Denial, Grant
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.graph.models import Tie
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def answer(
    actor: Persona,
    *,
    event: Event,
    answer: str,
    plus: int = 0,
    brings: str = "",
    replies: Mapping[int, str] | None = None,
) -> Guest:
    """Say whether one comes. Without a free seat one waits, and moves up by itself. Announces GuestAnswered."""
    event, brings = held(actor, event), clean_line(brings)
    policies.check_answer(actor, event, answer, plus)
    if len(brings) > MAX_BRINGS:
        raise Refused(_("At most %(limit)d characters fit here.") % {"limit": MAX_BRINGS}, field="brings")
    guest = Guest.objects.get_or_create(event=event, persona=actor)[0]
    change_answer(event, guest, answer, plus)
    guest.brings = brings if event.potluck and answer != Answer.CANNOT else ""
    guest.answered_at = clock.now()
    guest.save()
    keep_replies(event, guest, replies or {})
    settle(event, besides=guest.pk)
    guest.refresh_from_db()
    if not guest.seated:
        revoke(event.author, GOING, str(event.pk), actor)
        meetings_off(event, actor.pk)
    announce(GuestAnswered(event.pk, actor.pk, "waiting" if guest.waits else guest.answer))
    return guest


def change_answer(event: Event, guest: Guest, answer: str, plus: int) -> None:
    """Let `guest` answer that; who wants more seats than are free keeps those they have."""
    stays = guest.answer == answer == Answer.GOING
    more = plus - guest.plus
    if stays and guest.seated and more > 0:
        free = Event.objects.get(pk=event.pk).free
        if free is not None and more > free:
            raise Refused(_("There are not as many seats left. You keep those that you have."), field="plus")
    if answer == Answer.GOING and not stays:
        guest.line, guest.seated = clock.position_of(clock.now()), False
    if answer != Answer.GOING:
        guest.seated, plus = False, 0
        guest.line = clock.position_of(clock.now())
    guest.answer, guest.plus = answer, plus


def keep_replies(event: Event, guest: Guest, replies: Mapping[int, str]) -> None:
    for question in Question.objects.filter(event=event, pk__in=replies):
        text = clean_line(replies[question.pk])
        if len(text) > MAX_REPLY:
            raise Refused(_("At most %(limit)d characters fit here.") % {"limit": MAX_REPLY}, field="replies")
        Reply.objects.update_or_create(guest=guest, question=question, defaults={"text": text})
    if guest.answer == Answer.CANNOT:
        Reply.objects.filter(guest=guest).delete()


@transaction.atomic
def withdraw(actor: Persona, *, event: Event) -> None:
    """Be no guest any more, as if one had never answered. Announces GuestAnswered."""
    event = held(actor, event)
    _forget(event, Guest.objects.filter(event=event, persona=actor).first())


@transaction.atomic
def remove_guest(actor: Persona, *, event: Event, guest_id: int) -> None:
    """Take somebody off the list; who waits moves up. Announces GuestAnswered."""
    event = held(actor, event)
    policies.check_host(actor, event)
    _forget(event, Guest.objects.filter(event=event, pk=guest_id).first())


def _forget(event: Event, guest: Guest | None) -> None:
    if guest is None:
        raise Absent
    forget_guest(event, guest)
    settle(event)
    if guest.persona_id:
        announce(GuestAnswered(event.pk, guest.persona_id, ""))


def forget_guest(event: Event, guest: Guest, *, stays: bool = False) -> None:
    """Take a guest off the list and out of the audience; who `stays` keeps their meetings. Call `settle` afterwards."""
    if guest.persona_id:
        parts = (GOING, ASKED)
        Grant.objects.filter(
            part__owner=event.author_id,
            part__kind__in=parts,
            part__ref=str(event.pk),
            persona=guest.persona_id,
        ).delete()
        if not stays:
            meetings_off(event, guest.persona_id)
    guest.delete()


@transaction.atomic
def ask(actor: Persona, *, event: Event, personas: Sequence[Persona]) -> int:
    """Ask people one is tied to; how many are new to it. Announces GuestAsked for each."""
    event = held(actor, event)
    policies.check_ask(actor, event, len(personas))
    ties = Tie.objects.filter(owner=actor, other__in=[each.pk for each in personas]).values("other")
    known = personas_visible_to(Viewer.of(actor)).filter(pk__in=ties)
    if known.count() < len({each.pk for each in personas}):
        raise Refused(_("Ask people you are connected with. Give the others a link."), field="name")
    new = _list(actor, event, known)
    for each in new:
        announce(GuestAsked(event.pk, each.pk, actor.pk))
    return len(new)


def _list(actor: Persona | None, event: Event, people: Iterable[Persona]) -> list[Persona]:
    """Put people on the list who are not there yet, and into the audience; those who are new."""
    there = set(Guest.objects.filter(event=event, persona__in=people).values_list("persona", flat=True))
    shut = set(Denial.objects.filter(by=event.author_id).values_list("persona", flat=True))
    out = there | shut | {event.author_id}
    new = [each for each in people if each.pk not in out]
    now, part = clock.now(), part_of(event.author, ASKED, str(event.pk))
    Guest.objects.bulk_create(
        Guest(event=event, persona=each, asked_by=actor, asked_at=now, line=clock.position_of(now))
        for each in new
    )
    Grant.objects.bulk_create([Grant(part=part, persona=each) for each in new], ignore_conflicts=True)
    return new


@transaction.atomic
def make_link(actor: Persona, *, event: Event) -> str:
    """A new way to the event for whoever has it: the secret that stands in its address, shown this once."""
    event = held(actor, event)
    policies.check_new_link(actor, event)
    secret = token_urlsafe(24)
    Link.objects.create(
        event=event, digest=queries.digest(secret), made_by=actor, made_at=clock.now(),
        left=policies.LINK_LETS_IN,
    )  # fmt: skip
    return secret


@transaction.atomic
def drop_link(actor: Persona, *, event: Event, link_id: int) -> None:
    """Take a link back: from now on it leads nowhere. Who came by it stays."""
    event = held(actor, event)
    policies.check_host(actor, event)
    Link.objects.filter(event=event, pk=link_id).delete()


@transaction.atomic
def come_by(actor: Persona, *, secret: str) -> Event:
    """Take up a link: from now on one sees the event, and may answer. Absent where it leads nowhere."""
    link = queries.link(Viewer.of(actor), secret)
    event = link.event
    if Guest.objects.filter(event=event, persona=actor).exists() or policies.is_host(actor.pk, event):
        return event
    if not Link.objects.filter(pk=link.pk, left__gt=0).update(left=F("left") - 1):
        raise LinkGone
    try:
        _list(None, event, [actor])
    except IntegrityError:
        raise Absent from None
    grant(event.author, ASKED, str(event.pk), actor)
    return event
