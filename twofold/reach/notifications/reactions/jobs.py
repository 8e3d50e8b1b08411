"""Telling of jobs and applications. Who hires is asked when it is told, and what a leaver was told is taken back."""

from twofold.foundation.courier.registry import on
from twofold.network.jobs.facts import (
    AlertFound,
    ApplicationGone,
    ApplicationLate,
    ApplicationMoved,
    ApplicationSent,
    InterviewTaken,
    NoteLeft,
    StepDue,
)
from twofold.network.jobs.queries import team_of, told_of
from twofold.network.pages.facts import RoleGiven, RoleTaken
from twofold.reach.notifications.actions import notify, remind, take_back
from twofold.reach.notifications.models import Kind

_TO_APPLICANTS = (Kind.JOB_MOVED.value, Kind.JOB_LATE.value)


@on(ApplicationSent)
def tell_of_an_application(fact: ApplicationSent) -> None:
    notify(
        told_of(fact.application_id, fact.page_id),
        actor_id=fact.page_id if fact.sealed else fact.applicant_id,
        kind=Kind.JOB_APPLIED,
        bundle=f"applied:{fact.page_id}",
        about=fact.application_id,
    )


@on(ApplicationGone)
def forget_an_application(fact: ApplicationGone) -> None:
    take_back(
        about=fact.application_id,
        kind__in=(Kind.JOB_APPLIED.value, Kind.JOB_TALK.value, Kind.JOB_NOTED.value, *_TO_APPLICANTS),
    )


@on(ApplicationMoved)
def tell_of_a_step(fact: ApplicationMoved) -> None:
    """The last step counts; the page took it, whoever pressed the button."""
    take_back(about=fact.application_id, kind__in=_TO_APPLICANTS)
    _tell(fact.applicant_id, fact.page_id, Kind.JOB_MOVED, fact.application_id, fact.state)


@on(ApplicationLate)
def tell_of_a_broken_promise(fact: ApplicationLate) -> None:
    _tell(fact.applicant_id, fact.page_id, Kind.JOB_LATE, fact.application_id)


def _tell(applicant_id: int, page_id: int, kind: Kind, application_id: int, detail: str = "") -> None:
    bundle = f"{kind.value}:{application_id}"
    notify({applicant_id}, actor_id=page_id, kind=kind, bundle=bundle, about=application_id, detail=detail)


@on(AlertFound)
def tell_of_new_jobs(fact: AlertFound) -> None:
    remind(fact.persona_id, kind=Kind.JOB_FOUND, bundle="job_found")


@on(RoleTaken)
def forget_what_a_leaver_was_told(fact: RoleTaken) -> None:
    _take_back_unless_hiring(fact.page_id, fact.persona_id)


@on(RoleGiven)
def forget_what_another_role_was_told(fact: RoleGiven) -> None:
    _take_back_unless_hiring(fact.page_id, fact.persona_id)


def _take_back_unless_hiring(page_id: int, persona_id: int) -> None:
    if persona_id not in team_of(page_id):
        take_back(kind=Kind.JOB_APPLIED, recipient=persona_id, bundle=f"applied:{page_id}")


@on(InterviewTaken)
def tell_of_an_interview(fact: InterviewTaken) -> None:
    notify(
        told_of(fact.application_id, fact.page_id),
        actor_id=fact.page_id,
        kind=Kind.JOB_TALK,
        bundle=f"{Kind.JOB_TALK.value}:{fact.application_id}",
        about=fact.application_id,
    )


@on(NoteLeft)
def tell_of_a_note(fact: NoteLeft) -> None:
    notify(
        set(fact.named) & team_of(fact.page_id),
        actor_id=fact.author_id,
        kind=Kind.JOB_NOTED,
        bundle=f"{Kind.JOB_NOTED.value}:{fact.application_id}",
        about=fact.application_id,
    )


@on(StepDue)
def remind_of_an_application(fact: StepDue) -> None:
    remind(fact.persona_id, kind=Kind.JOB_DUE, bundle=f"{Kind.JOB_DUE.value}:{fact.kept_id}")
