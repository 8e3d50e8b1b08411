"""What the same words find of the professional network's own: jobs, courses, questions.

Each has a search of its own, with filters; a few of each stand among what was found.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from twofold.network.advice.queries import Asking, questions
from twofold.network.advice.queries import lines as question_lines
from twofold.network.advice.queries.questions import Line
from twofold.network.jobs.drawing import where_words
from twofold.network.jobs.models import Job
from twofold.network.jobs.pay import pay_words
from twofold.network.jobs.queries import Search
from twofold.network.jobs.queries import search as find_jobs
from twofold.network.learning.models import Course
from twofold.network.learning.queries import found as find_courses
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer
from twofold.reach.search.asking import Asked

FEW, MANY = 3, 20


@dataclass(frozen=True)
class JobFound:
    """A job with its place and its pay in words."""

    job: Job
    where: str
    pay: str


@dataclass(frozen=True)
class Working:
    """The best of each; `more` names those of which there are more."""

    jobs: Sequence[JobFound] = ()
    courses: Sequence[Course] = ()
    questions: Sequence[Line] = ()
    more: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.jobs or self.courses or self.questions)


def working(viewer: Viewer, asked: Asked, size: int = FEW) -> Working:
    """Through the door of each, a fixed number of queries; nothing in the other network."""
    if viewer.network != Network.PROFESSIONAL or not asked.plain:
        return Working()
    jobs = find_jobs(viewer, Search(what=asked.plain), size=size)
    courses = find_courses(viewer, name=asked.plain, size=size)
    asked_there = questions(viewer, Asking(text=asked.plain), size=size)
    ends = (jobs.after, courses.after, asked_there.after)
    return Working(
        jobs=[JobFound(each, where_words(each), pay_words(each)) for each in jobs],
        courses=courses.rows,
        questions=question_lines(viewer, asked_there.rows) if asked_there.rows else (),
        more=frozenset(
            name for name, after in zip(("jobs", "courses", "questions"), ends, strict=True) if after
        ),
    )
