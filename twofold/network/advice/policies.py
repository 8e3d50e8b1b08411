"""May this persona do that with advice: nothing, or a refusal that says why. Whether they see it is asked before."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.network.advice.models import (
    MAX_GUIDE,
    MAX_SUMMARY,
    MAX_TEXT,
    MAX_TITLE,
    MAX_WHERE,
    MAX_WISH,
    Answer,
    Asked,
    Field,
    Guide,
    Hour,
    Question,
)
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, MEMBERS, SHIELD, AudienceSpec
from twofold.people.personas.models import Network, Persona

REACHES = {"members": MEMBERS, "everyone": EVERYONE, "ties": ALL_TIES}
MINUTES = (15, 20, 30, 45, 60)
MOST_SKILLS = 5
MOST_ANSWERS = 200
MOST_HOURS = 24
MOST_BOOKED = 3
_LEAST_TITLE = 10
_A_DAY = {Question: 5, Answer: 40, Asked: 10}
_DAY = timedelta(days=1)
LONGEST_AHEAD = timedelta(days=120)


def insist(fine: object, reason: str, *, field: str = "") -> None:
    if not fine:
        raise Refused(reason, field=field)


def check_here(actor: Persona) -> None:
    at_work = actor.network == Network.PROFESSIONAL and not actor.is_page
    insist(at_work, _("Advice is for people of the professional network."))


def check_length(name: str, text: str, most: int, *, needed: bool = True, least: int = 1) -> None:
    insist(text or not needed, _("Write something here."), field=name)
    insist(not text or len(text) >= least, _("Say a little more."), field=name)
    words = _("At most %(most)d characters fit here; these are %(length)d.")
    insist(len(text) <= most, words % {"most": most, "length": len(text)}, field=name)


def check_choices(field: str, reach: str) -> None:
    insist(field in Field.values, _("Choose one of the list."), field="field")
    insist(reach in REACHES, _("Choose who may see it."), field="reach")


def audience_of(reach: str, *, guarded: bool = False) -> AudienceSpec:
    """The audience of a choice; `guarded` excepts those near the author's employer."""
    spec = REACHES[reach]
    if not guarded:
        return spec
    return AudienceSpec(spec.scope, spec.parts, except_parts=frozenset({SHIELD}))


def check_question(title: str, text: str, skills: Sequence[str]) -> None:
    check_length("title", title, MAX_TITLE, least=_LEAST_TITLE)
    check_length("text", text, MAX_TEXT, needed=False)
    insist(
        len(skills) <= MOST_SKILLS, _("At most %(most)d skills help.") % {"most": MOST_SKILLS}, field="skills"
    )


def check_guarded(reach: str, *, guarded: bool) -> None:
    """A stranger may be anybody, the employer too: what everyone reads cannot be kept from some."""
    fine = not guarded or reach != "everyone"
    words = _("What everyone can read, your employer can read too. Choose members or connections.")
    insist(fine, words, field="reach")


def check_pace(actor: Persona, kind: type[Question] | type[Answer] | type[Asked]) -> None:
    since = clock.now() - _DAY
    if kind is Question:
        there = Question.objects.filter(author=actor, asked_at__gt=since).count()
    elif kind is Answer:
        there = Answer.objects.filter(author=actor, at__gt=since).count()
    else:
        there = Asked.objects.filter(question__author=actor, at__gt=since).count()
    insist(there < _A_DAY[kind], _("That is enough for today. Come back tomorrow."))


def check_answer(question: Question, text: str) -> None:
    check_length("text", text, MAX_TEXT)
    full = Answer.objects.filter(question=question).count() >= MOST_ANSWERS
    insist(not full, _("So much was said to this already that more would not be read."), field="text")


def check_guide(title: str, summary: str, text: str) -> None:
    check_length("title", title, MAX_TITLE, least=_LEAST_TITLE)
    check_length("summary", summary, MAX_SUMMARY, needed=False)
    check_length("text", text, MAX_GUIDE)


def check_new_guide(actor: Persona) -> None:
    insist(Guide.objects.filter(author=actor).count() < 200, _("Two hundred guides are enough."))


def check_hours(actor: Persona, about: str, place: str, minutes: int, begins: Sequence[datetime]) -> None:
    check_length("about", about, MAX_TITLE, least=4)
    check_length("place", place, MAX_WHERE)
    insist(minutes in MINUTES, _("Choose one of the list."), field="minutes")
    insist(begins, _("Give at least one day and time."), field="begins")
    now = clock.now()
    insist(begins[0] > now, _("One of these times is over. Choose times to come."), field="begins")
    insist(begins[-1] < now + LONGEST_AHEAD, _("Four months ahead is far enough."), field="begins")
    length = timedelta(minutes=minutes)
    apart = all(later - sooner >= length for sooner, later in pairwise(begins))
    insist(apart, _("Two of these times overlap."), field="begins")
    coming = list(Hour.objects.filter(author=actor, begins__gt=now - _DAY))
    insist(
        len(coming) + len(begins) <= MOST_HOURS,
        _("So many hours nobody can keep. Call some off first."),
        field="begins",
    )
    taken = any(
        each.begins < one + length and one < each.begins + timedelta(minutes=each.minutes)
        for each in coming
        for one in begins
    )
    insist(not taken, _("One of these times overlaps with an hour that you offer already."), field="begins")


def check_taking(actor: Persona, hour: Hour, wish: str) -> None:
    insist(hour.author_id != actor.pk, _("That is your own hour."))
    insist(hour.begins > clock.now(), _("That time is over. Choose another."))
    insist(hour.guest_id in (None, actor.pk), _("Somebody was faster. Choose another time."))
    check_length("wish", wish, MAX_WISH, least=10)
    booked = Hour.objects.filter(guest=actor, begins__gt=clock.now()).exclude(pk=hour.pk).count()
    words = _("You have %(most)d hours to come. Let others have a turn until one is over.")
    insist(booked < MOST_BOOKED, words % {"most": MOST_BOOKED})
