"""What somebody lacks for a job, and where it can be learnt here: a course that teaches it, a mentor who offers it."""

from collections.abc import Sequence
from dataclasses import dataclass

from twofold.network.jobs.models import JobSkill
from twofold.network.learning.models import Course, CourseSkill
from twofold.network.learning.queries import teaching
from twofold.network.mentoring.models import Notice, Topic
from twofold.network.mentoring.queries import offering
from twofold.people.personas.viewers import Viewer


@dataclass(frozen=True)
class Gap:
    """A skill that is asked for and not there; each way to it None where the viewer finds none."""

    asked: JobSkill
    course: Course | None
    mentor: Notice | None


def gaps(viewer: Viewer, lack: Sequence[JobSkill]) -> list[Gap]:
    """A fixed number of queries, whatever is lacking. The course that most take, the mentor who wrote last."""
    if not lack:
        return []
    terms = {each.term_id for each in lack if each.term_id}
    courses = teaching(viewer, terms, [each.name for each in lack], most=40)
    mentors = offering(viewer, terms, [each.folded for each in lack])
    return [Gap(each, _course(each, courses), _mentor(each, mentors)) for each in lack]


def _course(asked: JobSkill, courses: Sequence[Course]) -> Course | None:
    return next(
        (each for each in courses if any(_teaches(asked, skill) for skill in each.skills.all())), None
    )


def _mentor(asked: JobSkill, mentors: Sequence[Notice]) -> Notice | None:
    return next((each for each in mentors if any(_is(asked, topic) for topic in each.topics.all())), None)


def _teaches(asked: JobSkill, skill: CourseSkill) -> bool:
    return skill.name == asked.name or bool(asked.term_id and skill.term_id == asked.term_id)


def _is(asked: JobSkill, topic: Topic) -> bool:
    return topic.folded == asked.folded or bool(asked.term_id and topic.term_id == asked.term_id)
