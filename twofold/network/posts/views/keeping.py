"""Pages on which authors keep their own past in order: narrowed, pinned, answered by whom, remembered or not."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.paging import read_cursor
from twofold.foundation.kit.ways import say_with_undo, see
from twofold.network.posts import actions, queries
from twofold.network.posts.forms import id_in
from twofold.network.posts.models import CHOSEN
from twofold.network.posts.policies import check_author, check_own_audience, reply_words
from twofold.network.posts.views.answers import back, home_of, thread_of
from twofold.people.graph.queries.naming import somebody
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network


@require_http_methods(["GET", "POST"])
def limit(request: HttpRequest, network: Network) -> HttpResponse:
    """Narrow all that one shared so far: says how many first, and can be taken back for a day."""
    author = me(request)
    if request.method == "POST":
        limiting = actions.limit_past(author)
        words = _("Done. What you shared before now reaches your friends at most.")
        if network == Network.PROFESSIONAL:
            words = _("Done. What you shared before now reaches your connections at most.")
        say_with_undo(request, words, reverse("posts:unlimit", args=[network, limiting.pk]))
        return see(reverse("posts:limit", args=[network]))
    context = {"far": queries.count_far(author), "last": queries.last_limiting(author)}
    return render(request, "posts/limit.html", context)


@require_POST
def unlimit(request: HttpRequest, network: Network, limiting_id: int) -> HttpResponse:
    count = actions.take_limit_back(me(request), limiting_id=limiting_id)
    messages.success(
        request,
        ngettext("%(num)d post reaches whom it reached.", "%(num)d posts reach whom they reached.", count)
        % {"num": count},
    )
    return see(reverse("posts:limit", args=[network]))


@require_POST
def pin(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    author = me(request)
    actions.pin(author, post=queries.get(request.viewer, post_id))
    say_with_undo(request, _("It stands first on your profile."), reverse("posts:unpin", args=[network]))
    return back(request, thread_of(network, post_id))


@require_POST
def unpin(request: HttpRequest, network: Network) -> HttpResponse:
    actions.unpin(me(request))
    messages.success(request, _("Nothing is pinned any more."))
    return back(request, home_of(network))


@require_http_methods(["GET", "POST"])
def who_answers(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    """Say who may answer a post from now on."""
    author, post = me(request), queries.get(request.viewer, post_id)
    check_author(author, post)
    check_own_audience(post)
    if request.method == "POST":
        chosen = request.POST.get("replies", "")
        now = actions.set_replies(
            author, post=post, replies=int(chosen) if chosen in "0123" and chosen else -1
        )
        messages.success(request, reply_words(now) or _("Everyone who can see it can answer."))
        return see(thread_of(network, post.pk))
    return render(request, "posts/who_answers.html", {"post": post, "choices": CHOSEN})


@require_safe
def receipt(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    """Who can see one's own post, who could when it was shared, and every change since."""
    author, post = me(request), queries.get(request.viewer, post_id)
    check_author(author, post)
    context = {"post": post, "grouped": post.audience.owner_id != author.pk}
    if not (post.root_id or post.repost_of_id or context["grouped"]):
        context["found"] = queries.reckoning(request.viewer, post, read_cursor(request.GET.get("before")))
    return render(request, "posts/receipt.html", context)


@require_safe
def memories(request: HttpRequest, network: Network) -> HttpResponse:
    """What one shared on this day of earlier years, by year."""
    me(request)
    today = timezone.localdate()
    posts = queries.memories(request.viewer, today)
    cards = queries.cards(request.viewer, posts)
    years = {post.pk: today.year - timezone.localtime(post.published_at).year for post in posts}
    context = {"today": today, "cards": cards, "years": years, "forgotten": queries.forgotten(request.viewer)}
    return render(request, "posts/memories.html", context)


@require_POST
def leave_alone(request: HttpRequest, network: Network) -> HttpResponse:
    """Leave a post, this day or a person out of one's memories."""
    owner, what = me(request), request.POST.get("what", "")
    if what == "day":
        today: date = timezone.localdate()
        actions.leave_alone(owner, day=today.month * 100 + today.day)
    elif what == "person":
        actions.leave_alone(owner, person=somebody(request.viewer, request.POST.get("name", "")))
    else:
        actions.leave_alone(owner, post=queries.get(request.viewer, id_in(request.POST, "post") or 0))
    messages.success(request, _("You are not reminded of that any more."))
    return see(reverse("posts:memories", args=[network]))


@require_POST
def remember_again(request: HttpRequest, network: Network, forgotten_id: int) -> HttpResponse:
    actions.remember_again(me(request), forgotten_id=forgotten_id)
    return see(reverse("posts:memories", args=[network]))
