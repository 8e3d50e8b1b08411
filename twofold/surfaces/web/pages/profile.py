"""A persona's page: who somebody is, what they say of themselves and what they shared, for whoever asks."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from markupsafe import Markup

from twofold.foundation.kit.paging import read_cursor
from twofold.foundation.kit.passing import in_passing
from twofold.network.kin import drawing as kin
from twofold.network.mentoring.queries import offer_of
from twofold.network.openness.queries import open_to
from twofold.network.posts.queries import by_author, cards, pinned, small_cards
from twofold.network.profiles import queries
from twofold.network.profiles.drawing import drawn
from twofold.network.stories import queries as stories
from twofold.network.visits.actions import come_by
from twofold.people.audiences.queries import by_handle
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.web.jinja import profile_url
from twofold.surfaces.web.pages.organisation_parts import of_organisation
from twofold.surfaces.web.pages.recognition import recognition

# So many posts stand on the profile itself, at work: there the sections come first.
A_FEW = 3
# The sections that stand below what others say.
_AFTER_OTHERS = {"publication", "course", "honour", "language", "interest", "contact"}


@dataclass(frozen=True)
class Part:
    """A section of the page as HTML; `kind` names it in addresses and in the list beside."""

    kind: str
    heading: str
    html: Markup
    empty: bool = False


@require_safe
def profile(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """The page of somebody: at work their sections and a few posts, among friends their posts."""
    persona = by_handle(request.viewer, network, handle)
    if handle != persona.handle:
        return redirect("web:profile", network, persona.handle)
    if network == Network.SOCIAL or persona.is_page:
        return render(request, "web/profile_posts.html", _posts(request, persona, "profile"))
    if (
        request.viewer
        and request.method == "GET"
        and "prefetch" not in request.headers.get("Sec-Purpose", "")
    ):
        with in_passing():
            come_by(request.viewer.persona, owner=persona)
    page = by_author(request.viewer, persona, size=A_FEW)
    words = {**_about(request, persona, "profile"), "few": small_cards(request.viewer, page.rows)}
    return render(request, "web/profile.html", words)


@require_safe
def activity(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """All that somebody shared."""
    persona = by_handle(request.viewer, network, handle)
    return render(request, "web/profile_posts.html", _posts(request, persona, "activity"))


@require_safe
def about(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """What somebody says of themselves."""
    persona = by_handle(request.viewer, network, handle)
    return render(request, "web/profile.html", _about(request, persona, "about"))


def _posts(request: HttpRequest, persona: Persona, tab: str) -> dict:
    before = read_cursor(request.GET.get("before"))
    page = by_author(request.viewer, persona, before=before)
    first = pinned(request.viewer, persona) if before is None else None
    rows = [first, *(each for each in page.rows if each.pk != first.pk)] if first else page.rows
    found = cards(request.viewer, rows)
    if first and found and found[0].id == first.pk:
        found[0].pinned = True
    told = _stories(request.viewer.itself, persona) if before is None else {}
    words = {**shown(request, persona, tab), **told, "page": page, "cards": found}
    if words["own"] and before is None and not (persona.picture and persona.line):
        # Of what is known here already: no section is read for it.
        words["unfinished"] = queries.completeness(persona, (), words["said"]["about"])
    return words


def _stories(viewer: Viewer, persona: Persona) -> dict:
    """The ring of the day and the highlights, among friends."""
    if persona.network != Network.SOCIAL or persona.is_page:
        return {}
    return {"story_ring": stories.ring(viewer, persona), "highlights": stories.highlights_of(viewer, persona)}


def _about(request: HttpRequest, persona: Persona, tab: str) -> dict:
    own = request.viewer.id == persona.pk
    work = persona.network == Network.PROFESSIONAL and not persona.is_page
    found, words = queries.sections(request.viewer, persona), shown(request, persona, tab)
    parts = parts_of(request.viewer, persona, found)
    return {
        **words,
        "sections": with_recognition(request.viewer, persona, parts, tied=words["standing"].relation.tied),
        "openness": open_to(request.viewer.itself, persona),
        "mentors": offer_of(request.viewer.itself, persona) if work else None,
        "unfinished": queries.completeness(persona, found, words["said"]["about"]) if own else None,
    }


def parts_of(viewer: Viewer, persona: Persona, found: list[queries.Shown]) -> list[Part]:
    """The sections that are shown: those with something in them, and to their owner all."""
    own = viewer.id == persona.pk
    return [
        Part(
            each.section.kind.value, str(each.section.heading), drawn(each, persona, own=own), not each.groups
        )
        for each in found
        if each.groups or own
    ]


def with_recognition(viewer: Viewer, persona: Persona, parts: list[Part], *, tied: bool) -> list[Part]:
    """The sections with those that others write, in their place: before publications and what follows them."""
    before = [each.kind in _AFTER_OTHERS for each in parts]
    place = before.index(True) if True in before else len(parts)
    others = [Part(*each) for each in recognition(viewer, persona, tied=tied)]
    if family := kin.section(viewer, persona):
        others.append(Part("family", _("Family and birthday"), family))
    return [*parts[:place], *others, *parts[place:]]


def shown(request: HttpRequest, persona: Persona, tab: str) -> dict:
    return {
        "tab": tab,
        "persona": persona,
        "said": queries.words_of(request.viewer.itself, persona),
        "standing": queries.standing(request.viewer, persona),
        "own": request.viewer.id == persona.pk,
        "parts": _tabs(persona, tab),
        **of_organisation(request.viewer.itself, persona),
    }


def _tabs(persona: Persona, here: str) -> list[tuple[str, str, bool, None]]:
    work = persona.network == Network.PROFESSIONAL and not persona.is_page
    names = (
        [("profile", _("Profile")), ("activity", _("Activity"))]
        if work
        else [("profile", _("Posts")), ("about", _("About"))]
    )
    if persona.is_page:
        names.append(("people", _("People")))
        if persona.network == Network.PROFESSIONAL:
            names.append(("jobs", _("Jobs")))
    elif persona.network == Network.SOCIAL:
        names += [("friends", _("Friends")), ("photos", _("Photos"))]
        names += [("groups", _("Groups")), ("events", _("Events"))]
    at = profile_url(persona)
    return [(at if name == "profile" else f"{at}{name}/", words, name == here, None) for name, words in names]
