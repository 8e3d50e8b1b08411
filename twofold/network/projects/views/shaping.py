"""The board itself: columns, labels and milestones."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.projects import actions, queries
from twofold.network.projects.forms import day
from twofold.network.projects.views.answers import WORK, see, shown
from twofold.people.personas.acting import me


@require_safe
def shape(request: HttpRequest, network: str, project_id: int) -> HttpResponse:
    """What the board is made of, for those who work on it."""
    me(request, only=WORK)
    viewer = request.viewer.itself
    return _shape(request, queries.get(viewer, project_id, "work"))


def _shape(request: HttpRequest, place: queries.Place, problem: str = "", kind: str = "") -> HttpResponse:
    viewer = request.viewer.itself  # type: ignore[attr-defined]
    words = {
        "columns": queries.columns(viewer, place.project),
        "labels": queries.labels(viewer, place.project),
        "milestones": queries.milestones(viewer, place.project),
        "towards": queries.towards(viewer, place.project),
        "typed": request.POST if kind else {},
        "kind": kind,
    }
    return shown(request, "shape", place, problem=problem, tab="shape", **words)


@require_POST
def keep(request: HttpRequest, network: str, project_id: int, kind: str) -> HttpResponse:
    """A new column, label or milestone, or another look for one of this name."""
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, project_id, "work")
    name, due, hue = (request.POST.get(each, "") for each in ("name", "due", "hue"))
    try:
        if kind == "columns":
            done = request.POST.get("done") == "on"
            actions.keep_column(actor, project=place.project, name=name, done=done)
        elif kind == "labels":
            hue_number = int(hue) if hue.isdigit() and len(hue) < 3 else 0
            actions.keep_label(actor, project=place.project, name=name, hue=hue_number)
        elif kind == "milestones":
            actions.keep_milestone(actor, project=place.project, name=name, due=day(due))
        else:
            raise Absent
    except Refused as refusal:
        return _shape(request, place, str(refusal.reason), kind)
    return see("shape", project_id)


_ACTS: dict[tuple[str, str], Callable] = {
    ("columns", "left"): lambda actor, project, thing: actions.move_column(
        actor, project=project, column_id=thing, step=-1
    ),
    ("columns", "right"): lambda actor, project, thing: actions.move_column(
        actor, project=project, column_id=thing, step=1
    ),
    ("columns", "drop"): lambda actor, project, thing: actions.drop_column(
        actor, project=project, column_id=thing
    ),
    ("labels", "drop"): lambda actor, project, thing: actions.drop_label(
        actor, project=project, label_id=thing
    ),
    ("milestones", "drop"): lambda actor, project, thing: actions.drop_milestone(
        actor, project=project, milestone_id=thing
    ),
    ("milestones", "reach"): lambda actor, project, thing: actions.reach_milestone(
        actor, project=project, milestone_id=thing
    ),
    ("milestones", "unreach"): lambda actor, project, thing: actions.reach_milestone(
        actor, project=project, milestone_id=thing, reached=False
    ),
}


@require_POST
def act(
    request: HttpRequest, network: str, project_id: int, kind: str, thing_id: int, act: str
) -> HttpResponse:
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, project_id, "work")
    try:
        name, due = (request.POST.get(each, "") for each in ("name", "due"))
        if (kind, act) == ("columns", "name"):
            actions.keep_column(actor, project=place.project, name=name, column_id=thing_id)
        elif (kind, act) == ("milestones", "name"):
            words = {"name": name, "due": day(due)}
            actions.change_milestone(actor, project=place.project, milestone_id=thing_id, **words)
        elif (kind, act) in _ACTS:
            _ACTS[kind, act](actor, place.project, thing_id)
        else:
            raise Absent
    except Refused as refusal:
        if (kind, act) == ("milestones", "name"):
            return _shape(request, place, str(refusal.reason), encode(thing_id))
        messages.error(request, str(refusal.reason))
    return see("shape", project_id)
