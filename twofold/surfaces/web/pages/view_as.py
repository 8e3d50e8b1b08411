"""One's own profile as others see it: the real sections through the real door, with nothing to press."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from twofold.care.privacy.queries import shield_of
from twofold.foundation.kit.refusals import Absent, SignInNeeded
from twofold.network.openness.policies import RECRUITERS
from twofold.network.openness.queries import open_to
from twofold.network.posts.queries import by_author, small_cards
from twofold.network.profiles import queries
from twofold.network.profiles.queries.people import pages_named
from twofold.people.audiences.actions import grant
from twofold.people.audiences.queries import by_handle, by_handles
from twofold.people.audiences.specs import SHIELD, PartRef
from twofold.people.graph.actions.rehearsing import standing_in
from twofold.people.graph.models import KINDS
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.web.pages.profile import parts_of, with_recognition

# No persona has this id: a member whom nobody knows.
NOBODY = -1
# In which of one's lists whoever stands in is put.
STOOD_FOR = {"recruiter": [RECRUITERS], "manager": [RECRUITERS, SHIELD]}


@dataclass(frozen=True)
class Eyes:
    """Through whose eyes: `value` stands in the address, `words` above the page."""

    value: str
    words: str


def choices(network: str) -> list[Eyes]:
    """Anyone, a member, and somebody of each kind of tie."""
    tie = _("a connection") if network == Network.PROFESSIONAL else _("a friend")
    kinds = [
        Eyes(f"kind:{kind.value}", _("%(tie)s: %(kind)s") % {"tie": tie, "kind": kind.label})
        for kind in KINDS[Network(network)]
    ]
    return [
        Eyes("anyone", _("anyone, signed in or not")),
        Eyes("member", _("a member who does not know you")),
        *kinds,
        *(
            [
                Eyes("recruiter", _("a recruiter of another employer")),
                Eyes("manager", _("your manager, or a recruiter of your employer")),
            ]
            if network == Network.PROFESSIONAL
            else []
        ),
    ]


@require_safe
def view_as(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """The profile through somebody's eyes; of one's own alone."""
    own = _own(request, network, handle)
    wanted, name = request.GET.get("as", "member"), request.GET.get("name", "").strip().lstrip("@")[:80]
    named = _named(request.viewer.itself, own, name) if name else None
    eyes = {each.value: each for each in choices(network)}
    chosen = eyes.get(wanted, eyes["member"])
    with _looking(own, chosen, named) as viewer:
        context = {
            **_seen(viewer, own),
            "eyes": list(eyes.values()),
            "chosen": chosen,
            "named": named,
            "name": name,
            "standing": queries.Standing(*queries.counted(request.viewer, own)),
        }
        return render(request, "web/view_as.html", context)


def _own(request: HttpRequest, network: str, handle: str) -> Persona:
    viewer = request.viewer.itself
    if not viewer or viewer.home != network:
        raise SignInNeeded
    if by_handle(viewer, network, handle).pk != viewer.id:
        raise Absent
    return viewer.persona


def _named(viewer: Viewer, own: Persona, name: str) -> Persona | None:
    """Whom `name` means: somebody by handle; at work also the page that hires, by handle or by its whole name."""
    found = by_handles(viewer, own.network, [name]).get(name)
    if found is None and own.network == Network.PROFESSIONAL:
        alike = [page for page in pages_named(viewer, name) if page.name.casefold() == name.casefold()]
        found = alike[0] if len(alike) == 1 else None
    if found is None or found.pk == own.pk or (found.is_page and own.network != Network.PROFESSIONAL):
        return None
    return found


def _parts(own: Persona, chosen: Eyes, named: Persona | None) -> Sequence[PartRef]:
    """In which of one's lists whoever stands in is put: who hires for the employer is kept out as that one's people."""
    if named is None:
        return STOOD_FOR.get(chosen.value, ())
    if not named.is_page:
        return ()
    return STOOD_FOR["manager" if named.pk in shield_of(own) else "recruiter"]


@contextmanager
def _looking(own: Persona, chosen: Eyes, named: Persona | None) -> Iterator[Viewer]:
    kind = chosen.value.partition(":")[2]
    if parts := _parts(own, chosen, named):
        with standing_in(own) as viewer:
            for part in parts:
                grant(own, part.kind, part.ref, viewer.persona)  # type: ignore[arg-type]
            yield viewer
        return
    if named is not None or kind:
        with standing_in(own, kind="" if named else kind, like=named) as viewer:
            yield viewer
    elif chosen.value == "anyone":
        yield Viewer.stranger(own.network)
    else:
        yield Viewer(NOBODY, own.network, own.network)


def _seen(viewer: Viewer, own: Persona) -> dict:
    """What the viewer would see; whether they would come across this persona at all first of it."""
    there = bool(by_handles(viewer, own.network, [own.handle]))
    found = queries.sections(viewer, own) if there else []
    parts = parts_of(viewer, own, found)
    posts = by_author(viewer, own) if there else None
    return {
        "persona": own,
        "said": queries.words_of(viewer, own) if there else {},
        "there": there,
        "own": False,
        "sections": with_recognition(viewer, own, parts, tied=False) if there else [],
        "few": small_cards(viewer, posts.rows) if posts else [],
        "openness": open_to(viewer, own) if there else [],
    }
