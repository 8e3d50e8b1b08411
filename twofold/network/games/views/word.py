"""The word of the day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from twofold.foundation.kit.paging import read_cursor
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.network.games import actions, daily, queries
from twofold.network.games.models import DayWord
from twofold.network.games.views.answers import me
from twofold.people.personas.models import Persona


def language_of(request: HttpRequest, persona: Persona) -> str:
    """The language that was asked for, else the persona's own, else English."""
    asked = (request.GET.get("in", ""), persona.language.split("-")[0])
    return next((each for each in asked if each in daily.LANGUAGES), "en")


@require_http_methods(["GET", "POST"])
def word(request: HttpRequest, network: str) -> HttpResponse:
    actor = me(request)
    language, day, problem = language_of(request, actor), queries.day_of(actor), ""
    if request.method == "POST":
        place = read_cursor(request.POST.get("place"))
        text = request.POST.get("guess", "")[:40]
        try:
            at = -1 if place is None else place
            actions.guess(actor, language=language, day=day, text=text, place=at)
            return see(f"{request.path}?in={language}#tries")
        except Refused as refusal:
            problem = str(refusal.reason)
    kept = queries.own_word(request.viewer, language, day)
    context = _drawn(request, kept) | {"problem": problem, "typed": request.POST.get("guess", "")[:40]}
    return render(request, "games/word.html", context, status=422 if problem else 200)


def _drawn(request: HttpRequest, kept: DayWord) -> dict:
    answer, language = daily.word_of(kept.language, kept.day), kept.language
    here = reverse("games:word", args=[request.viewer.network])
    return {
        "kept": kept,
        "day": kept.day,
        "tongue": language,
        "rows": [list(zip(each, daily.marks(answer, each), strict=True)) for each in kept.tried],
        "left": daily.TRIES - len(kept.tried),
        "letters": daily.LETTERS,
        "answer": answer if kept.over else "",
        "keys": daily.LANGUAGES[language][1],
        "known": daily.known(answer, kept.tried),
        "tabs": [
            (f"{here}?in={key}", name, key == language, None)
            for key, (name, _keys) in daily.LANGUAGES.items()
        ],
        "fared": queries.friends_fared(request.viewer, language, kept.day) if kept.over else [],
        "boast": _boast(kept, answer) if kept.over else "",
    }


def _boast(kept: DayWord, answer: str) -> str:
    """Words for a post that somebody may make of it, by hand; the word is not among them."""
    name = daily.LANGUAGES[kept.language][0]
    tries = f"{len(kept.tried)}/{daily.TRIES}" if kept.found else f"–/{daily.TRIES}"
    title = _("Word of the day (%(language)s): %(tries)s") % {"language": name, "tries": tries}
    return f"{title}\n{daily.picture(answer, kept.tried)}"
