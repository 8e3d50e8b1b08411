"""Asking somebody, and their answer. A no is silent."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_block
from twofold.network.mentoring import policies
from twofold.network.mentoring.actions.keeping import held, insist
from twofold.network.mentoring.facts import MentoringAnswered, MentoringAsked, MentoringGone
from twofold.network.mentoring.models import Mentoring, Notice, Side, State
from twofold.network.mentoring.queries.together import Pair
from twofold.people.audiences.actions import compose
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.audiences.specs import named
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def ask(actor: Persona, *, notice: Notice, message: str, at: datetime | None = None) -> Mentoring:
    """Ask whoever offers mentoring, or offer it to whoever wishes for it."""
    viewer = Viewer.of(actor)
    rows = Notice.objects.visible_to(viewer).select_related("author").prefetch_related("topics")
    there = rows.filter(pk=notice.pk).first()
    if there is None or not _meet(actor, there.author):
        raise Absent
    words = clean_block(message)
    insist(policies.why_not_ask(actor, there.author, words), field="message")
    offered = there.side == Side.OFFER
    mentor, mentee = (there.author, actor) if offered else (actor, there.author)
    if offered:
        insist(policies.why_full(mentor, there.most))
    if again := _taken_back(actor, mentor, mentee, words):
        return again
    insist(_why_begun(actor, mentor, mentee))
    made = Mentoring.objects.create(
        author=actor,
        audience=compose(actor, named({there.author_id})),
        mentor=mentor,
        mentee=mentee,
        message=words,
        topics=", ".join(each.name for each in there.topics.all())[:400],
        asked_at=at or clock.now(),
    )
    announce(MentoringAsked(made.pk, actor.pk, there.author_id, "learn" if offered else "teach"))
    return made


def _meet(one: Persona, other: Persona) -> bool:
    """Whether the two may come across each other, each the other one."""
    both = (Viewer.of(one), other), (Viewer.of(other), one)
    return all(personas_visible_to(viewer).filter(pk=each.pk).exists() for viewer, each in both)


def _taken_back(actor: Persona, mentor: Persona, mentee: Persona, words: str) -> Mentoring | None:
    """A request that was declined, taken back and is now made again: it waits as it did, and nobody is asked again."""
    rows = Mentoring.objects.filter(author=actor, mentor=mentor, mentee=mentee, live=False)
    found = rows.filter(state=State.DECLINED).first()
    if found is not None:
        found.live, found.message, found.asked_at = True, words, clock.now()
        found.save(update_fields=["live", "message", "asked_at"])
    return found


def _why_begun(actor: Persona, mentor: Persona, mentee: Persona) -> str:
    pair = Q(mentor=mentor, mentee=mentee) | Q(mentor=mentee, mentee=mentor)
    # Whoever said no and asks now has thought better of it.
    Mentoring.objects.filter(pair, state=State.DECLINED).exclude(author=actor).delete()
    if Mentoring.objects.filter(pair, live=True).exclude(state=State.CLOSED).exists():
        return _("There is something between you already: look among your mentoring.")
    return ""


@transaction.atomic
def withdraw(actor: Persona, *, mentoring: Mentoring) -> None:
    """Take one's request back; nothing of it is left."""
    pair = held(actor, mentoring, State.ASKED, State.DECLINED)
    if not pair.asked:
        raise Absent
    # Whoever declined it is not asked anew by taking back and asking again: the no stays, out of sight.
    if pair.mentoring.state == State.DECLINED:
        Mentoring.objects.filter(pk=pair.mentoring.pk).update(live=False)
    else:
        pair.mentoring.delete()
    announce(MentoringGone(mentoring.pk))


@transaction.atomic
def accept(actor: Persona, *, mentoring: Mentoring, at: datetime | None = None) -> None:
    """Say yes: now the two agree on what it is to be."""
    pair = _asked(actor, mentoring)
    if pair.is_mentor:
        offer = Notice.objects.filter(author=actor, side=Side.OFFER).first()
        most = offer.most if offer else policies.MOST_MENTEES
        if policies.load(actor.pk) >= most:
            raise Refused(
                _("You go along with as many as you said you would. End one first, or take more at once.")
            )
    kept = pair.mentoring
    kept.state, kept.began_at = State.AGREEING, at or clock.now()
    kept.save(update_fields=["state", "began_at"])
    announce(MentoringAnswered(kept.pk, actor.pk, pair.other.pk))


@transaction.atomic
def decline(actor: Persona, *, mentoring: Mentoring) -> None:
    """Say no. Nobody is told, and for oneself it is gone."""
    pair = _asked(actor, mentoring)
    Mentoring.objects.filter(pk=pair.mentoring.pk).update(state=State.DECLINED)
    announce(MentoringGone(mentoring.pk))


def _asked(actor: Persona, mentoring: Mentoring) -> Pair:
    pair = held(actor, mentoring, State.ASKED)
    if pair.asked:
        raise Absent
    return pair
