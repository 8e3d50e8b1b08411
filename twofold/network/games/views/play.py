"""One game: looked at, played, talked about, written out."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.paging import read_cursor
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import see
from twofold.network.games import actions, drawing, queries
from twofold.network.games.models import Game, State
from twofold.network.games.views.answers import game_at, home_at, me
from twofold.people.graph.queries.naming import somebody, ties_by_name

_ACTS: dict[str, Callable] = {
    "accept": actions.accept,
    "decline": actions.decline,
    "withdraw": actions.withdraw,
    "resign": actions.resign,
    "draw": actions.offer_draw,
    "refuse": actions.refuse_draw,
    "time": actions.give_time,
    "again": actions.play_again,
}
_AWAY = ("decline", "withdraw")


@require_safe
def game(request: HttpRequest, network: str, game_id: int) -> HttpResponse:
    me(request)
    return _page(request, queries.get(request.viewer, game_id))


def _page(request: HttpRequest, found: Game, status: int = 200, **more: str) -> HttpResponse:
    template = "games/_table.html" if request.htmx else "games/game.html"
    return render(request, template, _drawn(request, found) | more, status=status)


def _drawn(request: HttpRequest, found: Game) -> dict:
    viewer, asked = request.viewer.itself, request.GET
    watchers = queries.watchers(viewer, found)
    return {
        "game": found,
        "shown": drawing.shown(viewer, found, asked.get("from", "")[:3], asked.get("to", "")[:3]),
        "said": drawing.said(viewer, found),
        "boast": drawing.boast(viewer, found) if found.state == State.OVER else "",
        "watchers": watchers,
        "friends": ties_by_name(viewer) if "watch" in asked else [],
        "drawing": drawing,
    }


@require_safe
def now(request: HttpRequest, network: str, game_id: int) -> HttpResponse:
    """The game for a page that is open; nothing where it shows this version already."""
    me(request)
    found = queries.get(request.viewer, game_id)
    if read_cursor(request.GET.get("version")) == found.version:
        return HttpResponse(status=204)
    return render(request, "games/_table.html", _drawn(request, found))


@require_POST
def move(request: HttpRequest, network: str, game_id: int) -> HttpResponse:
    actor, sent = me(request), request.POST
    ply = read_cursor(sent.get("ply"))
    code, text = sent.get("move", "")[:40], sent.get("text", "")[:40]
    try:
        actions.move(actor, game_id=game_id, ply=-1 if ply is None else ply, code=code, text=text)
    except Refused as refusal:
        if refusal.forbidden:
            raise
        found = queries.get(request.viewer, game_id)
        return _page(request, found, 422, problem=str(refusal.reason), typed=text)
    return _done(request, game_id)


@require_POST
def act(request: HttpRequest, network: str, game_id: int) -> HttpResponse:
    """What is done beside moving: `what` says it."""
    actor, what = me(request), request.POST.get("what", "")
    if what not in _ACTS:
        raise Refused(_("Choose what to do."))
    try:
        made = _ACTS[what](actor, game_id=game_id)
    except Refused as refusal:
        if refusal.forbidden:
            raise
        return _page(request, queries.get(request.viewer, game_id), 422, problem=str(refusal.reason))
    if what in _AWAY:
        return see(home_at())
    return see(game_at(made.pk)) if what == "again" else _done(request, game_id)


def _done(request: HttpRequest, game_id: int) -> HttpResponse:
    if request.htmx:
        return _page(request, queries.get(request.viewer, game_id))
    return see(f"{game_at(game_id)}#board")


@require_POST
def watch(request: HttpRequest, network: str, game_id: int) -> HttpResponse:
    """Propose somebody who may watch, agree to one, or take one out."""
    actor, sent = me(request), request.POST
    try:
        if sent.get("person", "").strip():
            queries.get(request.viewer, game_id)
            other = somebody(request.viewer, sent["person"].strip()[:80])
            actions.let_watch(actor, game_id=game_id, persona=other)
        for name, change in (("agree", actions.agree), ("out", actions.stop_watching)):
            if name in sent:
                change(actor, game_id=game_id, persona_id=decode(sent[name]))
    except ValueError:
        raise Absent from None
    except Refused as refusal:
        if refusal.forbidden:
            raise
        found = queries.get(request.viewer, game_id)
        return _page(request, found, 422, problem=str(refusal.reason), named=sent.get("person", "")[:80])
    return see(f"{game_at(game_id)}#watchers")


@require_safe
def file(request: HttpRequest, network: str, game_id: int) -> HttpResponse:
    """The game in the text form of its field."""
    me(request)
    found = queries.get(request.viewer, game_id)
    if not found.ply:
        raise Absent
    text = found.rules.written(drawing.record(found))
    kept = {
        "Content-Disposition": f'attachment; filename="{found.kind}.{found.rules.suffix}"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=kept)
