"""A story looked at, one after the other; what one feels about it; and who looked at one's own."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from twofold.foundation.kit import clock
from twofold.foundation.kit.passing import in_passing
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.ways import see
from twofold.network.media.models import State
from twofold.network.posts.models import REACTIONS
from twofold.network.posts.queries import reach_word
from twofold.network.stories import actions, queries
from twofold.network.stories.models import LASTS, Story
from twofold.network.stories.views.answers import here, me, story_at
from twofold.people.audiences.queries import by_handle
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer


@require_safe
def home(request: HttpRequest, network: str) -> HttpResponse:
    """Whose stories one may look at now, and one's own: those of the day, those that ended, those that are kept."""
    me(request)
    before = request.GET.get("before")
    context = {
        "rings": [] if before else queries.rings(request.viewer),
        "page": queries.own(request.viewer, before),
        "first": not before,
        "now": clock.now(),
    }
    return render(request, "stories/home.html", context)


@require_safe
def strip(request: HttpRequest, network: str) -> HttpResponse:
    """The rings above the feed, read after it: nobody waits for them."""
    persona = me(request)
    mine = queries.ring(request.viewer, persona)
    return render(request, "stories/_strip.html", {"rings": queries.rings(request.viewer), "mine": mine})


@require_safe
def story(request: HttpRequest, network: str, story_id: int) -> HttpResponse:
    here(network)
    viewer = request.viewer.itself
    found = queries.get(viewer, story_id)
    if (
        viewer.persona
        and request.method == "GET"
        and "prefetch" not in request.headers.get("Sec-Purpose", "")
    ):
        with in_passing():
            actions.look(viewer.persona, story=found)
    return render(request, "stories/story.html", _shown(viewer, found, kept="kept" in request.GET))


def _shown(viewer: Viewer, found: Story, *, kept: bool) -> dict[str, Any]:
    ids = queries.sequence(viewer, found, kept=kept)
    place = ids.index(found.pk) if found.pk in ids else 0
    own = found.author_id == viewer.id
    after = ids[place + 1] if place + 1 < len(ids) else None
    others = queries.rings(viewer) if viewer and not own and not kept and after is None else []
    picture = found.picture
    return {
        "story": found,
        "kept": kept and found.highlight_id,
        "number": place + 1,
        "count": len(ids),
        "before": ids[place - 1] if place else None,
        "after": after,
        "next_ring": next(
            (each for each in others if each.fresh and each.persona.pk != found.author_id), None
        ),
        "own": own,
        "ended": found.ends_at is not None and found.ends_at <= clock.now(),
        "reaches": reach_word(found.audience),
        "feelings": REACTIONS[Network.SOCIAL],
        "may_feel": bool(viewer) and viewer.home == Network.SOCIAL and not own,
        "felt": queries.feeling_of(viewer, found) if viewer and not own else "",
        "moves": picture is not None and picture.moves and picture.state == State.READY,
    }


@require_safe
def of_person(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """The first story of somebody that one has not seen. Absent where there is none."""
    here(network)
    persona = by_handle(request.viewer, network, handle)
    found = queries.ring(request.viewer, persona)
    if found is None:
        raise Absent
    return redirect(story_at(network, found.story_id))


@require_POST
def feel(request: HttpRequest, network: str, story_id: int) -> HttpResponse:
    persona = me(request)
    feeling = request.POST.get("feeling", "")[:12]
    found = actions.feel(persona, story_id=story_id, feeling=feeling)
    back = story_at(network, story_id) + ("?kept" if "kept" in request.GET else "")
    if request.headers.get("HX-Request"):
        return render(
            request, "stories/story.html", _shown(request.viewer, found, kept="kept" in request.GET)
        )
    return see(back)


@require_safe
def seen(request: HttpRequest, network: str, story_id: int) -> HttpResponse:
    """Who looked at one's own story."""
    me(request)
    found = queries.get(request.viewer, story_id)
    page = queries.looks(request.viewer, found, request.GET.get("before"))
    return render(request, "stories/seen.html", {"story": found, "page": page, "day": LASTS})


@require_safe
def highlight(request: HttpRequest, network: str, highlight_id: int) -> HttpResponse:
    """Its first story, among those that it keeps."""
    here(network)
    _place, inside = queries.highlight(request.viewer, highlight_id)
    return redirect(reverse("stories:story", args=[network, inside[0].pk]) + "?kept")
