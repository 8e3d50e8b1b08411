"""A CV to look at, to print and to take along; and one brought in, reviewed before anything changes."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.refusals import Absent, Refused, SignInNeeded
from twofold.people.audiences.queries import by_handle
from twofold.people.audiences.specs import parse
from twofold.people.graph.queries import audience_options
from twofold.people.personas.models import Network, Persona
from twofold.surfaces.cv import actions, queries
from twofold.surfaces.cv.models import Import
from twofold.surfaces.cv.reading.proposal import unpacked
from twofold.surfaces.cv.resume import Item, Resume
from twofold.surfaces.cv.sheet import CHOICES, laid_out
from twofold.surfaces.cv.writing.json_resume import as_json_resume
from twofold.surfaces.cv.writing.pdf import as_pdf
from twofold.surfaces.cv.writing.vcard import as_vcard


@dataclass(frozen=True)
class Offer:
    """An entry of a file as its review shows it: whether it is there already, and why it cannot be kept."""

    place: int
    item: Item
    there: bool
    problem: str


def _person(request: HttpRequest, network: str, handle: str) -> Persona:
    """Who has a CV: a person at work whom the viewer may come across."""
    persona = by_handle(request.viewer, network, handle)
    if network != Network.PROFESSIONAL or persona.is_page:
        raise Absent
    return persona


def _own(request: HttpRequest, network: str, handle: str) -> Persona:
    viewer = request.viewer.itself
    if not viewer or viewer.home != network:
        raise SignInNeeded
    persona = _person(request, network, handle)
    if persona.pk != viewer.id:
        raise Absent
    return viewer.persona


def _chosen(request: HttpRequest, persona: Persona) -> tuple[Resume, set[str]]:
    """The CV without the sections that the address leaves out."""
    without = set(request.GET.getlist("without")) & {kind for kind, _words in CHOICES}
    return queries.resume_of(request.viewer.itself, persona).without(without), without


@require_safe
def sheet(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """The CV as it would lie on paper, and what one can do with it."""
    persona = _person(request, network, handle)
    resume, without = _chosen(request, persona)
    words = {
        "persona": persona,
        "cv": laid_out(resume),
        "without": without,
        "choices": CHOICES,
        "own": request.viewer.id == persona.pk,
        "query": f"?{request.GET.urlencode()}" if without else "",
    }
    return render(request, "cv/sheet.html", words)


@require_safe
def file(request: HttpRequest, network: str, handle: str, name: str) -> HttpResponse:
    """The CV as a file, by the name of its form."""
    write = _FORMS.get(name)
    if write is None:
        raise Absent
    persona = _person(request, network, handle)
    resume, _without = _chosen(request, persona)
    body, kind = write(resume)
    answer = HttpResponse(body, content_type=kind)
    answer["Content-Disposition"] = content_disposition_header(True, f"{persona.handle}-{name}") or ""
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _json(resume: Resume) -> tuple[bytes, str]:
    text = json.dumps(as_json_resume(resume), ensure_ascii=False, indent=2)
    return text.encode(), "application/json; charset=utf-8"


def _pdf(resume: Resume) -> tuple[bytes, str]:
    return as_pdf(laid_out(resume)), "application/pdf"


def _vcard(version: str) -> Callable[[Resume], tuple[bytes, str]]:
    def write(resume: Resume) -> tuple[bytes, str]:
        shown = f"{settings.BASE_URL}/media/p/{resume.picture}-medium.webp" if resume.picture else ""
        return as_vcard(resume, version=version, portrait=shown), "text/vcard; charset=utf-8"

    return write


_FORMS: dict[str, Callable[[Resume], tuple[bytes, str]]] = {
    "cv.pdf": _pdf,
    "resume.json": _json,
    "card.vcf": _vcard("4.0"),
    "card-3.vcf": _vcard("3.0"),
}


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """Choose a file; nothing changes before it was reviewed."""
    own, problem = _own(request, network, handle), ""
    if request.method == "POST":
        try:
            upload = request.FILES.get("file")
            if upload is None:
                raise Refused(_("Choose a file first."), field="file")
            made = actions.begin_import(own, data=upload.read(1024 * 1024 + 1))
            return _see("review", own, made.pk)
        except Refused as refusal:
            problem = str(refusal.reason)
    words = {"persona": own, "problem": problem}
    return render(request, "cv/begin.html", words, status=422 if problem else 200)


@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, network: str, handle: str, import_id: int) -> HttpResponse:
    """Everything that the file proposes, each to be taken or left."""
    own = _own(request, network, handle)
    found, problem = queries.waiting(request.viewer.itself, import_id), ""
    if request.method == "POST":
        try:
            return _kept(request, own, found)
        except Refused as refusal:
            problem = str(refusal.reason)
    words = {**_offered(request, own, found), "problem": problem}
    return render(request, "cv/review.html", words, status=422 if problem else 200)


def _kept(request: HttpRequest, own: Persona, found: Import) -> HttpResponse:
    taken = request.POST.getlist
    number = actions.keep_import(
        own,
        import_id=found.pk,
        places={int(each) for each in taken("item") if each.isdigit()},
        skills=set(taken("skill")),
        words=set(taken("words")),
        spec=parse([request.POST.get("reach", "")]),
    )
    undo = reverse("cv:undo", args=[own.network, own.handle, found.pk])
    button = format_html(
        '<button class="btn small" form="act" formaction="{}">{}</button>', undo, _("Take all of it back")
    )
    said = _("%(number)d things were taken over.") % {"number": number}
    messages.success(request, format_html("{} {}", said, button))
    return HttpResponseRedirect(f"/{own.network}/@{own.handle}/", status=303)


def _offered(request: HttpRequest, own: Persona, found: Import) -> dict:
    proposal = unpacked(found.proposal)
    there = queries.there_already(request.viewer.itself, own)
    offers = [
        Offer(place, each, queries.same(each) in there, actions.problem_with(own, each))
        for place, each in enumerate(proposal.items)
    ]
    return {
        "persona": own,
        "found": found,
        "proposal": proposal,
        "sections": _by_kind(offers),
        "reaches": [(each.value, each.label) for each in audience_options(request.viewer)],
        "reach": request.POST.get("reach", "me"),
        "taken": set(request.POST.getlist("item")) if request.method == "POST" else None,
    }


def _by_kind(offers: Sequence[Offer]) -> list[tuple[str, list[Offer]]]:
    words = dict(CHOICES) | {"contact": _("Contact"), "featured": _("Featured")}
    kinds = dict.fromkeys(each.item.kind for each in offers)
    return [
        (str(words.get(kind, kind)), [each for each in offers if each.item.kind == kind]) for kind in kinds
    ]


@require_POST
def undo(request: HttpRequest, network: str, handle: str, import_id: int) -> HttpResponse:
    own = _own(request, network, handle)
    actions.undo_import(own, import_id=import_id)
    messages.success(request, _("All of it was taken back. What you changed since stays."))
    return HttpResponseRedirect(f"/{own.network}/@{own.handle}/", status=303)


def _see(name: str, own: Persona, *more: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(f"cv:{name}", args=[own.network, own.handle, *more]), status=303)
