"""What one does as somebody who takes a course."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.learning import actions, forms, queries
from twofold.network.learning.queries import Place
from twofold.network.learning.views.answers import WORK, see, shown
from twofold.network.learning.views.reading import page
from twofold.people.personas.acting import me


@require_POST
def enrol(request: HttpRequest, network: str, course_id: int) -> HttpResponse:
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, course_id)
    try:
        actions.enrol(actor, course=place.course)
    except Refused as refusal:
        messages.error(request, str(refusal.reason))
        return see("course", course_id)
    first = next((each for chapter in queries.outline(place) for each in chapter.steps), None)
    return see("lesson", course_id, first.pk) if first else see("course", course_id)


@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, network: str, course_id: int) -> HttpResponse:
    """Go, after hearing what follows from it."""
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, course_id)
    if place.mine is None:
        raise Absent
    if request.method == "GET":
        return shown(request, "leave", place, tab="course")
    actions.leave(actor, course=place.course)
    messages.success(request, _("You take this course no more. How far you were is forgotten."))
    return see("home")


@require_POST
def done(request: HttpRequest, network: str, course_id: int, lesson_id: int) -> HttpResponse:
    """Through with a lesson: on to the next one. Or not yet, after all."""
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, course_id)
    through = request.POST.get("act") != "undo"
    actions.finish_lesson(actor, course=place.course, lesson_id=lesson_id, done=through)
    if not through:
        return see("lesson", course_id, lesson_id)
    place = queries.get(request.viewer.itself, course_id)
    return _on(request, place, lesson_id)


def _on(request: HttpRequest, place: Place, lesson_id: int) -> HttpResponse:
    """To the next lesson; at the end of all to the course, with its certificate."""
    course = place.course
    if place.mine and place.mine.finished_at and place.mine.done_count >= course.lessons_count:
        messages.success(request, _("You are through with the whole course. Your certificate is there."))
        return see("course", course.pk)
    after = queries.sheet(request.viewer.itself, place, lesson_id).after  # type: ignore[attr-defined]
    return see("lesson", course.pk, after.pk) if after else see("course", course.pk)


@require_POST
def quiz(request: HttpRequest, network: str, course_id: int, lesson_id: int) -> HttpResponse:
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, course_id)
    asked = queries.sheet(request.viewer.itself, place, lesson_id).asked
    given = forms.answers_in(request.POST, [each.question for each in asked])
    try:
        passed = actions.hand_in(actor, course=place.course, lesson_id=lesson_id, given=given)
    except Refused as refusal:
        typed = {"problem": str(refusal.reason), "given": given, "typed": request.POST}
        return page(request, place, lesson_id, at="quiz", **typed)
    sheet = queries.sheet(request.viewer.itself, queries.get(request.viewer.itself, course_id), lesson_id)
    words = ngettext("%(right)d of %(num)d is right.", "%(right)d of %(num)d are right.", len(asked))
    said = words % {"right": sheet.right, "num": len(asked)}
    more = _("That is enough.") if passed else _("Read what is said to your answers, and try again.")
    (messages.success if passed else messages.warning)(request, f"{said} {more}")
    return see("lesson", course_id, lesson_id, part="#quiz")


@require_POST
def say(request: HttpRequest, network: str, course_id: int, lesson_id: int) -> HttpResponse:
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, course_id)
    try:
        actions.say(actor, course=place.course, lesson_id=lesson_id, text=request.POST.get("text", ""))
    except Refused as refusal:
        return page(request, place, lesson_id, at="say", problem=str(refusal.reason), typed=request.POST)
    return see("lesson", course_id, lesson_id, part="#remarks")


@require_POST
def unsay(request: HttpRequest, network: str, course_id: int, lesson_id: int, remark_id: int) -> HttpResponse:
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, course_id)
    actions.unsay(actor, course=place.course, lesson_id=lesson_id, remark_id=remark_id)
    return see("lesson", course_id, lesson_id, part="#remarks")
