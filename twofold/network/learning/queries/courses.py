"""Courses: one, those one takes, those one teaches, those that can be found. Each asks the door."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.network.learning.models import Course, CourseSkill, Enrolment, Lesson
from twofold.people.audiences.door import Admits
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer


@dataclass
class Place:
    """A course as it is to a viewer: `mine` is how they take it, None where they do not."""

    course: Course
    mine: Enrolment | None
    teaches: bool

    @property
    def finished(self) -> bool:
        return self.mine is not None and self.mine.finished_at is not None

    @property
    def share(self) -> int:
        """How much of it is done, in percent."""
        count = self.course.lessons_count
        return min(100, 100 * self.mine.done_count // count) if self.mine and count else 0


def get(viewer: Viewer, course_id: int) -> Place:
    """One course. Absent where the viewer finds none."""
    found = _get(me=viewer.id, home=viewer.home, course=course_id)
    if not found or viewer.network != Network.PROFESSIONAL:
        raise Absent
    return Place(found[0], mine(viewer, course_id), found[0].author_id == viewer.id)


@prepared
def _get(me: int, home: str, course: int) -> QuerySet[Course]:
    return Course.objects.visible_to(Viewer(me, home, "")).filter(pk=course).select_related("author")


def own(viewer: Viewer, course_id: int) -> Place:
    """A course that the viewer teaches. Absent for everybody else."""
    place = get(viewer, course_id)
    if not place.teaches:
        raise Absent
    return place


def mine(viewer: Viewer, course_id: int) -> Enrolment | None:
    """How the viewer takes a course that the door let through."""
    found = _mine(me=viewer.id, course=course_id) if viewer else []
    return found[0] if found else None


@prepared
def _mine(me: int, course: int) -> QuerySet[Enrolment]:
    return Enrolment.objects.filter(persona=me, course=course)


def taken(viewer: Viewer) -> list[Enrolment]:
    """What the viewer takes, what they were at last first; with the `course` of each and its `next` lesson."""
    found = _taken(me=viewer.id, home=viewer.home) if viewer else []
    open_ones = _open_lessons(me=viewer.id) if any(not each.finished_at for each in found) else []
    ahead: dict[int, list[Lesson]] = {}
    for lesson in open_ones:
        ahead.setdefault(lesson.course_id, []).append(lesson)
    for each in found:
        each.next = where_on(ahead.get(each.course_id, []), each.lesson_id)  # type: ignore[attr-defined]
    return found


def where_on(ahead: Sequence[Lesson], at: int | None) -> Lesson | None:
    """Of the lessons that are not done, in order: the one somebody was at, else the first."""
    return next((each for each in ahead if each.pk == at), None) or next(iter(ahead), None)


@prepared
def _open_lessons(me: int) -> QuerySet[Lesson]:
    """What the viewer has not done yet of the courses that they take."""
    mine = Enrolment.objects.filter(persona=me, finished_at=None)
    rows = Lesson.objects.filter(course__in=mine.values("course")).exclude(done__enrolment__in=mine)
    return rows.defer("text").order_by("chapter__place", "chapter", "place", "pk")


@prepared
def _taken(me: int, home: str) -> QuerySet[Enrolment]:
    seen = Admits.thing(Viewer(me, home, ""), at="course")
    rows = Enrolment.objects.filter(seen, persona=me, course__live=True)
    return rows.select_related("course__author").order_by("-seen_at")[:200]


def taught(viewer: Viewer) -> list[Course]:
    """What the viewer teaches, drafts included, the newest first."""
    return _taught(me=viewer.id) if viewer else []


@prepared
def _taught(me: int) -> QuerySet[Course]:
    return Course.objects.filter(author=me, live=True).select_related("author").order_by("-position")[:100]


def found(
    viewer: Viewer, *, name: str = "", before: int | None = None, size: int = DEFAULT_SIZE
) -> Page[Course]:
    """Courses of others that the viewer may see, the newest first; with `name` in their words or among their skills."""
    rows = Course.objects.visible_to(viewer).filter(author__network=Network.PROFESSIONAL)
    rows = rows.exclude(author=viewer.id).exclude(published_at=None)
    if name:
        skilled = CourseSkill.objects.filter(name__icontains=name).values("course")
        rows = rows.filter(Q(title__icontains=name) | Q(summary__icontains=name) | Q(pk__in=skilled))
    if before is not None:
        rows = rows.filter(position__lt=before)
    rows = rows.select_related("author").prefetch_related(_skills()).order_by("-position")
    return cut(list(rows[: size + 1]), size, lambda each: each.position)


def teaching(
    viewer: Viewer, terms: Iterable[int], names: Iterable[str] = (), *, most: int = 5
) -> list[Course]:
    """Courses in which one of these skills is learnt (its term, or its name as typed), as far as the viewer may see
    them; those that most take come first."""
    same = Q(term__in=list(terms)) | Q(name__in=list(names))
    wanted = CourseSkill.objects.filter(same).values("course")
    rows = Course.objects.visible_to(viewer).filter(pk__in=wanted).exclude(published_at=None)
    rows = rows.select_related("author").prefetch_related(_skills())
    return list(rows.order_by("-learners_count", "-position")[:most])


def _skills() -> Prefetch:
    return Prefetch("skills", CourseSkill.objects.order_by("place"))


def course_names(viewer: Viewer, ids: Iterable[int]) -> dict[int, str]:
    """What these courses are called, of those that the viewer may find; one query."""
    return dict(Course.objects.visible_to(viewer).filter(pk__in=list(ids)).values_list("pk", "title"))


def lesson_names(viewer: Viewer, ids: Iterable[int]) -> dict[int, str]:
    """The same for lessons."""
    rows = Lesson.objects.filter(Admits.thing(viewer, at="course"), pk__in=list(ids), course__live=True)
    return dict(rows.values_list("pk", "title"))


def find_lesson(viewer: Viewer, lesson_id: int) -> Lesson:
    """A lesson, wherever it stands. Absent where the viewer does not find its course."""
    seen = Admits.thing(viewer, at="course")
    found = Lesson.objects.filter(seen, pk=lesson_id, course__live=True).first()
    if found is None or viewer.network != Network.PROFESSIONAL:
        raise Absent
    return found
