"""A teacher's desk: chapters, lessons, what hangs on them, and their questions."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.files.queries import there
from twofold.network.learning import actions, forms, queries
from twofold.network.learning.forms import QuestionForm
from twofold.network.learning.models import MAX_LESSON, Asks, Course
from twofold.network.learning.queries import Place
from twofold.network.learning.views.answers import WORK, see, shown
from twofold.people.personas.acting import me
from twofold.people.personas.models import Persona


def _own(request: HttpRequest, course_id: int) -> tuple[Persona, Place]:
    actor = me(request, only=WORK)
    return actor, queries.own(request.viewer.itself, course_id)  # type: ignore[attr-defined]


@require_safe
def make(request: HttpRequest, network: str, course_id: int) -> HttpResponse:
    _actor, place = _own(request, course_id)
    return _desk(request, place)


def _desk(request: HttpRequest, place: Place, problem: str = "", at: str = "") -> HttpResponse:
    words = {"chapters": queries.outline(place), "at": at, "typed": request.POST}
    return shown(request, "make", place, tab="make", problem=problem, **words)


@require_POST
def chapter(request: HttpRequest, network: str, course_id: int) -> HttpResponse:
    actor, place = _own(request, course_id)
    try:
        actions.keep_chapter(actor, course=place.course, title=request.POST.get("title", ""))
    except Refused as refusal:
        return _desk(request, place, str(refusal.reason), "chapter")
    return see("make", course_id)


@require_POST
def chapter_act(
    request: HttpRequest, network: str, course_id: int, chapter_id: int, act: str
) -> HttpResponse:
    actor, place = _own(request, course_id)
    which = {"course": place.course, "chapter_id": chapter_id}
    try:
        if act == "title":
            actions.keep_chapter(actor, title=request.POST.get("title", ""), **which)
        elif act in ("up", "down"):
            actions.move_chapter(actor, step=-1 if act == "up" else 1, **which)
        elif act == "drop":
            actions.drop_chapter(actor, **which)
        else:
            raise Absent
    except Refused as refusal:
        messages.error(request, str(refusal.reason))
    return see("make", course_id)


@require_POST
def write(request: HttpRequest, network: str, course_id: int) -> HttpResponse:
    """A new lesson; its page is where it is written."""
    actor, place = _own(request, course_id)
    chapter_id = _id(request.POST.get("chapter", ""))
    try:
        made = actions.write_lesson(
            actor, course=place.course, chapter_id=chapter_id, title=request.POST.get("title", "")
        )
    except Refused as refusal:
        return _desk(request, place, str(refusal.reason), request.POST.get("chapter", ""))
    return see("make_lesson", course_id, made.pk)


def _id(text: str) -> int:
    try:
        return decode(text)
    except ValueError:
        raise Absent from None


@require_http_methods(["GET", "POST"])
def lesson(request: HttpRequest, network: str, course_id: int, lesson_id: int) -> HttpResponse:
    actor, place = _own(request, course_id)
    if request.method == "GET":
        return _sheet(request, place, lesson_id)
    needed = forms.whole(request.POST.get("needed", "")) or 60
    words = forms.lesson_words(request.POST)
    try:
        actions.edit_lesson(actor, course=place.course, lesson_id=lesson_id, needed=needed, **words)
    except Refused as refusal:
        return _sheet(request, place, lesson_id, str(refusal.reason), refusal.field or "title")
    messages.success(request, _("Kept."))
    return see("make_lesson", course_id, lesson_id)


def _sheet(
    request: HttpRequest, place: Place, lesson_id: int, problem: str = "", at: str = ""
) -> HttpResponse:
    viewer = request.viewer.itself  # type: ignore[attr-defined]
    sheet = queries.sheet(viewer, place, lesson_id)
    words = {
        "sheet": sheet,
        "lesson": sheet.lesson,
        "chapters": queries.outline(place),
        "files": there(viewer, place.course.author_id, lesson_id),
        "questions": queries.draft_questions(sheet.lesson),
        "kinds": Asks.choices,
        "tongues": forms.tongues(),
        "limit": MAX_LESSON,
        "at": at,
        "typed": request.POST,
    }
    return shown(request, "make_lesson", place, tab="make", problem=problem, **words)


@require_POST
def lesson_act(request: HttpRequest, network: str, course_id: int, lesson_id: int, act: str) -> HttpResponse:
    actor, place = _own(request, course_id)
    do = _ACTS.get(act)
    if do is None:
        raise Absent
    try:
        gone = do(request, actor, place.course, lesson_id)
    except Refused as refusal:
        return _sheet(request, place, lesson_id, str(refusal.reason), act)
    if act in ("up", "down") or gone:
        return see("make", course_id)
    return see("make_lesson", course_id, lesson_id)


def _video(request: HttpRequest, actor: Persona, course: Course, lesson_id: int) -> bool:
    upload = request.FILES.get("file")
    if upload is None:
        raise Refused(_("Choose a file first."))
    alt = request.POST.get("alt", "")
    actions.set_video(actor, course=course, lesson_id=lesson_id, upload=upload, alt=alt)
    return False


def _captions(request: HttpRequest, actor: Persona, course: Course, lesson_id: int) -> bool:
    upload, language = request.FILES.get("file"), request.POST.get("language", "")
    if upload is None:
        raise Refused(_("Choose a file first."))
    actions.add_captions(actor, course=course, lesson_id=lesson_id, upload=upload, language=language)
    return False


def _no_video(request: HttpRequest, actor: Persona, course: Course, lesson_id: int) -> bool:
    actions.drop_video(actor, course=course, lesson_id=lesson_id)
    return False


def _up(request: HttpRequest, actor: Persona, course: Course, lesson_id: int) -> bool:
    actions.move_lesson(actor, course=course, lesson_id=lesson_id, step=-1)
    return True


def _down(request: HttpRequest, actor: Persona, course: Course, lesson_id: int) -> bool:
    actions.move_lesson(actor, course=course, lesson_id=lesson_id, step=1)
    return True


def _chapter(request: HttpRequest, actor: Persona, course: Course, lesson_id: int) -> bool:
    chapter_id = _id(request.POST.get("chapter", ""))
    actions.move_lesson(actor, course=course, lesson_id=lesson_id, chapter_id=chapter_id)
    return False


def _drop(request: HttpRequest, actor: Persona, course: Course, lesson_id: int) -> bool:
    title = actions.drop_lesson(actor, course=course, lesson_id=lesson_id)
    messages.success(request, _("Taken away: %(title)s.") % {"title": title})
    return True


_ACTS: dict[str, Callable[[HttpRequest, Persona, Course, int], bool]] = {
    "video": _video,
    "captions": _captions,
    "no-video": _no_video,
    "up": _up,
    "down": _down,
    "chapter": _chapter,
    "drop": _drop,
}


@require_POST
def add_file(request: HttpRequest, network: str, course_id: int, lesson_id: int) -> HttpResponse:
    actor, place = _own(request, course_id)
    try:
        upload = request.FILES.get("file")
        if upload is None:
            raise Refused(_("Choose a file first."))
        actions.add_file(actor, course=place.course, lesson_id=lesson_id, upload=upload)
    except Refused as refusal:
        return _sheet(request, place, lesson_id, str(refusal.reason), "files")
    return see("make_lesson", course_id, lesson_id, part="#files")


@require_POST
def drop_file(
    request: HttpRequest, network: str, course_id: int, lesson_id: int, file_id: int
) -> HttpResponse:
    actor, place = _own(request, course_id)
    actions.drop_file(actor, course=place.course, lesson_id=lesson_id, file_id=file_id)
    return see("make_lesson", course_id, lesson_id, part="#files")


@require_http_methods(["GET", "POST"])
def question(
    request: HttpRequest, network: str, course_id: int, lesson_id: int, question_id: int | None = None
) -> HttpResponse:
    """A question of a lesson, new or to be changed."""
    actor, place = _own(request, course_id)
    sheet = queries.sheet(request.viewer.itself, place, lesson_id)
    form, problem = _question(request, sheet.lesson, question_id), ""
    if request.method == "POST" and request.POST.get("intent") != "more":
        try:
            which = {"course": place.course, "lesson_id": lesson_id, "question_id": question_id}
            actions.keep_question(actor, **which, **form.as_words())
            return see("make_lesson", course_id, lesson_id, part="#questions")
        except Refused as refusal:
            problem = str(refusal.reason)
    words = {"form": form, "lesson": sheet.lesson, "kinds": Asks.choices, "question_id": question_id}
    return shown(request, "question", place, tab="make", problem=problem, **words)


def _question(request: HttpRequest, lesson, question_id: int | None) -> QuestionForm:
    if request.method == "POST":
        return forms.read_question(request.POST)
    if question_id is None:
        asks = request.GET.get("asks", "")
        return QuestionForm(asks if asks in Asks.values else Asks.ONE)
    found = next((each for each in queries.draft_questions(lesson) if each.pk == question_id), None)
    if found is None:
        raise Absent
    return forms.from_question(found)


@require_POST
def question_act(
    request: HttpRequest, network: str, course_id: int, lesson_id: int, question_id: int, act: str
) -> HttpResponse:
    actor, place = _own(request, course_id)
    which = {"course": place.course, "lesson_id": lesson_id, "question_id": question_id}
    if act in ("up", "down"):
        actions.move_question(actor, step=-1 if act == "up" else 1, **which)
    elif act == "drop":
        actions.drop_question(actor, **which)
    else:
        raise Absent
    return see("make_lesson", course_id, lesson_id, part="#questions")
