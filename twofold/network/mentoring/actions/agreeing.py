"""What two agree on: what it is about, how often, until when, and for which goals. It holds once both have said so."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.mentoring import policies
from twofold.network.mentoring.actions.keeping import UNDER_WAY, held, insist, tell
from twofold.network.mentoring.models import MAX_RHYTHM, Goal, Mentoring, State
from twofold.network.mentoring.queries.together import Pair
from twofold.people.personas.models import Persona


@transaction.atomic
def keep_terms(
    actor: Persona,
    *,
    mentoring: Mentoring,
    topics: str,
    rhythm: str,
    until: date | None,
    at: datetime | None = None,
) -> None:
    """Write down what it is to be. Whoever writes agrees; the other one is asked anew."""
    pair = held(actor, mentoring, *UNDER_WAY)
    words = {"topics": clean_line(topics), "rhythm": clean_line(rhythm)}
    insist(policies.why_too_long(words["topics"], 400), field="topics")
    insist(policies.why_not_line(words["rhythm"], MAX_RHYTHM), field="rhythm")
    if until is None or until < clock.now().date():
        raise Refused(_("Until when? Choose a day that is still to come."), field="until")
    kept = pair.mentoring
    kept.topics, kept.rhythm, kept.until = words["topics"], words["rhythm"], until
    _ask_anew(pair, at or clock.now())
    kept.save()
    tell(pair, "terms")


def _ask_anew(pair: Pair, moment: datetime) -> None:
    kept = pair.mentoring
    kept.mentor_agreed_at = moment if pair.is_mentor else None
    kept.mentee_agreed_at = None if pair.is_mentor else moment
    kept.state = State.AGREEING


@transaction.atomic
def agree(actor: Persona, *, mentoring: Mentoring, at: datetime | None = None) -> None:
    """Say yes to what stands there. Once both have, it is under way."""
    pair = held(actor, mentoring, State.AGREEING)
    kept = pair.mentoring
    if not kept.rhythm or kept.until is None:
        raise Refused(_("Write down how often you meet and until when; then there is something to agree on."))
    if not kept.goals.exists():
        raise Refused(_("Write down one goal at least: what is to be different afterwards?"))
    if pair.i_agreed:
        return
    setattr(kept, "mentor_agreed_at" if pair.is_mentor else "mentee_agreed_at", at or clock.now())
    if kept.mentor_agreed_at and kept.mentee_agreed_at:
        kept.state = State.RUNNING
    kept.save()
    tell(pair, "agreed")


@transaction.atomic
def keep_goal(actor: Persona, *, mentoring: Mentoring, words: str) -> Goal:
    """One more goal; while they agree, it asks the other one anew."""
    pair, line = held(actor, mentoring, *UNDER_WAY), clean_line(words)
    insist(policies.why_not_line(line, 200), field="goal")
    count = pair.mentoring.goals.count()
    insist(policies.why_too_many(count, policies.MOST_GOALS), field="goal")
    _changed(pair)
    return Goal.objects.create(mentoring=pair.mentoring, words=line, place=count + 1)


def _changed(pair: Pair) -> None:
    """Who agreed to other goals did not agree to these; what is under way goes on."""
    if pair.mentoring.state == State.AGREEING and pair.they_agreed:
        _ask_anew(pair, clock.now())
        pair.mentoring.save()
        tell(pair, "terms")


@transaction.atomic
def tick_goal(
    actor: Persona, *, mentoring: Mentoring, goal_id: int, done: bool = True, at: datetime | None = None
) -> None:
    goal = _goal(held(actor, mentoring, *UNDER_WAY), goal_id)
    goal.done_at = (goal.done_at or at or clock.now()) if done else None
    goal.save(update_fields=["done_at"])


@transaction.atomic
def drop_goal(actor: Persona, *, mentoring: Mentoring, goal_id: int) -> None:
    pair = held(actor, mentoring, *UNDER_WAY)
    _goal(pair, goal_id).delete()
    _changed(pair)


def _goal(pair: Pair, goal_id: int) -> Goal:
    found = Goal.objects.filter(mentoring=pair.mentoring, pk=goal_id).first()
    if found is None:
        raise Absent
    return found
