"""Sealed applications: what those who hire may read of one by now, and which steps open more of it.

An application opens and never shuts again. Whoever is turned down before it opened stays unnamed for good.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from twofold.network.jobs.models import Application, Job, Seal, Stage
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
        opened=application.opened,
        name=called(application),
        author=application.author if named else None,
        email=application.email if named else "",
        phone=application.phone if named else "",
        place=application.place if named else "",
        cv_from=application.cv_from if named or application.cv_from == "profile" else "sealed",
        cv=parts,
        answers=application.answers,
        letter=application.letter if named else "",
    )
