"""What one saved, and collections of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.paging import read_cursor
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.network.posts import actions, queries
from twofold.network.posts.forms import id_in
from twofold.network.posts.models import Collection
from twofold.network.posts.views.answers import back
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network


@require_safe
def saved(request: HttpRequest, network: Network) -> HttpResponse:
    """All that one saved."""
    me(request)
    return _shown(request, None)


@require_http_methods(["GET", "POST"])
def collection(request: HttpRequest, network: Network, collection_id: int) -> HttpResponse:
    """What lies in a collection; a new name for it."""
    owner, found = me(request), queries.collection(request.viewer, collection_id)
    if request.method == "GET":
        return _shown(request, found)
    try:
        actions.rename_collection(owner, collection_id=found.pk, name=request.POST.get("name", ""))
    except Refused as refusal:
        return _shown(request, found, error=str(refusal.reason), typed=request.POST.get("name", ""))
    messages.success(request, _("Renamed."))
    return see(reverse("posts:collection", args=[network, found.pk]))


@require_POST
def make_collection(request: HttpRequest, network: Network) -> HttpResponse:
    owner = me(request)
    try:
        made = actions.make_collection(owner, name=request.POST.get("name", ""))
    except Refused as refusal:
        return _shown(request, None, error=str(refusal.reason), typed=request.POST.get("name", ""))
    return see(reverse("posts:collection", args=[network, made.pk]))


@require_POST
def drop_collection(request: HttpRequest, network: Network, collection_id: int) -> HttpResponse:
    """Remove a collection; nothing that lay in it is lost."""
    actions.drop_collection(me(request), collection_id=collection_id)
    messages.success(request, _("The collection is gone. What lay in it is still saved."))
    return see(reverse("posts:saved", args=[network]))


@require_POST
def collect(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    """Put something that one saved into a collection, or take it out."""
    actions.collect(me(request), post_id=post_id, collection_id=id_in(request.POST, "collection"))
    return back(request, reverse("posts:saved", args=[network]), to=post_id)


def _shown(
    request: HttpRequest, collection: Collection | None, *, error: str = "", typed: str = ""
) -> HttpResponse:
    viewer = request.viewer  # type: ignore[attr-defined]
    page = queries.saved(
        viewer, read_cursor(request.GET.get("before")), collection=collection and collection.pk
    )
    context = {
        "page": page,
        "cards": queries.cards(viewer, page),
        "lies_in": {post.pk: post.collection_id for post in page.rows},
        "collections": queries.collections(viewer),
        "collection": collection,
        "error": error,
        "typed": typed,
    }
    return render(request, "posts/saved.html", context, status=422 if error else 200)
