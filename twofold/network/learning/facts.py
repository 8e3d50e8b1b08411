from dataclasses import dataclass


@dataclass(frozen=True)
class CoursePublished:
    """A course is there for those it is meant for, for the first time or again."""

    course_id: int
    author_id: int


@dataclass(frozen=True)
class CourseClosed:
    """A course is gone, with its lessons and how far people were."""

    course_id: int


@dataclass(frozen=True)
class Enrolled:
    course_id: int
    persona_id: int
    author_id: int


@dataclass(frozen=True)
class Unenrolled:
    """`persona_id` takes the course no more, for whatever reason."""

    course_id: int
    persona_id: int


@dataclass(frozen=True)
class CourseFinished:
    """`persona_id` went through the whole course of `author_id`."""

    course_id: int
    persona_id: int
    author_id: int


@dataclass(frozen=True)
class LessonSaid:
    """Somebody said something to a lesson."""

    remark_id: int
    lesson_id: int
    by_id: int


@dataclass(frozen=True)
class CertificateShown:
    """`persona_id` wants a certificate on their profile."""

    certificate_id: int
    persona_id: int
