"""Notes and tags: the viewer's own, for nobody else."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import back, way_back
from twofold.people.graph import actions, queries
from twofold.people.graph.views.answering import frame, people
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network, Persona


@require_GET
def notes(request: HttpRequest, network: Network) -> HttpResponse:
    """Everybody of whom the viewer noted something."""
    me(request)
    ask = {key: request.GET.get(key, "").strip()[:80] for key in ("tag", "text")}
    page = queries.noted(request.viewer, **ask, before=request.GET.get("before"))
    return people(request, "notes", page, ask=ask, tags=queries.tags_of(request.viewer))


@require_http_methods(["GET", "POST"])
def note(request: HttpRequest, network: Network, persona_id: int) -> HttpResponse:
    """What the viewer noted of one person; a POST keeps it."""
    actor, persona = me(request), queries.persona_of(request.viewer, persona_id)
    kept = queries.memories(request.viewer, [persona.pk])[persona.pk]
    typed = {"text": kept.text, "tags": ", ".join(kept.tags)}
    if request.method == "GET":
        return _form(request, persona, typed)
    typed = {name: request.POST.get(name, "")[:5_000] for name in typed}
    try:
        actions.keep_note(actor, persona=persona, text=typed["text"], tags=typed["tags"].split(","))
    except Refused as refusal:
        return _form(request, persona, typed, {refusal.field: refusal.reason})
    messages.success(request, _("Noted, for you alone."))
    return back(request, reverse("web:profile", args=[network, persona.handle]))


@require_GET
def tags(request: HttpRequest, network: Network) -> JsonResponse:
    """The viewer's own tags that go on as `q` begins: `{"options": [{"value", "note", "id"}]}`."""
    me(request)
    found = queries.complete_tag(request.viewer, request.GET.get("q", "")[:60])
    return JsonResponse(
        {"options": [{"value": each.name, "note": _people_with(each.count), "id": ""} for each in found]}
    )


def _people_with(number: int) -> str:
    return ngettext("%(number)d person", "%(number)d people", number) % {"number": number}


def _form(
    request: HttpRequest, persona: Persona, typed: dict[str, str], problems: dict[str, str] | None = None
) -> HttpResponse:
    context = {
        "persona": persona,
        "typed": typed,
        "problems": problems or {},
        "next": way_back(request, reverse("web:profile", args=[persona.network, persona.handle])),
        **frame(request.viewer),
    }
    return render(request, "graph/note.html", context, status=422 if problems else 200)
