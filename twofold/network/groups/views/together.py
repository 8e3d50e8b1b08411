"""What members make together: pages with their history, files, petitions and pledges; and the figures of a group."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.markdown import drawn
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.files.queries import there
from twofold.network.groups import actions, queries
from twofold.network.groups.forms import CallForm, sheet_words
from twofold.network.groups.models import MAX_SHEET, Call
from twofold.network.groups.queries import Place
from twofold.network.groups.views.answers import see, shown
from twofold.people.personas.acting import me
from twofold.people.personas.models import Persona


def _read(request: HttpRequest, group_id: int) -> Place:
    """The group, for those who read what stands in it."""
    place = queries.get(request.viewer.itself, group_id)  # type: ignore[attr-defined]
    if not place.reads:
        raise Absent
    return place


@require_safe
def sheets(request: HttpRequest, network: str, group_id: int) -> HttpResponse:
    place = _read(request, group_id)
    return shown(
        request, "sheets", place, tab="sheets", sheets=queries.sheets(request.viewer.itself, place.group)
    )


@require_http_methods(["GET", "POST"])
def sheet_new(request: HttpRequest, network: str, group_id: int) -> HttpResponse:
    actor, place = me(request), _read(request, group_id)
    if not place.belongs:
        raise Absent
    return _write(request, place, actor)


@require_http_methods(["GET", "POST"])
def sheet_edit(request: HttpRequest, network: str, group_id: int, sheet_id: int) -> HttpResponse:
    actor, place = me(request), _read(request, group_id)
    if not place.belongs:
        raise Absent
    return _write(request, place, actor, sheet_id)


def _write(request: HttpRequest, place: Place, actor: Persona, sheet_id: int | None = None) -> HttpResponse:
    """The form of a page; what could not be kept comes back, with what the page says now where that is the reason."""
    problem, stale = "", False
    if request.method == "POST":
        try:
            kept = actions.write_sheet(
                actor, group=place.group, sheet_id=sheet_id, **sheet_words(request.POST)
            )
            return see("groups:sheet", place.group, kept.pk)
        except Refused as refusal:
            problem, stale = str(refusal.reason), refusal.field == "number"
    viewer = request.viewer.itself  # type: ignore[attr-defined]
    now = queries.sheet(viewer, place.group, sheet_id) if sheet_id else None
    lines = queries.compared(now.text, request.POST.get("text", "")) if stale and now else []
    typed = request.POST if problem else {}
    words = {"sheet": now, "typed": typed, "limit": MAX_SHEET, "lines": lines}
    return shown(request, "sheet_edit", place, problem=problem, tab="sheets", **words)


@require_safe
def sheet(request: HttpRequest, network: str, group_id: int, sheet_id: int) -> HttpResponse:
    place, viewer = _read(request, group_id), request.viewer.itself
    found = queries.sheet(viewer, place.group, sheet_id)
    return shown(request, "sheet", place, tab="sheets", sheet=found, text=drawn(found.text, lines=True))


@require_safe
def history(request: HttpRequest, network: str, group_id: int, sheet_id: int) -> HttpResponse:
    """What a page said before; with ?version= one of them, beside the one before it."""
    place, viewer = _read(request, group_id), request.viewer.itself
    sheet = queries.sheet(viewer, place.group, sheet_id)
    rows, number = queries.versions(viewer, sheet), request.GET.get("version", "")
    chosen = next((each for each in rows if str(each.number) == number), None)
    before = next((each for each in rows if chosen and each.number == chosen.number - 1), None)
    lines = queries.compared(before.text if before else "", chosen.text) if chosen else []
    words = {"sheet": sheet, "versions": rows, "chosen": chosen, "lines": lines}
    return shown(request, "sheet_history", place, tab="sheets", **words)


@require_POST
def sheet_drop(request: HttpRequest, network: str, group_id: int, sheet_id: int) -> HttpResponse:
    actor, place = me(request), _read(request, group_id)
    title = actions.drop_sheet(actor, group=place.group, sheet_id=sheet_id)
    messages.success(request, _("Taken away: %(title)s.") % {"title": title})
    return see("groups:sheets", place.group)


@require_http_methods(["GET", "POST"])
def files(request: HttpRequest, network: str, group_id: int) -> HttpResponse:
    """The files of a group; a POST adds one."""
    place, problem = _read(request, group_id), ""
    if request.method == "POST":
        try:
            _add_file(request, place)
            return see("groups:files", place.group)
        except Refused as refusal:
            problem = str(refusal.reason)
    found = there(request.viewer.itself, place.group.author_id)
    return shown(request, "files", place, problem=problem, tab="files", files=found)


def _add_file(request: HttpRequest, place: Place) -> None:
    actor, upload = me(request), request.FILES.get("file")
    if not place.belongs:
        raise Absent
    if upload is None:
        raise Refused(_("Choose a file first."))
    actions.add_file(actor, group=place.group, upload=upload)


@require_POST
def file_drop(request: HttpRequest, network: str, group_id: int, file_id: int) -> HttpResponse:
    actor, place = me(request), _read(request, group_id)
    name = actions.drop_file(actor, group=place.group, file_id=file_id)
    messages.success(request, _("Taken away: %(title)s.") % {"title": name})
    return see("groups:files", place.group)


@require_http_methods(["GET", "POST"])
def calls(request: HttpRequest, network: str, group_id: int) -> HttpResponse:
    """Petitions and pledges; a POST opens one."""
    place = _read(request, group_id)
    form = (
        CallForm(request.POST) if request.method == "POST" else CallForm(initial={"kind": Call.Kind.PLEDGE})
    )
    if form.is_bound and form.is_valid():
        try:
            actions.make_call(me(request), group=place.group, **form.cleaned_data)
            return see("groups:calls", place.group)
        except Refused as refusal:
            form.add_error(refusal.field or None, refusal.reason)
    words = {"calls": queries.calls(request.viewer.itself, place.group), "form": form}
    return shown(request, "calls", place, problem=form.errors if form.is_bound else "", tab="calls", **words)


@require_POST
def call(request: HttpRequest, network: str, group_id: int, call_id: int, act: str) -> HttpResponse:
    actor, place = me(request), _read(request, group_id)
    try:
        if act == "sign":
            named = request.POST.get("named") == "on"
            actions.sign(actor, group=place.group, call_id=call_id, named=named)
        elif act == "unsign":
            actions.unsign(actor, group=place.group, call_id=call_id)
        elif act == "close":
            actions.close_call(actor, group=place.group, call_id=call_id)
        else:
            raise Absent
    except Refused as refusal:
        messages.error(request, str(refusal.reason))
    return see("groups:calls", place.group)


@require_safe
def numbers(request: HttpRequest, network: str, group_id: int) -> HttpResponse:
    me(request)
    viewer = request.viewer.itself
    place = queries.get(viewer, group_id, "look")
    return shown(request, "numbers", place, tab="numbers", numbers=queries.numbers(viewer, place.group))
