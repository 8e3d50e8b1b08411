"""The front of a network: the home feed of somebody who has a presence there, public posts for a stranger."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from twofold.foundation.kit.ids import new_id
from twofold.foundation.kit.kept import Kept
from twofold.foundation.kit.paging import Page, read_cursor
from twofold.foundation.kit.refusals import SignInNeeded
from twofold.network.events.drawing import lines
from twofold.network.events.queries import coming
from twofold.network.kin.queries import ahead
from twofold.network.posts.queries import Card, cards, drafts, public
from twofold.people.graph.queries import count_requests_to, relations
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed.queries import leaves_out, wanted
from twofold.reach.ranking.models import Order
from twofold.reach.ranking.queries import leanings_of, meter, order_of
from twofold.reach.suggestions.queries import people_to_meet
from twofold.surfaces.web.frames import fits, framed, hole
from twofold.surfaces.web.jinja import at_once
from twofold.surfaces.web.pages.first_steps import first_steps
from twofold.surfaces.web.pages.streams import Stream, stream
from twofold.surfaces.web.pages.suspended import suspension

# A feed with fewer posts than this is followed by what the community shares, up to so many posts.
SHORT = 5
COMMUNITY = 10
# Birthdays stand beside the feed so many days before, and so many of them.
SOON, A_FEW = 14, 5
# So many people one may know stand beside the feed.
BESIDE = 4
# So many of the events that one goes to or is asked to.
EVENTS = 2

# "You are all caught up", by language, network and whether without profiling.
_lines: Kept[bytes] = Kept(50)


@require_GET
def home(request: HttpRequest, network: str) -> HttpResponse:
    viewer = request.viewer.itself
    if not _at_home(viewer):
        return front(request, network)
    before = request.GET.get("before")
    found = stream(viewer, before)
    context = _shown(found, first=not before)
    if before:
        return render(request, "web/_feed.html" if request.htmx else "web/home.html", context)
    context["steps"] = first_steps(viewer, settled=request.settled)
    if found.cards and found.page.after and fits(request):
        return _as_ever(request, found, context)
    if not found.page.after and len(found.page) < SHORT:
        context["community"] = _community(viewer, {line[2] or line[1] for line in found.page})
        context["left_out"] = not found.page.rows and leaves_out(viewer)
    return render(request, "web/home.html", context)


def _shown(found: Stream, *, first: bool) -> dict:
    return {
        "page": found.page,
        "cards": found.cards,
        "first_page": first,
        "since": found.since if first else 0,
        "order": found.order,
        "waiting": found.waiting,
        "caught_up_at": found.caught_up,
        "plain": found.plain,
    }


def _as_ever(request: HttpRequest, found: Stream, context: dict) -> HttpResponse:
    """The first page as it is day after day: the same frame, and other cards in it."""
    cards = [card.packed for card in found.cards]
    cards[0] = at_once(found.cards[0].html).encode()
    if found.caught_up >= 0:
        cards.insert(found.caught_up, _caught_up(request, plain=found.plain))
    filling = {
        "cards": b"".join(cards),
        "since": b"%d" % found.since,
        "after": escape(found.page.after).encode(),
    }
    context |= {"cards": [{"html": hole("cards")}], "caught_up_at": -1, "since": hole("since")}
    context["page"] = Page([], hole("after"))
    key = (found.order, found.plain, found.waiting, *(step.done for step in context["steps"]))
    return framed(request, "web/home.html", context, filling=filling, key=key)


def _caught_up(request: HttpRequest, *, plain: bool) -> bytes:
    key = get_language(), request.viewer.network, plain
    return _lines.get(key) or _lines.put(
        key, render_to_string("ranking/_caught_up.html", {"plain": plain}, request).encode()
    )


def _community(viewer: Viewer, known: set[int]) -> list[Card]:
    """What was lately shared with everyone, beyond the posts in `known`: nobody new meets an empty page."""
    rows = public(viewer, viewer.network, size=COMMUNITY + len(known)).rows
    strange = [post for post in rows if post.pk not in known and post.author_id != viewer.id]
    return cards(viewer, wanted(viewer, strange)[:COMMUNITY])


def front(request: HttpRequest, network: str) -> HttpResponse:
    """What a stranger sees: what was shared with everyone, and the way in."""
    before = request.GET.get("before")
    page = public(request.viewer, network, read_cursor(before))
    context = {"page": page, "cards": cards(request.viewer, page.rows), "first_page": not before}
    context |= {"suspension": suspension(request, network) if not before else None}
    return render(request, "web/_feed.html" if request.htmx and before else "web/front.html", context)


@require_GET
def beside(request: HttpRequest, network: str) -> HttpResponse:
    """What stands beside the feed, read after it: nobody waits for it."""
    viewer = request.viewer
    if not _at_home(viewer):
        raise SignInNeeded
    meetings = people_to_meet(viewer, BESIDE, begin=new_id())
    context = {
        "meetings": meetings,
        "relations": relations(viewer, [each.persona.pk for each in meetings]),
        "asking": count_requests_to(viewer),
        "drafts": len(drafts(viewer)),
        "topics": sorted(tag for tag, amount in leanings_of(viewer.id)["topic"].items() if amount > 0),
        "coming": lines(viewer, coming(viewer, size=EVENTS).rows),
        "birthdays": ahead(viewer, days=SOON, most=A_FEW) if network == Network.SOCIAL else [],
        "meter": meter(viewer) if order_of(viewer) == (Order.FOR_YOU, False) else None,
    }
    return render(request, "web/_beside.html", context)


def _at_home(viewer: Viewer) -> bool:
    return bool(viewer) and viewer.home == viewer.network
