"""What is decided, and everything that follows from it."""

from collections.abc import Callable

from django.db import transaction

from twofold.care.moderation.actions.telling import tell_the_author, tell_the_desk, tell_the_reporters
from twofold.care.moderation.models import Case, Desk, Kind, Outcome, Step
from twofold.care.moderation.policies import GROUP_FIRST, check_note, decides, open_acts
from twofold.care.moderation.things import PUT_BACK, TAKE_DOWN
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_block
from twofold.network.groups.actions import shut, take_out
from twofold.network.groups.queries import group_named
from twofold.people.audiences.actions import give_voice, silence
from twofold.people.personas.actions import reinstate_persona, suspend_persona
from twofold.people.personas.models import Persona


@transaction.atomic
def decide(actor: Persona, *, case_id: int, act: str, words: str = "", note: str = "") -> Case:
    """Take one of `open_acts`. `words` are for whoever it is about, `note` for those who decide."""
    case = _held(actor, case_id)
    if act not in open_acts(case):
        raise Absent
    words, note = clean_block(words), clean_block(note)
    check_note(words, "words")
    check_note(note)
    _ACTS[act](actor, case)
    case.appealed = False
    if words:
        case.words = words
    case.save()
    Step.objects.create(case=case, by=actor, act=act, note=note, at=clock.now())
    _tell(case, act)
    return case


def _tell(case: Case, act: str) -> None:
    if act == "pass_on":
        tell_the_desk(case)
        return
    if act in ("dismiss", "remove", "suspend"):
        tell_the_reporters(case)
    if act != "dismiss":
        tell_the_author(case)


@transaction.atomic
def remark(actor: Persona, *, case_id: int, note: str) -> None:
    """A note for those who decide."""
    case, note = _held(actor, case_id), clean_block(note)
    check_note(note)
    if note:
        Step.objects.create(case=case, by=actor, act="note", note=note, at=clock.now())


@transaction.atomic
def appeal(actor: Persona, *, case_id: int, text: str) -> None:
    """Whoever it is about answers, once, to what was decided."""
    text = clean_block(text)
    rows = Case.objects.select_for_update().filter(pk=case_id, about=actor, appeal="")
    case = rows.exclude(outcome__in=("", Outcome.DISMISSED)).first()
    if case is None:
        raise Absent
    check_note(text, "appeal")
    if text:
        case.appeal, case.appealed, case.desk = text, True, Desk.SERVER
        case.save(update_fields=["appeal", "appealed", "desk"])
        Step.objects.create(case=case, by=None, act="appeal", at=clock.now())
        tell_the_desk(case)


@transaction.atomic
def pass_on_what_waits() -> int:
    """What a group left lying is for those who look after the network; how many."""
    late = Case.objects.filter(desk=Desk.GROUP, outcome="", opened_at__lt=clock.now() - GROUP_FIRST)
    found = list(late.select_for_update()[:200])
    for case in found:
        case.desk = Desk.SERVER
        case.save(update_fields=["desk"])
        Step.objects.create(case=case, by=None, act="pass_on", at=clock.now())
        tell_the_desk(case)
    return len(found)


def _held(actor: Persona, case_id: int) -> Case:
    case = Case.objects.select_for_update().select_related("about").filter(pk=case_id).first()
    if case is None or not decides(actor, case):
        raise Absent
    return case


def _close(case: Case, outcome: Outcome) -> None:
    case.outcome, case.decided_at = outcome, clock.now()


def _dismiss(actor: Persona, case: Case) -> None:
    _close(case, Outcome.DISMISSED)


def _remove(actor: Persona, case: Case) -> None:
    """Of a group's post: out of the group, which gives it back to its author. Else it is taken down."""
    group = group_named(case.group) if case.desk == Desk.GROUP and case.kind == Kind.POST else None
    if group:
        take_out(actor, group=group, post_id=case.thing)
    else:
        TAKE_DOWN[case.kind](case.thing)
    _close(case, Outcome.REMOVED)


def _put_back(actor: Persona, case: Case) -> None:
    PUT_BACK[case.kind](case.thing)
    _close(case, Outcome.DISMISSED)


def _suspend(actor: Persona, case: Case) -> None:
    """Whoever it came from, in this network alone: nobody comes across them or anything of theirs."""
    silence(case.about)
    suspend_persona(case.about)
    if case.kind == Kind.GROUP:
        shut(case.thing)
    _close(case, Outcome.SUSPENDED)


def _reinstate(actor: Persona, case: Case) -> None:
    give_voice(case.about)
    reinstate_persona(case.about)
    if case.kind == Kind.GROUP:
        shut(case.thing, live=True)
    _close(case, Outcome.DISMISSED)


def _pass_on(actor: Persona, case: Case) -> None:
    case.desk = Desk.SERVER


def _keep(actor: Persona, case: Case) -> None:
    """The decision stands."""


_ACTS: dict[str, Callable[[Persona, Case], None]] = {
    "dismiss": _dismiss,
    "remove": _remove,
    "suspend": _suspend,
    "put_back": _put_back,
    "reinstate": _reinstate,
    "pass_on": _pass_on,
    "keep": _keep,
}
