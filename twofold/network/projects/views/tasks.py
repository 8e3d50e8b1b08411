"""One task: written, read, changed, moved, given, ticked off, talked about."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import back, say_with_undo
from twofold.network.files.queries import there
from twofold.network.projects import actions, queries
from twofold.network.projects.forms import TaskForm, day, number
from twofold.network.projects.models import MAX_NOTE, MAX_TASK_WORDS, Task
from twofold.network.projects.queries import Place
from twofold.network.projects.views.answers import WORK, see, shown
from twofold.people.personas.acting import me


@require_POST
def write(request: HttpRequest, network: str, project_id: int) -> HttpResponse:
    """A new task, by its title."""
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, project_id, "read")
    title, column = request.POST.get("title", ""), number(request.POST.get("column", ""))
    try:
        actions.write_task(actor, project=place.project, title=title, column_id=column)
    except Refused as refusal:
        words = {"reason": refusal.reason, "title": title, "column": column}
        return shown(request, "write", place, problem=refusal.reason, tab="board", **words)
    return see("board", project_id)


@require_safe
def find(request: HttpRequest, network: str, task_id: int) -> HttpResponse:
    """To a task of which only itself is known."""
    found = queries.anywhere(request.viewer.itself, task_id)
    return see("task", found.project_id, task_id)


@require_http_methods(["GET", "POST"])
def task(request: HttpRequest, network: str, project_id: int, task_id: int) -> HttpResponse:
    """One task with what hangs on it; a POST says it differently."""
    viewer = request.viewer.itself
    place = queries.get(viewer, project_id, "read")
    if request.method == "GET":
        return _page(request, place, task_id)
    actor = me(request, only=WORK)
    form = TaskForm(request.POST)
    if not form.is_valid():
        return _page(
            request, place, task_id, problem=_("This is no day. Write it as 2027-03-20."), at="words"
        )
    try:
        actions.edit_task(actor, task=_task(request, place, task_id), **form.fields_for_action(request.POST))
    except Refused as refusal:
        return _page(request, place, task_id, problem=str(refusal.reason), at="words")
    messages.success(request, _("Kept."))
    return see("task", project_id, task_id)


def _page(
    request: HttpRequest, place: Place, task_id: int, *, problem: str = "", at: str = ""
) -> HttpResponse:
    """The page of a task; what could not be kept of its words comes back, beside what stands there."""
    viewer = request.viewer.itself  # type: ignore[attr-defined]
    sheet = queries.sheet(viewer, place.project, task_id)
    words = {
        "sheet": sheet,
        "task": sheet.task,
        "files": there(viewer, place.project.author_id, task_id) if sheet.task.files_count else [],
        "typed": request.POST if problem else {},
        "at": at,
        "columns": queries.columns(viewer, place.project),
        "labels": queries.labels(viewer, place.project),
        "milestones": queries.milestones(viewer, place.project),
        "workers": [each for each in queries.people(viewer, place.project) if each.role != "reader"],
        "limit": MAX_TASK_WORDS,
        "note_limit": MAX_NOTE,
    }
    return shown(request, "task", place, problem=problem, tab="board", **words)


def _task(request: HttpRequest, place: Place, task_id: int) -> Task:
    return queries.task(request.viewer.itself, place.project, task_id)  # type: ignore[attr-defined]


@require_POST
def move(request: HttpRequest, network: str, project_id: int, task_id: int) -> HttpResponse:
    """Into a column, before another task; or one step. Script that drags asks here too, and needs no page."""
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, project_id, "read")
    column, before = (number(request.POST.get(each, "")) for each in ("column", "before"))
    step = request.POST.get("step", "")
    if not column and step not in ("left", "right", "up", "down"):
        raise Absent
    moved = _task(request, place, task_id)
    actions.move_task(actor, task=moved, column_id=column, before_id=before, step=step)
    if "HX-Request" in request.headers:
        return HttpResponse(status=204)
    return back(request, reverse("projects:board", args=[network, project_id]))


@require_POST
def due(request: HttpRequest, network: str, project_id: int, task_id: int) -> HttpResponse:
    """On another day. Script that drags asks here, and needs no page."""
    actor, to = me(request, only=WORK), day(request.POST.get("due", ""))
    place = queries.get(request.viewer.itself, project_id, "read")
    if to is None:
        raise Absent
    actions.set_due(actor, task=_task(request, place, task_id), due=to)
    if "HX-Request" in request.headers:
        return HttpResponse(status=204)
    return back(request, reverse("projects:month", args=[network, project_id]))


@require_POST
def give(request: HttpRequest, network: str, project_id: int, task_id: int) -> HttpResponse:
    """Who does it."""
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, project_id, "read")
    who = actor.pk if "mine" in request.POST else number(request.POST.get("who", ""))
    try:
        actions.give_task(actor, task=_task(request, place, task_id), persona_id=who)
    except Refused as refusal:
        return _page(request, place, task_id, problem=str(refusal.reason), at="give")
    return see("task", project_id, task_id)


@require_POST
def check(request: HttpRequest, network: str, project_id: int, task_id: int) -> HttpResponse:
    """A further line of the checklist."""
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, project_id, "read")
    try:
        actions.add_check(actor, task=_task(request, place, task_id), words=request.POST.get("words", ""))
    except Refused as refusal:
        return _page(request, place, task_id, problem=str(refusal.reason), at="check")
    return see("task", project_id, task_id)


@require_POST
def tick(
    request: HttpRequest, network: str, project_id: int, task_id: int, check_id: int, act: str
) -> HttpResponse:
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, project_id, "read")
    line_of = _task(request, place, task_id)
    if act in ("tick", "untick"):
        actions.tick(actor, task=line_of, check_id=check_id, done=act == "tick")
    elif act == "drop":
        actions.drop_check(actor, task=line_of, check_id=check_id)
    else:
        raise Absent
    return see("task", project_id, task_id)


@require_POST
def add_file(request: HttpRequest, network: str, project_id: int, task_id: int) -> HttpResponse:
    """A further file, or a further version of one."""
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, project_id, "work")
    task, upload = _task(request, place, task_id), request.FILES.get("file")
    try:
        if upload is None:
            raise Refused(_("Choose a file first."))
        actions.add_file(actor, task=task, upload=upload)
    except Refused as refusal:
        return _page(request, place, task_id, problem=str(refusal.reason), at="files")
    return see("task", project_id, task_id)


@require_POST
def drop_file(
    request: HttpRequest, network: str, project_id: int, task_id: int, file_id: int
) -> HttpResponse:
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, project_id, "read")
    name = actions.drop_file(actor, task=_task(request, place, task_id), file_id=file_id)
    messages.success(request, _("Taken away: %(title)s.") % {"title": name})
    return see("task", project_id, task_id)


@require_POST
def say(request: HttpRequest, network: str, project_id: int, task_id: int) -> HttpResponse:
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, project_id, "read")
    try:
        actions.say(actor, task=_task(request, place, task_id), text=request.POST.get("text", ""))
    except Refused as refusal:
        return _page(request, place, task_id, problem=str(refusal.reason), at="say")
    return see("task", project_id, task_id)


@require_POST
def unsay(request: HttpRequest, network: str, project_id: int, task_id: int, note_id: int) -> HttpResponse:
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, project_id, "read")
    actions.unsay(actor, task=_task(request, place, task_id), note_id=note_id)
    return see("task", project_id, task_id)


@require_POST
def drop(request: HttpRequest, network: str, project_id: int, task_id: int) -> HttpResponse:
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, project_id, "read")
    gone = actions.drop_task(actor, task=_task(request, place, task_id))
    undo = reverse("projects:restore", args=[network, project_id, task_id])
    say_with_undo(request, _("Taken away: %(title)s.") % {"title": gone.title}, undo)
    return see("board", project_id)


@require_POST
def restore(request: HttpRequest, network: str, project_id: int, task_id: int) -> HttpResponse:
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, project_id, "work")
    actions.restore_task(actor, project=place.project, task_id=task_id)
    return see("task", project_id, task_id)
