"""A friendship: what two people share that both may see. Open to the two themselves, each on their own side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from twofold.foundation.kit.paging import read_cursor
from twofold.network.events.drawing import lines
from twofold.network.events.queries import of_two as events_of_two
from twofold.network.groups.queries import groups_of
from twofold.network.media.queries import of_two as pictures_of_two
from twofold.network.posts.queries import cards, of_two
from twofold.people.audiences.queries import by_handle
from twofold.people.graph.queries import mutual, mutual_counts, tie_with
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.web.pages.photos import tiles_of

NAMED, PICTURES = 7, 12


@require_safe
def friendship(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """Since when, whom both know, where both are, the pictures with both, and what each said of the other."""
    me(request, only=Network.SOCIAL)
    viewer = request.viewer.itself
    persona = by_handle(viewer, network, handle)
    tie, before = tie_with(viewer, persona), read_cursor(request.GET.get("before"))
    page = of_two(viewer, persona, before)
    words = {"persona": persona, "tie": tie, "page": page, "cards": cards(viewer, page.rows)}
    if before is None:
        words |= _beside_posts(viewer, persona)
    return render(request, "web/friendship.html", words | {"first": before is None})


def _beside_posts(viewer: Viewer, persona: Persona) -> dict:
    pictures = pictures_of_two(viewer, persona, size=PICTURES)
    return {
        "common": mutual(viewer, persona, size=NAMED).rows,
        "common_count": mutual_counts(viewer, [persona.pk]).get(persona.pk, 0),
        "groups": groups_of(viewer, persona, common=True),
        "lines": lines(viewer, events_of_two(viewer, persona)),
        "pictures": pictures,
        "tiles": tiles_of(viewer, pictures),
    }
