"""What a hiring team does with applications: looks, moves, notes; and what the courier does about promises."""

import re
from collections.abc import Collection
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_block
from twofold.network.jobs.actions.asking import held, hiring, insist, note
from twofold.network.jobs.facts import ApplicationGone, ApplicationLate, ApplicationMoved, NoteLeft
from twofold.network.jobs.models import (
    STEPS_UP,
    Application,
    CvFile,
    Deed,
    Paper,
    Remark,
    Reply,
    Score,
    Slot,
    Stage,
)
from twofold.network.jobs.policies import KEEP_MONTHS, MOST_REMARK, kept_for
from twofold.network.jobs.queries.applications import hirers
from twofold.network.jobs.seals import opened_by
from twofold.people.audiences.queries import can_see
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_HANDLES = re.compile(r"(?<![\w@])@([\w.]+)")
# What a move changes, and an undone one changes back.
MOVED = ("stage", "moved_at", "answered_at", "reached", "before", "told_at")
# An application that is still unanswered so long after the promised day is closed for its author.
GRACE = timedelta(days=14)


@transaction.atomic
def look_at(actor: Persona, *, application_id: int) -> Application:
    """Note that somebody who hires has read it: its author sees that it was viewed."""
    application = held_application(actor, application_id)
    if application.stage == Stage.SENT:
        application.stage, application.moved_at = Stage.VIEWED, clock.now()
        application.reached = max(application.reached, STEPS_UP.index(Stage.VIEWED))
        application.save(update_fields=["stage", "moved_at", "reached"])
        log(application, actor, "viewed")
    return application


@transaction.atomic
def remark(actor: Persona, *, application_id: int, text: str, tell_to: Collection[int] = ()) -> Remark:
    """A note for the others who hire. Those of `tell_to` (ids), and those whose handles stand in it, are told of it."""
    application = held_application(actor, application_id)
    text = clean_block(text)
    insist("" if text else _("Write the note first."), field="text")
    insist("" if len(text) <= MOST_REMARK else _("That is too long for a note."), field="text")
    log(application, actor, "noted")
    written = {each.lower().rstrip(".") for each in _HANDLES.findall(text)}
    others = [each for each in hirers(Viewer.of(actor), application.page) if each != actor]
    named = [each.pk for each in others if each.pk in tell_to or each.handle.lower() in written]
    if named:
        announce(NoteLeft(application.pk, application.page_id, actor.pk, named))
    return Remark.objects.create(application=application, by=actor, text=text, at=clock.now())


def close_open_ones(job_id: int) -> None:
    """Tell everybody whose application for a job is unsettled that it is closed: that is an answer too."""
    settled = (Stage.HIRED, Stage.REJECTED, Stage.CLOSED)
    rows = Application.objects.filter(job=job_id, live=True).exclude(stage__in=settled)
    for each in rows.select_for_update(of=("self",)):
        put(each, Stage.CLOSED, answered=True)


def keep_promises() -> int:
    """Tell applicants on the day after the promised one that no answer came; close what nobody answers at all."""
    today = clock.now().date()
    late = Application.objects.filter(live=True, answered_at=None, late=False, reply_by__lt=today)
    told = sum(_late(pk) for pk in late.values_list("pk", flat=True)[:2_000])
    given_up = Application.objects.filter(live=True, answered_at=None, reply_by__lt=today - GRACE)
    for pk in given_up.exclude(stage=Stage.CLOSED).values_list("pk", flat=True)[:2_000]:
        _give_up(pk)
    return told


def erase_settled() -> int:
    """Erase at the employer's side what was settled as long ago as was promised; its author keeps their own copy. How
    many."""
    now, settled = clock.now(), (Stage.HIRED, Stage.REJECTED, Stage.CLOSED)
    over = Q()
    for months in KEEP_MONTHS:
        over |= Q(keep_months=months, moved_at__lt=now - kept_for(months))
    old = Application.objects.filter(over, live=True, stage__in=settled)
    return sum(_erase(pk) for pk in old.values_list("pk", flat=True)[:2_000])


@transaction.atomic
def _erase(application_id: int) -> int:
    found = Application.objects.select_for_update(of=("self",)).filter(pk=application_id, live=True).first()
    if found is None:
        return 0
    for model in (Remark, Score, Slot, CvFile, Paper):
        model.objects.filter(application=found).delete()
    Deed.objects.filter(job=found.job_id, applicant=found.author_id).delete()
    Application.objects.filter(pk=found.pk).update(live=False)
    announce(ApplicationGone(found.pk, found.page_id, found.author_id))
    return 1


@transaction.atomic
def _late(application_id: int) -> int:
    rows = Application.objects.select_for_update(of=("self",)).filter(
        pk=application_id, answered_at=None, late=False
    )
    found = rows.first()
    if found is None:
        return 0
    Application.objects.filter(pk=found.pk).update(late=True)
    announce(ApplicationLate(found.pk, found.page_id, found.author_id))
    return 1


@transaction.atomic
def _give_up(application_id: int) -> None:
    rows = Application.objects.select_for_update(of=("self",)).filter(pk=application_id, answered_at=None)
    found = rows.first()
    if found is not None:
        put(found, Stage.CLOSED, answered=False)


def put(application: Application, stage: str, *, answered: bool) -> None:
    """Move it and tell its author at once; what could still be undone cannot any more."""
    place(application, stage, answered=answered)
    tell(application)


def place(application: Application, stage: str, *, answered: bool) -> None:
    application.stage, application.moved_at = stage, clock.now()
    if stage in STEPS_UP:
        application.reached = max(application.reached, STEPS_UP.index(Stage(stage)))
    if answered and application.answered_at is None:
        application.answered_at = application.moved_at


def tell(application: Application) -> None:
    """Let its author know where it stands. What a step opens to the team opens now: nobody looks and undoes."""
    application.opened = opened_by(application.stage, application.opened)
    by, words = (application.before or {}).get("letter") or (0, "")
    if words:
        author = Persona.objects.filter(pk=by).first()
        Reply.objects.create(application=application, by=author, text=words, at=clock.now())
        log(application, author, "replied")
    application.before = application.told_at = None
    application.save(update_fields=[*MOVED, "opened"])
    announce(ApplicationMoved(application.pk, application.page_id, application.author_id, application.stage))


@transaction.atomic
def take_out(actor: Persona, *, job_id: int) -> None:
    """Note that everything sent for a job left as a table, and by whose hand. Absent for who does not hire."""
    note(held(actor, job_id), actor, "exported")


def held_application(actor: Persona, application_id: int) -> Application:
    """The application, held until the end of the transaction. Absent unless the door shows it and `actor` hires."""
    rows = Application.objects.select_for_update(of=("self",)).select_related("page", "job")
    found = rows.filter(pk=application_id, live=True).first()
    if found is None or not can_see(Viewer.of(actor), found):
        raise Absent
    hiring(actor, found.page)
    return found


def log(application: Application, actor: Persona | None, what: str, about: str = "") -> None:
    if application.job is not None:
        note(application.job, actor, what, about, applicant=application.author_id)
