"""One's own stories: kept in a highlight, let go, deleted."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import see
from twofold.network.stories import actions, forms, policies, queries
from twofold.network.stories.models import MAX_TITLE
from twofold.network.stories.views.answers import me, story_at


@require_http_methods(["GET", "POST"])
def keep(request: HttpRequest, network: str, story_id: int) -> HttpResponse:
    """Into which highlight: one there is, or a new one."""
    author, found = me(request), queries.get(request.viewer, story_id)
    policies.check_own(author, found)
    title, problem = request.POST.get("title", ""), ""
    if request.method == "POST":
        chosen = forms.ids_in(request.POST, "highlight")[:1]
        try:
            actions.keep(author, story_id=story_id, title=title, highlight_id=chosen[0] if chosen else 0)
            messages.success(request, _("It is kept on your profile, for the same people."))
            return see(story_at(network, story_id) + "?kept")
        except Refused as refusal:
            problem = str(refusal.reason)
    context = {
        "story": found, "highlights": queries.highlights(author), "title": title, "problem": problem,
        "most": MAX_TITLE,
    }  # fmt: skip
    return render(request, "stories/keep.html", context, status=422 if problem else 200)


@require_POST
def let_end(request: HttpRequest, network: str, story_id: int) -> HttpResponse:
    author, found = me(request), queries.get(request.viewer, story_id)
    policies.check_own(author, found)
    actions.let_end(author, story_ids=[found.pk])
    messages.success(request, _("It is not kept any more."))
    return see(reverse("stories:home", args=[network]))


@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest, network: str, story_id: int) -> HttpResponse:
    """Ask once, then take it away for good."""
    author, found = me(request), queries.get(request.viewer, story_id)
    policies.check_own(author, found)
    if request.method == "GET":
        return render(request, "stories/delete.html", {"story": found})
    actions.delete(author, story_id=story_id)
    messages.success(request, _("Deleted."))
    return see(reverse("stories:home", args=[network]))


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, network: str, highlight_id: int) -> HttpResponse:
    """A highlight of one's own: its name, what is in it, and whether it is there at all."""
    author = me(request)
    place, held = queries.highlight(request.viewer, highlight_id)
    if place.author_id != author.pk:
        raise Absent
    profile = reverse("web:profile", args=[network, author.handle])
    title, problem = request.POST.get("title", place.title), ""
    if request.method == "POST" and request.POST.get("intent") == "drop":
        actions.drop_highlight(author, highlight_id=highlight_id)
        messages.success(request, _("The highlight is gone. Its stories end when their day is over."))
        return see(profile)
    if request.method == "POST":
        try:
            without = forms.ids_in(request.POST, "without")
            actions.change_highlight(author, highlight_id=highlight_id, title=title, without=without)
            return see(profile)
        except Refused as refusal:
            problem = str(refusal.reason)
    context = {"place": place, "held": held, "title": title, "problem": problem, "most": MAX_TITLE}
    return render(request, "stories/highlight.html", context, status=422 if problem else 200)
