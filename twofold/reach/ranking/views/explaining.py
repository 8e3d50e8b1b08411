"""Why am I seeing this?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from twofold.network.posts.queries import quote_card
from twofold.people.graph.queries import relations
from twofold.people.personas.acting import me
from twofold.reach.ranking import actions, queries
from twofold.reach.ranking.models import Order


@require_GET
def why(request: HttpRequest, network: str, post_id: int) -> HttpResponse:
    """The parts of a post's score, its place, and what would change that."""
    me(request)
    viewer = request.viewer.itself
    found = queries.why(viewer, actions.ranking_of(viewer), post_id)
    context = {
        "why": found,
        "card": quote_card(viewer, found.post.repost_of_id or found.post.pk),
        "by_time": queries.order_of(viewer)[0] == Order.LATEST,
        "relation": relations(viewer, [found.post.author_id])[found.post.author_id],
    }
    return render(request, "ranking/why.html", context)
