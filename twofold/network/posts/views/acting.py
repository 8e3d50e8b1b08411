"""What one does with a post by a single press."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.ways import say_with_undo, see
from twofold.network.media.actions import take_in
from twofold.network.posts import actions, queries
from twofold.network.posts.models import MAX_OPTIONS
from twofold.network.posts.views.answers import acted, back, home_of, thread_of
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network


def _pressed(request: HttpRequest, post_id: int, act: Callable[..., object], **how: str) -> HttpResponse:
    actor, post = me(request), queries.original(request.viewer, post_id)
    return acted(request, post.pk, lambda: act(actor, post=post, **how))


@require_POST
def react(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    return _pressed(request, post_id, actions.react, kind=request.POST.get("kind", ""))


@require_POST
def unreact(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    return _pressed(request, post_id, actions.unreact)


@require_POST
def save(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    return _pressed(request, post_id, actions.save)


@require_POST
def unsave(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    return _pressed(request, post_id, actions.unsave)


@require_POST
def repost(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    return _pressed(request, post_id, actions.repost)


@require_POST
def unrepost(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    return _pressed(request, post_id, actions.unrepost)


@require_POST
def comment(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    """Answer a post or a comment, from the form on its page."""
    actor, post = me(request), queries.original(request.viewer, post_id)
    files = request.FILES.getlist("pictures")[:1]
    pictures = [take_in(actor, upload=each, alt=request.POST.get("alt", "")) for each in files]
    made = actions.comment(
        actor,
        parent=post,
        text=request.POST.get("text", ""),
        pictures=pictures,
        once=request.POST.get("once", "")[:60],
    )
    return back(request, thread_of(network, made.root_id), to=made.pk)


@require_http_methods(["GET", "POST"])
def vote(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    """Choose an answer of a poll: by its button in the card, or on a page of its own."""
    actor, post = me(request), queries.original(request.viewer, post_id)
    if request.method == "POST":
        chosen = [int(each) for each in request.POST.getlist("option") if each.isascii() and each.isdigit()]
        actions.vote(actor, post=post, options=chosen[:MAX_OPTIONS])
        return back(request, thread_of(network, post.pk), to=post.pk)
    queries.poll(post)
    card = queries.cards(request.viewer, [post])[0]
    return render(request, "posts/vote.html", {"post": post, "poll": card.poll})


@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    """Ask once, then take it away; for a day it can be brought back."""
    actor, post = me(request), queries.get(request.viewer, post_id)
    if request.method == "GET":
        card = queries.quote_card(request.viewer, post.repost_of_id or post.pk)
        return render(request, "posts/delete.html", {"post": post, "card": card})
    actions.delete(actor, post=post)
    if not post.repost_of_id:
        say_with_undo(request, _("Deleted."), reverse("posts:restore", args=[network, post.pk]))
    return see(thread_of(network, post.root_id) if post.root_id else home_of(network))


@require_POST
def restore(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    actor = me(request)
    post = actions.restore(actor, post=queries.deleted(actor, post_id))
    messages.success(request, _("It is back."))
    return see(thread_of(network, post.pk))


@require_POST
def unsend(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    """Undo what was just sent, and go on writing it."""
    actor, post = me(request), queries.get(request.viewer, post_id)
    draft = actions.unsend(actor, post=post)
    messages.info(request, _("Nobody sees it any more. Here it is, to go on with."))
    return see(reverse("posts:draft", args=[network, draft.pk]))
