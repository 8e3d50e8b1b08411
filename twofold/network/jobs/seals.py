"""Sealed applications: what those who hire may read of one by now, and which steps open more of it.

An application opens and never shuts again. Whoever is turned down before it opened stays unnamed for good.
"""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from twofold.network.jobs.models import Application, Job, Seal, Stage
from twofold.network.jobs.unnamed import unnamed, unnamed_cv
from twofold.people.personas.models import Persona

SKILLS, CV, NAME = range(3)
_OPENS = {Stage.REVIEW: CV, Stage.INTERVIEW: NAME, Stage.OFFER: NAME, Stage.HIRED: NAME}
# Marks the part of a copied CV that lists skills.
SKILLS_PART = "skills"


def opened_at_first(sealed: str, *, blind: bool) -> int:
    if sealed == Seal.ALL:
        return SKILLS
    return CV if blind or sealed == Seal.NAME else NAME


def opened_by(stage: str, before: int) -> int:
    """How much is open once an application stands at `stage`."""
    return max(before, _OPENS.get(Stage(stage), before))


@dataclass(frozen=True, slots=True)
class Dossier:
    """An application as far as it is open to those who hire. `author` and how to reach them are there with the name."""

    id: int
    job: Job | None
    job_id: int | None
    page: Persona
    page_id: int
    title: str
    stage: str
    sent_at: datetime
    reply_by: date
    answered_at: datetime | None
    late: bool
    settled: bool
    # When its author is told of the last move, as long as that can be undone.
    told_at: datetime | None
    # The words that go along with it then.
    saying: str
    opened: int
    name: str
    author: Persona | None
    email: str
    phone: str
    place: str
    cv_from: str
    cv: Sequence[dict[str, Any]]
    answers: Sequence[Sequence[str]]
    letter: str

    @property
    def pk(self) -> int:
        return self.id

    @property
    def named(self) -> bool:
        return self.opened >= NAME

    def get_stage_display(self) -> str:
        return str(Stage(self.stage).label)


def goes_along(application: Application, cv: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Of what stands on a profile: all of it as the CV, or the skills beside a file."""
    return [each for each in cv if application.cv_from == "profile" or each.get("kind") == SKILLS_PART]


def at_first(application: Application, job: Job, cv: Sequence[Mapping[str, Any]]) -> Dossier | None:
    """A draft as those who hire read it when it comes; None where nothing of it is kept back."""
    opened = opened_at_first(application.sealed, blind=job.blind)
    if opened >= NAME:
        return None
    draft = copy(application)
    draft.opened, draft.cv = opened, list(cv)
    return replace(dossier(draft), name=_("Somebody who applies"))


def called(application: Application) -> str:
    """The name that the team knows an applicant by."""
    if application.opened >= NAME:
        return application.name
    return _("Applicant %(number)d") % {"number": application.number}


def dossier(application: Application) -> Dossier:
    """Needs the author, the page and the job with it, where those are shown."""
    shown, named = application.opened >= CV, application.opened >= NAME
    # A file and a letter say who wrote them; a list of skills does not.
    parts = [each for each in application.cv if shown or each.get("kind") == SKILLS_PART]
    names = () if named else (application.name, application.author.name, application.author.handle)
    answers = (
        application.answers
        if named
        else [(asked, unnamed(said, names)) for asked, said in application.answers]
    )
    return Dossier(
        id=application.pk,
        job=application.job,
        job_id=application.job_id,
        page=application.page,
        page_id=application.page_id,
        title=application.title,
        stage=application.stage,
        sent_at=application.sent_at,  # type: ignore[arg-type]
        reply_by=application.reply_by,  # type: ignore[arg-type]
        answered_at=application.answered_at,
        late=application.late,
        settled=application.settled,
        told_at=application.told_at if application.undoable else None,
        saying=((application.before or {}).get("letter") or ("", ""))[1] if application.undoable else "",
        opened=application.opened,
        name=called(application),
        author=application.author if named else None,
        email=application.email if named else "",
        phone=application.phone if named else "",
        place=application.place if named else "",
        cv_from=application.cv_from if named or application.cv_from == "profile" else "sealed",
        cv=parts if named else unnamed_cv(parts, names),
        answers=answers,
        letter=application.letter if named else "",
    )
