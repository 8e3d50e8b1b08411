"""Pages that show posts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from twofold.foundation.kit.paging import read_cursor
from twofold.network.posts import queries
from twofold.network.posts.forms import Composition
from twofold.people.graph.queries import nearness
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network


@require_safe
def thread(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    """A post and what was answered."""
    found = queries.thread(request.viewer, post_id, read_cursor(request.GET.get("before")))
    context = {
        "thread": found,
        "card": found.root,
        "once": Composition().once,
        **queries.answering(request.viewer, found.root.id),
    }
    return render(request, "posts/thread.html", context)


@require_safe
def history(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    post, versions = queries.versions(request.viewer, post_id)
    return render(request, "posts/history.html", {"post": post, "versions": versions})


@require_safe
def reactions(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    """Who reacted, by name, as far as they are there for whoever asks."""
    before = read_cursor(request.GET.get("before"))
    post, page = queries.reactions_to(request.viewer, post_id, before)
    near = nearness(request.viewer, [each.persona_id for each in page])
    return render(request, "posts/reactions.html", {"post": post, "page": page, "near": near})


@require_safe
def reposts(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    """Who passed it on, and what quotes it."""
    before = read_cursor(request.GET.get("before"))
    post, page = queries.reposters_of(request.viewer, post_id, before)
    quotes = [] if before else queries.cards(request.viewer, queries.quotes_of(request.viewer, post.pk)[1])
    near = nearness(request.viewer, [each.author_id for each in page])
    return render(request, "posts/reposts.html", {"post": post, "page": page, "quotes": quotes, "near": near})


@require_safe
def tag(request: HttpRequest, network: Network, tag: str) -> HttpResponse:
    page = queries.tagged(request.viewer, network, tag, read_cursor(request.GET.get("before")))
    context = {
        "tag": queries.hashtag(request.viewer, network, tag),
        "page": page,
        "cards": queries.cards(request.viewer, page),
    }
    return render(request, "posts/tag.html", context)


@require_safe
def drafts(request: HttpRequest, network: Network) -> HttpResponse:
    me(request)
    return render(request, "posts/drafts.html", {"drafts": queries.drafts(request.viewer)})
