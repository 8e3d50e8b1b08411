"""The page on which one chooses how one is told, and the way out that stands in each letter."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import see
from twofold.people.graph.queries.naming import somebody, ties_by_name
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.notifications import letters, wishes
from twofold.reach.notifications.discretion import screens
from twofold.reach.notifications.models import Rhythm, Way
from twofold.reach.notifications.topics import topics_in


@require_http_methods(["GET", "POST"])
def choices(request: HttpRequest, network: Network) -> HttpResponse:
    persona, problem = me(request), ""
    words = _kept(persona)
    if request.method == "POST":
        words = _typed(request.POST, network)
        try:
            wishes.choose(persona, **words)
        except Refused as refusal:
            problem = str(refusal.reason)
        else:
            messages.success(request, _("Kept."))
            return see(request.path)
    return _page(request, persona, words, problem)


def _page(request: HttpRequest, persona: Persona, words: dict, problem: str) -> HttpResponse:
    viewer: Viewer = request.viewer.itself  # type: ignore[attr-defined]
    mine = wishes.choices_of(persona)
    words |= {
        "told_in": words.pop("ways"),  # "ways" are those of the shell
        "problem": problem,
        "topics": topics_in(persona.network),
        "locked": {topic: wishes.locked(topic) for topic in topics_in(persona.network)},
        "all_ways": [(each, _GLYPHS[each]) for each in Way],
        "weekdays": WEEKDAYS_ABBR.items(),
        "rhythms": Rhythm.choices,
        "screens": screens(persona.network),
        "hours": [(str(hour), f"{hour:02d}:00") for hour in range(24)],
        "senders": wishes.senders_of(viewer, mine),
        "acquaintances": ties_by_name(viewer),
        "quiet_end": wishes.quiet_now(persona),
    }
    return render(request, "notifications/choices.html", words, status=422 if problem else 200)


_GLYPHS = {Way.PAGE: "bell", Way.MAIL: "mail", Way.PUSH: "monitor-smartphone", Way.LETTER: "newspaper"}


def _kept(persona: Persona) -> dict:
    mine = wishes.choices_of(persona)
    return {
        "ways": wishes.ways_by_topic(mine, persona.network),
        "rhythm": mine.rhythm,
        "hour": str(mine.hour),
        "quiet": wishes.quiet_of(mine, persona.network),
        "screen": mine.screen,
    }


def _typed(form: QueryDict, network: str) -> dict:
    ways = {topic: _sum(form.getlist(topic)) | wishes.locked(topic) for topic in topics_in(network)}
    quiet = wishes.Quiet(
        bool(form.get("quiet")), form.get("begin", ""), form.get("end", ""), tuple(form.getlist("days"))
    )
    plain = {name: form.get(name, "") for name in ("rhythm", "hour", "screen")}
    return {"ways": ways, "quiet": quiet, **plain}


def _sum(ticked: list[str]) -> int:
    return sum({each for each in Way if str(each.value) in ticked})


@require_POST
def sender(request: HttpRequest, network: Network) -> HttpResponse:
    """Choices for one person: a new one by name, `who` otherwise; `forget` takes them out."""
    persona, form = me(request), request.POST
    viewer: Viewer = request.viewer.itself  # type: ignore[attr-defined]
    if who := form.get("forget", ""):
        wishes.forget_sender(persona, sender_id=_id(who))
        return see(f"{_here(request)}#people")
    try:
        always = form.get("rule", "always") == "always"
        other = somebody(viewer, form.get("name", "").strip())
        wishes.choose_sender(persona, sender=other, ways=wishes.ALL_WAYS if always else 0, loud=always)
    except Refused as refusal:
        return _page(
            request, persona, _kept(persona) | {"typed_name": form.get("name", "")}, str(refusal.reason)
        )
    return see(f"{_here(request)}#people")


@require_POST
def senders(request: HttpRequest, network: Network) -> HttpResponse:
    """The table of people, as it was ticked."""
    persona, form = me(request), request.POST
    viewer: Viewer = request.viewer.itself  # type: ignore[attr-defined]
    for each in wishes.senders_of(viewer, wishes.choices_of(persona)):
        ticked = form.getlist(f"who-{each.sender_id}")
        wishes.choose_sender(persona, sender=each.sender, ways=_sum(ticked), loud="loud" in ticked)
    messages.success(request, _("Kept."))
    return see(f"{_here(request)}#people")


def _here(request: HttpRequest) -> str:
    return request.path.rpartition("people/")[0]


def _id(text: str) -> int:
    try:
        return decode(text)
    except ValueError as problem:
        raise Absent from problem


def _way_out(end: Callable[[str, str], None], template_word: str) -> Callable:
    # The key is the permission: a mail program posts here without having been on any page (RFC 8058).
    @csrf_exempt
    @require_http_methods(["GET", "POST"])
    def stop(request: HttpRequest, network: Network, key: str) -> HttpResponse:
        """GET asks, for programs look at every address of a letter; POST ends the letters."""
        letters.behind(network, key)
        if request.method == "POST":
            end(network, key)
        words = {"done": request.method == "POST", "of": template_word}
        return render(request, "notifications/stop.html", words)

    return stop


stop = _way_out(letters.stop, "letter")
stop_mail = _way_out(letters.stop_mail, "mail")
