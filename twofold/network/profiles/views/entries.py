"""Adding, changing, ordering and taking away what stands on one's own profile. In place with script, a page without."""

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import see
from twofold.network.profiles import actions, queries
from twofold.network.profiles.drawing import drawn
from twofold.network.profiles.forms import EntryTyped, read_entry
from twofold.network.profiles.forms.entries import typed_of
from twofold.network.profiles.models import Entry
from twofold.network.profiles.policies import skills_of
from twofold.network.profiles.sections import Section, section_named
from twofold.network.profiles.spans import months
from twofold.network.profiles.views.own import own_persona, sections_at
from twofold.people.audiences.specs import parse
from twofold.people.graph.queries import audience_options
from twofold.people.graph.queries.choosing import choice_of, reach_options
from twofold.people.personas.models import Persona


def _section(network: str, kind: str) -> Section:
    found = section_named(network, kind)
    if found is None:
        raise Absent
    return found


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, network: str, handle: str, kind: str) -> HttpResponse:
    own, section = own_persona(request, network, handle), _section(network, kind)
    if request.method == "GET":
        typed = EntryTyped(reach=choice_of(queries.section_spec(own, kind)))
        return _form(request, own, section, typed)
    return _keep(request, own, section, None)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, network: str, handle: str, entry_id: int) -> HttpResponse:
    own, entry = own_persona(request, network, handle), queries.own_entry(request.viewer, entry_id)
    section = _section(network, entry.kind)
    if request.method == "GET":
        page = encode(entry.organisation_id) if entry.organisation_id else ""
        return _form(request, own, section, typed_of(entry, skills_of(entry), page), entry)
    return _keep(request, own, section, entry)


def _keep(request: HttpRequest, own: Persona, section: Section, entry: Entry | None) -> HttpResponse:
    typed = read_entry(request.POST, section)
    try:
        kept = actions.keep_entry(
            own,
            kind=section.kind,
            entry_id=entry.pk if entry else None,
            fields=typed.fields(section),
            skills=typed.names(),
            organisation_id=typed.page_id(),
            spec=typed.spec(),
        )
    except Refused as refusal:
        typed.refuse(refusal)
        return _form(request, own, section, typed, entry, status=422)
    return _answer(request, own, section.kind, _("Kept."), kept)


def _form(
    request: HttpRequest,
    own: Persona,
    section: Section,
    typed: EntryTyped,
    entry: Entry | None = None,
    status: int = 200,
) -> HttpResponse:
    words = {
        "section": section,
        "persona": own,
        "typed": typed,
        "entry": entry,
        "months": months(),
        "reaches": reach_options(audience_options(request.viewer), typed.reach),
        "in_place": request.htmx,
    }
    template = "profiles/_entry_form.html" if request.htmx else "profiles/entry.html"
    return render(request, template, words, status=status)


def _answer(
    request: HttpRequest, own: Persona, kind: str, words: str, entry: Entry | None = None, act: str = "edit"
) -> HttpResponse:
    """The section as it is now, for script, which says `words` and goes on at `entry`; else the profile with them."""
    if not request.htmx:
        messages.success(request, words)
        return see(sections_at(own) + f"#s-{kind}")
    shown = next(each for each in queries.sections(request.viewer, own) if each.section.kind == kind)
    answer = HttpResponse(drawn(shown, own, own=True))
    said = {"words": words, "entry": encode(entry.pk) if entry else "", "act": act, "kind": kind}
    answer.headers["HX-Trigger-After-Settle"] = json.dumps({"section": said})
    return answer


@require_POST
def act(request: HttpRequest, network: str, handle: str, entry_id: int, act: str) -> HttpResponse:
    own = own_persona(request, network, handle)
    if act == "remove":
        return _removed(request, own, actions.take_away_entry(own, entry_id=entry_id))
    if act == "restore":
        return _answer(request, own, actions.restore_entry(own, entry_id=entry_id).kind, _("It is back."))
    if act in ("up", "down"):
        moved = actions.put_entry(own, entry_id=entry_id, steps=-1 if act == "up" else 1)
        said = _("Moved: now %(place)d of %(count)d.") % {"place": moved.place, "count": moved.count}
        return _answer(request, own, moved.entry.kind, said, moved.entry, act)
    raise Absent


def _removed(request: HttpRequest, own: Persona, gone: Entry) -> HttpResponse:
    undo = reverse("profiles:act", args=[own.network, own.handle, gone.pk, "restore"])
    button = format_html('<button class="btn small" form="act" formaction="{}">{}</button>', undo, _("Undo"))
    messages.success(request, format_html("{} {}", _("It is gone."), button))
    return see(sections_at(own) + f"#s-{gone.kind}")


@require_POST
def arrange(request: HttpRequest, network: str, handle: str, kind: str) -> HttpResponse:
    """Give up the order by hand."""
    own = own_persona(request, network, handle)
    actions.order_by_date(own, kind=kind)
    return _answer(request, own, kind, _("Ordered by date again."))


@require_http_methods(["GET", "POST"])
def reach(request: HttpRequest, network: str, handle: str, kind: str) -> HttpResponse:
    """Who sees a section: what is there, and what comes."""
    own, section = own_persona(request, network, handle), _section(network, kind)
    chosen = request.POST.get("reach") or choice_of(queries.section_spec(own, kind))
    if request.method == "POST":
        number = actions.set_section_audience(
            own, kind=kind, spec=parse([chosen]), existing="existing" in request.POST
        )
        said = _("From now on. %(number)d entries were changed with it.") % {"number": number}
        return _answer(request, own, kind, said if number else _("From now on, for new entries."))
    words = {
        "section": section,
        "persona": own,
        "reaches": reach_options(audience_options(request.viewer), chosen),
    }
    return render(request, "profiles/reach.html", {**words, "chosen": chosen})
