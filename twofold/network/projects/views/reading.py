"""Projects of one's own, projects to be found, and one: its board, its list, its month, its log."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from twofold.foundation.kit.paging import read_cursor
from twofold.foundation.kit.refusals import Absent
from twofold.network.projects import queries, weeks
from twofold.network.projects.forms import sieve_of
from twofold.network.projects.queries import Place
from twofold.network.projects.views.answers import WORK, shown


@require_safe
def home(request: HttpRequest, network: str) -> HttpResponse:
    """What one works in, what one is asked to, and projects to be found."""
    if network != WORK:
        raise Absent
    viewer, name = request.viewer.itself, request.GET.get("name", "").strip()[:80]
    before = read_cursor(request.GET.get("before"))
    held = queries.mine_all(viewer) if before is None else []
    words = {
        "mine": [each for each in held if each.role != "invited"],
        "invitations": [each for each in held if each.role == "invited"],
        "page": queries.found(viewer, name=name, before=before),
        "name": name,
        "first_page": before is None,
    }
    return render(request, "projects/home.html", words)


@require_safe
def board(request: HttpRequest, network: str, project_id: int) -> HttpResponse:
    """The board; to somebody who was asked into a private project only what it is about."""
    viewer = request.viewer.itself
    place = queries.get(viewer, project_id)
    if not place.reads:
        return shown(request, "asked", place, tab="board")
    sieve = sieve_of(request.GET, viewer)
    words = {"piles": queries.board(viewer, place.project, sieve), "sieve": sieve, **_choices(viewer, place)}
    return shown(request, "board", place, tab="board", **words)


def _choices(viewer, place: Place) -> dict[str, object]:
    """What tasks can be told apart by."""
    return {
        "labels": queries.labels(viewer, place.project),
        "milestones": queries.milestones(viewer, place.project),
    }


@require_safe
def listing(request: HttpRequest, network: str, project_id: int) -> HttpResponse:
    viewer = request.viewer.itself
    place, sieve = queries.get(viewer, project_id, "read"), sieve_of(request.GET, viewer)
    before = read_cursor(request.GET.get("before"))
    words = {
        "page": queries.listed(viewer, place.project, sieve, before=before),
        "sieve": sieve,
        **_choices(viewer, place),
    }
    return shown(request, "list", place, tab="list", **words)


@require_safe
def month(request: HttpRequest, network: str, project_id: int) -> HttpResponse:
    """What is due, in a month."""
    viewer = request.viewer.itself
    place = queries.get(viewer, project_id, "read")
    sheet = weeks.month(weeks.read_month(request.GET.get("at", "")))
    days = sheet.days
    due = queries.due_between(viewer, place.project, days[0].date, days[-1].date)
    weeks.fill(sheet, due, queries.milestones(viewer, place.project))
    return shown(
        request, "month", place, tab="month", sheet=sheet, any=any(d.tasks or d.milestones for d in days)
    )


@require_safe
def activity(request: HttpRequest, network: str, project_id: int) -> HttpResponse:
    viewer = request.viewer.itself
    place = queries.get(viewer, project_id, "read")
    before = read_cursor(request.GET.get("before"))
    return shown(
        request, "activity", place, tab="activity", page=queries.log(viewer, place.project, before=before)
    )
