"""Applying: begun, kept step by step, sent, withdrawn."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.jobs.actions.asking import insist, note
from twofold.network.jobs.facts import ApplicationGone, ApplicationSent
from twofold.network.jobs.models import (
    Application,
    CvFile,
    Deed,
    Job,
    Paper,
    Receipt,
    Remark,
    Score,
    Seal,
    Stage,
)
from twofold.network.jobs.policies import (
    MOST_ANSWER,
    MOST_LETTER,
    TEAM,
    why_not_apply,
    why_not_file,
    why_not_pdf,
    why_not_reached,
    why_not_sent,
)
from twofold.network.jobs.seals import NAME, goes_along, opened_at_first
from twofold.people.audiences.actions import compose
from twofold.people.audiences.queries import can_see
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_REACH = {"name": 80, "email": 200, "phone": 40, "place": 80}


@transaction.atomic
def begin(actor: Persona, *, job: Job) -> Application:
    """A draft for this job, the same one every time; with how one was reached the last time."""
    if not can_see(Viewer.of(actor), job):
        raise Absent
    insist(why_not_apply(actor, job))
    last = Application.objects.filter(author=actor).exclude(email="").order_by("-began_at").first()
    known = (
        {name: getattr(last, name) for name in _REACH} if last else {"name": actor.name, "place": actor.place}
    )
    found, _made = Application.objects.get_or_create(
        job=job,
        author=actor,
        defaults={
            **known,
            "page": job.author,
            "title": job.title,
            "employer": job.author.name,
            "audience": compose(job.author, TEAM),
            "live": False,
            "began_at": clock.now(),
        },
    )
    return found


@transaction.atomic
def keep_contact(actor: Persona, *, application_id: int, **fields: str) -> Application:
    """`fields`: name, email, phone, place."""
    application = draft_of(actor, application_id)
    for name, most in _REACH.items():
        setattr(application, name, clean_line(fields.get(name, ""))[:most])
    field, reason = why_not_reached(application.name, application.email, application.phone)
    insist(reason, field=field)
    application.save(update_fields=list(_REACH))
    return application


@transaction.atomic
def keep_cv(
    actor: Persona,
    *,
    application_id: int,
    cv_from: str,
    upload: UploadedFile | None = None,
    sealed: str = Seal.NONE,
) -> Application:
    """Choose the CV: "profile", or "file" with an upload unless one is kept already; and what is kept back at first."""
    application = draft_of(actor, application_id)
    insist("" if cv_from in ("profile", "file") else _("Choose which CV goes along."), field="cv")
    insist("" if sealed in Seal.values else _("Choose one of the list."), field="cv")
    if cv_from == "file":
        if upload is not None:
            _keep_file(application, upload)
        elif not CvFile.objects.filter(application=application).exists():
            raise Refused(_("Choose the file first."), field="file")
    else:
        CvFile.objects.filter(application=application).delete()
    application.cv_from, application.sealed = cv_from, sealed
    application.save(update_fields=["cv_from", "sealed"])
    return application


def _keep_file(application: Application, upload: UploadedFile) -> None:
    insist(why_not_file(upload.name or "", upload.size or 0), field="file")
    data = upload.read()
    insist(why_not_pdf(data), field="file")
    name = clean_line(upload.name or "")[-120:]
    CvFile.objects.update_or_create(
        application=application, defaults={"name": name, "size": len(data), "data": data}
    )


@transaction.atomic
def keep_answers(
    actor: Persona, *, application_id: int, answers: Mapping[str, str], letter: str = ""
) -> Application:
    """Keep what was answered, by the words of each question, and a few words of one's own."""
    application = draft_of(actor, application_id)
    application.answers = [
        (words, clean_block(answer)[:MOST_ANSWER]) for words, answer in answers.items() if answer.strip()
    ]
    application.letter = clean_block(letter)[:MOST_LETTER]
    application.save(update_fields=["answers", "letter"])
    return application


@transaction.atomic
def send(actor: Persona, *, application_id: int, cv: Sequence[Mapping[str, Any]] = ()) -> Application:
    """Send it, with `cv` as a copy of what stood on the profile. Refused where something is missing; twice is once."""
    application = _own(actor, application_id)
    if application.stage != Stage.DRAFT:
        return application
    job = Job.objects.select_for_update().filter(pk=application.job_id or 0).first()
    if job is not None and not can_see(Viewer.of(actor), job):
        job = None
    step, reason = why_not_sent(application, job)
    insist(reason, field=step)
    assert job is not None
    now = clock.now()
    application.cv = goes_along(application, cv)
    application.opened = opened_at_first(application.sealed, blind=job.blind)
    application.number = 1 + (Application.objects.filter(job=job).aggregate(last=Max("number"))["last"] or 0)
    application.stage, application.live = Stage.SENT, True
    application.sent_at = application.moved_at = now
    application.keep_months = job.keep_months
    application.reply_by = (now + timedelta(days=job.reply_days)).date()
    application.save()
    note(job, actor, "applied", applicant=actor.pk)
    sealed = application.opened < NAME
    announce(ApplicationSent(application.pk, application.page_id, actor.pk, sealed))
    return application


@transaction.atomic
def withdraw(actor: Persona, *, application_id: int) -> Receipt | None:
    """Erase an application with everything that was sent along and noted of it; a receipt, unless it was a draft."""
    application = _own(actor, application_id)
    if application.stage == Stage.DRAFT:
        application.delete()
        return None
    erased = {
        "file": CvFile.objects.filter(application=application).count(),
        "papers": Paper.objects.filter(application=application).count(),
        "answers": len(application.answers),
        "notes": Remark.objects.filter(application=application).count()
        + Score.objects.filter(application=application).count(),
        "log": Deed.objects.filter(job=application.job_id, applicant=actor).delete()[0],
    }
    receipt = Receipt.objects.create(
        persona=actor,
        title=application.title,
        employer=application.employer,
        sent_at=application.sent_at,
        erased=erased,
        at=clock.now(),
    )
    if application.job is not None:
        note(application.job, None, "withdrawn")
    announce(ApplicationGone(application.pk, application.page_id, actor.pk))
    application.delete()
    return receipt


@transaction.atomic
def keep_memo(actor: Persona, *, application_id: int, memo: str, next_on: date | None = None) -> None:
    """A line for oneself beside an application, and the day to be reminded of it."""
    found = _own(actor, application_id)
    reminded = found.reminded and found.next_on == next_on
    Application.objects.filter(pk=application_id).update(
        memo=clean_line(memo)[:300], next_on=next_on, reminded=reminded
    )


def _own(actor: Persona, application_id: int) -> Application:
    rows = Application.objects.select_for_update(of=("self",)).filter(pk=application_id, author=actor)
    found = rows.first()
    if found is None:
        raise Absent
    return found


def draft_of(actor: Persona, application_id: int) -> Application:
    """One's own, held until the end of the transaction, as long as it was not sent."""
    found = _own(actor, application_id)
    insist("" if found.stage == Stage.DRAFT else _("It was sent already. Withdraw it to begin anew."))
    return found
