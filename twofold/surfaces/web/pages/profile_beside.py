"""What stands beside a profile, read after it: how one could meet, what both share, a few pictures and faces."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, SignInNeeded
from twofold.network.events.drawing import Line, lines
from twofold.network.events.queries import of_two as events_of_two
from twofold.network.groups.queries import groups_of
from twofold.network.media.queries import by_author as pictures_by
from twofold.network.profiles.queries import alike, shared_grounds
from twofold.people.audiences.queries import by_handle
from twofold.people.graph.queries import asked_of, mutual, relations, ties_of, ways
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.web.pages.view_as import Eyes, choices

PICTURES, FACES = 9, 8
# So many of each sort stand under "You both".
A_FEW = 3


@require_safe
def beside(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """For members of the network; on one's own profile, what others are shown of it."""
    viewer = request.viewer.itself
    if not viewer or viewer.home != network:
        raise SignInNeeded
    persona = by_handle(viewer, network, handle)
    if persona.is_page:
        raise Absent
    own = viewer.id == persona.pk
    words = {"persona": persona, "own": own, "tab": request.GET.get("tab", "")}
    words |= {"eyes": _eyes(network)} if own else _between(viewer, persona)
    if network == Network.SOCIAL:
        words |= {
            "pictures": pictures_by(viewer, persona, size=PICTURES).rows,
            "friends": _friends(viewer, persona),
        }
    return render(request, "web/_profile_beside.html", words)


def _eyes(network: str) -> list[Eyes]:
    """Through whose eyes one looks most often: the kinds of ties stand on the page of View as."""
    return [each for each in choices(network) if not each.value.startswith("kind:")]


def _friends(viewer: Viewer, persona: Persona) -> list[Persona]:
    """One's own; of others those in common: whom else they know is theirs to tell."""
    if viewer.id == persona.pk:
        return [tie.other for tie in ties_of(viewer, size=FACES)]
    return list(mutual(viewer, persona, size=FACES))


def _between(viewer: Viewer, persona: Persona) -> dict:
    ahead, behind = _events(viewer, persona)
    relation = relations(viewer, [persona.pk])[persona.pk]
    found = {
        "relation": relation,
        "grounds": shared_grounds(viewer, persona)[:A_FEW],
        "alike": {kind: names[:A_FEW] for kind, names in alike(viewer, persona).items()},
        "groups": groups_of(viewer, persona, common=True)[:A_FEW],
        "ahead": ahead,
        "behind": behind,
    }
    return {**found, "shared": any(list(found.values())[1:]), **_way(viewer, persona, tied=relation.tied)}


def _way(viewer: Viewer, persona: Persona, *, tied: bool) -> dict:
    """At work, the people between the two, where there are some."""
    if persona.network != Network.PROFESSIONAL or tied:
        return {}
    chain = next(iter(ways(viewer, persona)), [])
    asked = asked_of(viewer, persona) if len(chain) in (3, 4) else None
    return {"chain": chain if len(chain) > 2 else [], "asked": asked}


def _events(viewer: Viewer, persona: Persona) -> tuple[list[Line], list[Line]]:
    found, now = lines(viewer, events_of_two(viewer, persona, size=2)), clock.now()
    return (
        [each for each in found if each.card.ends_at > now],
        [each for each in found if each.card.ends_at <= now],
    )
