"""The desk of games, the table among friends, and asking for a game."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.network.games import actions, daily, drawing, forms, policies, queries
from twofold.network.games.forms import Invitation
from twofold.network.games.models import State
from twofold.network.games.rules import GAMES
from twofold.network.games.views.answers import game_at, me
from twofold.network.games.views.word import language_of
from twofold.people.graph.queries.naming import somebody, ties_by_name
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@require_safe
def home(request: HttpRequest, network: str) -> HttpResponse:
    """Invitations, games that go on and games that are over."""
    actor, before = me(request), request.GET.get("before")
    mine = queries.asked_and_on(request.viewer)
    language, day = language_of(request, actor), queries.day_of(actor)
    context = _word(request.viewer, language, day) | {
        "first": not before,
        "asked": [each for each in mine if each.state == State.ASKED],
        "turns": [each for each in mine if each.state == State.ON and each.mover_id == actor.pk],
        "waits": [each for each in mine if each.state == State.ON and each.mover_id != actor.pk],
        "quizzes": queries.quizzes(request.viewer) if not before else [],
        "watched": queries.watched(request.viewer) if not before else [],
        "page": queries.finished(request.viewer, before),
        "drawing": drawing,
    }
    return render(request, "games/home.html", context)


def _word(viewer: Viewer, language: str, day: date) -> dict:
    """How the viewer stands with the word of the day, as far as it may be seen from afar."""
    kept = queries.own_word(viewer, language, day)
    last = kept.tried[-1] if kept.tried else ""
    tiles = daily.marks(daily.word_of(language, day), last) if last else [""] * daily.LETTERS
    return {"word": kept, "word_language": language, "word_tiles": tiles}


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, network: str) -> HttpResponse:
    actor = me(request)
    form = forms.read(request.POST) if request.method == "POST" else forms.read(request.GET)
    if request.method == "POST":
        try:
            game = _invited(request, actor, form)
            said = _("%(name)s is asked. You read here when they answer.") % {"name": game.other.name}
            messages.success(request, said)
            return see(game_at(game.pk))
        except Refused as refusal:
            form.refuse(refusal)
    context = {
        "form": form,
        "games": GAMES,
        "days": policies.DAYS,
        "friends": ties_by_name(request.viewer),
    }
    return render(request, "games/new.html", context, status=422 if form.errors else 200)


def _invited(request: HttpRequest, actor: Persona, form: Invitation):
    if not form.person:
        raise Refused(_("Say with whom you would like to play."), field="person")
    other = somebody(request.viewer, form.person)
    return actions.invite(
        actor, other=other, kind=form.kind, days=form.length, side=form.side, once=form.once
    )


@require_http_methods(["GET", "POST"])
def table(request: HttpRequest, network: str) -> HttpResponse:
    """The table among friends; whoever stands in it reads it, and goes when they like."""
    actor, kind = me(request), request.GET.get("kind", "")
    if request.method == "POST":
        (actions.leave_table if "leave" in request.POST else actions.enter_table)(actor)
        return see(request.path)
    kind = kind if kind in GAMES else ""
    lines = queries.table(request.viewer, kind)
    some = [(f"?kind={each.kind}", each.name, each.kind == kind, None) for each in GAMES.values()]
    context = {"lines": lines, "kind": kind, "some": some, "days": queries.SPAN.days}
    return render(request, "games/table.html", context)
