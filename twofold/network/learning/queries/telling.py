"""What those need who tell of learning. Nothing of it may be shown without the door."""

from twofold.network.learning.models import Enrolment, Remark


def remark_by_id(remark_id: int) -> Remark | None:
    rows = Remark.objects.filter(pk=remark_id, live=True).select_related("lesson__course")
    return rows.first()


def those_who_said(lesson_id: int) -> set[int]:
    """The ids of those who said something to a lesson."""
    return set(Remark.objects.filter(lesson=lesson_id, live=True).values_list("author", flat=True))


def those_who_take(course_id: int) -> set[int]:
    return set(Enrolment.objects.filter(course=course_id).values_list("persona", flat=True))
