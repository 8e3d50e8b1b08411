from dataclasses import dataclass


@dataclass(frozen=True)
class JobPublished:
    job_id: int


@dataclass(frozen=True)
class JobEnded:
    """A job is there for nobody any more: paused, closed, or past its closing date."""

    job_id: int


@dataclass(frozen=True)
class ApplicationSent:
    application_id: int
    page_id: int
    applicant_id: int
    # Whether the team does not know yet who it is.
    sealed: bool = False


@dataclass(frozen=True)
class MoveSettles:
    """The time in which the last move of an application could be undone is over."""

    application_id: int


@dataclass(frozen=True)
class ApplicationMoved:
    """The employer took a step with an application; `state` is the new one, or "times" or "words" that it sent."""

    application_id: int
    page_id: int
    applicant_id: int
    state: str


@dataclass(frozen=True)
class InterviewTaken:
    """An applicant took one of the times that were offered for an interview."""

    application_id: int
    page_id: int
    applicant_id: int


@dataclass(frozen=True)
class NoteLeft:
    """Somebody who hires noted something of an application for others who hire, whose ids are `named`."""

    application_id: int
    page_id: int
    author_id: int
    named: list[int]


@dataclass(frozen=True)
class ApplicationGone:
    """An application was withdrawn and erased."""

    application_id: int
    page_id: int
    applicant_id: int


@dataclass(frozen=True)
class ApplicationLate:
    """The promised day passed without an answer."""

    application_id: int
    page_id: int
    applicant_id: int


@dataclass(frozen=True)
class AlertFound:
    """New jobs suit a search that somebody saved."""

    search_id: int
    persona_id: int


@dataclass(frozen=True)
class StepDue:
    """The day has come on which somebody wanted to be reminded of an application of theirs, here or elsewhere."""

    kept_id: int
    persona_id: int
