"""More and less, hiding, snoozing: each said in one press, and taken back from one list."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import back, say_with_undo, see
from twofold.network.posts.queries import get, original, quote_card
from twofold.people.personas.acting import me
from twofold.reach.feed import actions as feed
from twofold.reach.ranking import actions, forms, queries
from twofold.reach.ranking.recipes import KIND_WORDS, KINDS
from twofold.reach.ranking.views.answers import home_of

# How long a word may be snoozed, in days; 0 is for good.
DAYS = (1, 7, 30, 0)
_YEAR = 60 * 60 * 24 * 365


@require_POST
def hide(request: HttpRequest, network: str, post_id: int) -> HttpResponse:
    """Show this post in no feed again; for script, what stands in its place until the page is left."""
    actor, post = me(request), original(request.viewer, post_id)
    feed.hide(actor, post=post)
    if request.htmx:
        return render(request, "ranking/_hidden.html", {"post": post})
    say_with_undo(request, _("Hidden."), reverse("ranking:unhide", args=[network, post.pk]))
    return back(request, home_of(network))


@require_POST
def unhide(request: HttpRequest, network: str, post_id: int) -> HttpResponse:
    actor = me(request)
    feed.unhide(actor, post_id=post_id)
    actions.refresh(actor)
    if request.htmx:
        return HttpResponse(_("It is back in your feed."), content_type="text/plain; charset=utf-8")
    messages.success(request, _("It is back in your feed."))
    return back(request, home_of(network))


@require_http_methods(["GET", "POST"])
def less(request: HttpRequest, network: str, post_id: int) -> HttpResponse:
    """Less like this: of what about it, one says oneself."""
    actor, post = me(request), get(request.viewer, post_id)
    face = queries.face_of(post)
    if request.method == "POST":
        said = forms.read_less(request.POST, post, face)
        for about, ref in said:
            actions.lean(actor, about=about, ref=ref, amount=-1)
        messages.success(request, _("Understood: less of that.") if said else _("Nothing was chosen."))
        return see(reverse("ranking:filters", args=[network]))
    card = quote_card(request.viewer, post.repost_of_id or post.pk)
    return render(
        request, "ranking/less.html", {"post": post, "face": face, "card": card, "kinds": KIND_WORDS}
    )


@require_POST
def lean(request: HttpRequest, network: str) -> HttpResponse:
    """More or less of a person, a topic or a kind of post; or as usual again."""
    actor = me(request)
    about, ref, amount = forms.read_leaning(request.viewer, request.POST)
    actions.lean(actor, about=about, ref=ref, amount=amount)
    said = _("For you follows it from now on.") if amount else _("As usual again.")
    if amount:
        undo = reverse("ranking:lean", args=[network])
        say_with_undo(request, said, undo, say=f"0:{about}:{ref}")
    else:
        messages.success(request, said)
    return back(request, reverse("ranking:filters", args=[network]))


@require_http_methods(["GET", "POST"])
def filters(request: HttpRequest, network: str) -> HttpResponse:
    """All that one said, to take it back; and a word to snooze."""
    actor, problem = me(request), ""
    word, days = request.POST.get("word", "")[:200], request.POST.get("days", "30")
    if request.method == "POST":
        try:
            feed.snooze(actor, word=word, days=int(days) if days in map(str, DAYS) else 30)
            actions.refresh(actor)
            return see(reverse("ranking:filters", args=[network]) + "#snoozed")
        except Refused as refusal:
            problem = str(refusal.reason)
    context = {
        "filters": queries.filters(request.viewer.itself), "word": word, "days": days, "problem": problem,
        "choices": DAYS, "kinds": {kind: KIND_WORDS[kind] for kind in KINDS[network]},
    }  # fmt: skip
    return render(request, "ranking/filters.html", context, status=422 if problem else 200)


@require_POST
def unsnooze(request: HttpRequest, network: str, snooze_id: int) -> HttpResponse:
    actor = me(request)
    feed.unsnooze(actor, snooze_id=snooze_id)
    actions.refresh(actor)
    return see(reverse("ranking:filters", args=[network]) + "#snoozed")


@require_POST
def counts(request: HttpRequest, network: str) -> HttpResponse:
    """Whether this browser shows how many reacted; kept like the wish for light or dark."""
    me(request)
    answer = back(request, reverse("ranking:tune", args=[network]))
    if request.POST.get("counts") == "hidden":
        secure = request.is_secure()
        answer.set_cookie(f"counts-{network}", "hidden", max_age=_YEAR, samesite="Lax", secure=secure)
    else:
        answer.delete_cookie(f"counts-{network}", samesite="Lax")
    return answer
