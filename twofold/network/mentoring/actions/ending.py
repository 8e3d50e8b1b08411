"""How it ends: with a note of each, a badge that both have signed; or because one of the two is gone."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_block
from twofold.network.credentials.actions import issue, revoke
from twofold.network.mentoring import policies
from twofold.network.mentoring.actions.keeping import UNDER_WAY, held, insist, tell
from twofold.network.mentoring.facts import MentoringGone
from twofold.network.mentoring.models import MAX_TEXT, Mentoring, Notice, OwnNote, State
from twofold.network.mentoring.queries.badges import BADGES
from twofold.people.personas.models import Persona


@transaction.atomic
def end(actor: Persona, *, mentoring: Mentoring, note: str = "", at: datetime | None = None) -> None:
    """Close it, as either of the two, with a few words for the other one; or add one's own words once it is closed."""
    pair, words = held(actor, mentoring, *UNDER_WAY, State.CLOSED), clean_block(note)
    insist(policies.why_too_long(words, MAX_TEXT), field="note")
    kept = pair.mentoring
    setattr(kept, "mentor_closing" if pair.is_mentor else "mentee_closing", words)
    was = kept.state
    if was != State.CLOSED:
        kept.state, kept.ended_at = State.CLOSED, at or clock.now()
    kept.save()
    tell(pair, "words" if was == State.CLOSED else "end")


@transaction.atomic
def sign(actor: Persona, *, mentoring: Mentoring, at: datetime | None = None) -> None:
    """Say that it was so. Once both have, each can take a badge along. Only what both had agreed on can be signed."""
    pair = held(actor, mentoring, State.CLOSED)
    kept, moment = pair.mentoring, at or clock.now()
    if not (kept.mentor_agreed_at and kept.mentee_agreed_at):
        raise Absent
    if pair.i_signed:
        return
    setattr(kept, "mentor_signed_at" if pair.is_mentor else "mentee_signed_at", moment)
    kept.save()
    if pair.they_signed:
        issue(kept.mentor, kind=BADGES[True], about=kept.pk, at=moment)
        issue(kept.mentee, kind=BADGES[False], about=kept.pk, at=moment)
    tell(pair, "signed")


@transaction.atomic
def part_ways(one: int, other: int) -> None:
    """One of the two shut the other out: nothing is left between them, badges included."""
    pair = Q(mentor=one, mentee=other) | Q(mentor=other, mentee=one)
    _dissolve(Mentoring.objects.filter(pair))


@transaction.atomic
def forget_person(persona: Persona) -> None:
    """Somebody is gone for good: what they offered, wished, asked and had with others goes with them."""
    Notice.objects.filter(author=persona).delete()
    OwnNote.objects.filter(persona=persona).delete()
    _dissolve(Mentoring.objects.filter(Q(mentor=persona) | Q(mentee=persona)))


def _dissolve(rows: QuerySet[Mentoring]) -> None:
    ids = list(rows.values_list("pk", flat=True))
    for kind in BADGES.values():
        revoke(kind=kind, abouts=ids)
    for each in ids:
        announce(MentoringGone(each))
    rows.delete()
