"""Courses of one's own, courses to be found, and one: what it is about, and its lessons."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from twofold.foundation.kit.markdown import drawn
from twofold.foundation.kit.paging import read_cursor
from twofold.foundation.kit.passing import in_passing
from twofold.foundation.kit.refusals import Absent
from twofold.network.files.queries import there
from twofold.network.learning import actions, queries
from twofold.network.learning.models import MAX_REMARK
from twofold.network.learning.queries import Place
from twofold.network.learning.views.answers import WORK, see, shown


@require_safe
def home(request: HttpRequest, network: str) -> HttpResponse:
    """What one takes, what one teaches, and courses to be found."""
    if network != WORK:
        raise Absent
    viewer, name = request.viewer.itself, request.GET.get("name", "").strip()[:80]
    before = read_cursor(request.GET.get("before"))
    first = before is None
    words = {
        "taken": queries.taken(viewer) if first else [],
        "taught": queries.taught(viewer) if first else [],
        "page": queries.found(viewer, name=name, before=before),
        "name": name,
        "first_page": first,
    }
    return render(request, "learning/home.html", words)


@require_safe
def course(request: HttpRequest, network: str, course_id: int) -> HttpResponse:
    place = queries.get(request.viewer.itself, course_id)
    chapters = queries.outline(place)
    words = {
        "chapters": chapters,
        "certificate": queries.certificate_for(request.viewer.itself, course_id) if place.finished else None,
        "next": _next(place, chapters),
        "about": drawn(place.course.about),
        "skills": [each.name for each in place.course.skills.all()],
    }
    return shown(request, "course", place, tab="course", **words)


def _next(place: Place, chapters: list) -> object:
    """Where one goes on: the lesson one was at, unless it is done; else the first that is not; else the first."""
    steps = [lesson for chapter in chapters for lesson in chapter.steps]
    ahead = [each for each in steps if not each.is_done]
    return queries.where_on(ahead or steps[:1], place.mine.lesson_id if place.mine else None)


@require_safe
def lesson(request: HttpRequest, network: str, course_id: int, lesson_id: int) -> HttpResponse:
    place = queries.get(request.viewer.itself, course_id)
    if place.mine and request.method == "GET":
        sheet = queries.sheet(request.viewer.itself, place, lesson_id)
        with in_passing():
            actions.open_lesson(request.viewer.itself.persona, course=place.course, lesson=sheet.lesson)
    return page(request, place, lesson_id)


def page(request: HttpRequest, place: Place, lesson_id: int, **words: object) -> HttpResponse:
    """The page of a lesson; with what was typed there and would not do."""
    viewer = request.viewer.itself  # type: ignore[attr-defined]
    sheet = queries.sheet(viewer, place, lesson_id)
    given = words.pop("given", {})
    for each in sheet.asked if given else ():
        each.given, each.mark = given[each.question.pk], None  # type: ignore[index]
    context = {
        "sheet": sheet,
        "lesson": sheet.lesson,
        "text": drawn(sheet.lesson.text),
        "files": there(viewer, place.course.author_id, sheet.lesson.pk),
        "certificate": queries.certificate_for(viewer, place.course.pk) if place.finished else None,
        "limit": MAX_REMARK,
        "at": "",
        "typed": {},
        **words,
    }
    return shown(request, "lesson", place, tab="course", **context)


@require_safe
def find(request: HttpRequest, network: str, lesson_id: int) -> HttpResponse:
    """A lesson, wherever it stands: for whoever is told of it."""
    found = queries.find_lesson(request.viewer.itself, lesson_id)
    return see("lesson", found.course_id, found.pk)
