"""An album: looked at, made, changed, taken away and brought back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import say_with_undo, see
from twofold.network.albums import actions, drawing, forms, policies, queries
from twofold.network.albums.forms import AlbumForm
from twofold.network.albums.models import MAX_DESCRIPTION, MAX_TITLE, Album
from twofold.network.albums.views.answers import album_at, here, me
from twofold.network.media.models import State
from twofold.network.media.queries import people_on
from twofold.network.posts.queries import reach_word
from twofold.network.posts.views.desk import intend, laid_out
from twofold.people.graph.queries import audience_summary
from twofold.people.personas.viewers import Viewer


@require_safe
def album(request: HttpRequest, network: str, album_id: int) -> HttpResponse:
    """What is in an album, for whoever may see it."""
    here(network)
    viewer = request.viewer
    found = queries.get(viewer, album_id)
    page = queries.items(viewer, found, request.GET.get("after"))
    people = people_on(viewer, [row.picture for row in page])
    names = {pk: tuple(each.name for each in some) for pk, some in people.items()}
    helping = queries.contributors(viewer, found)
    own = found.author_id == viewer.id
    context = {
        "album": found,
        "page": page,
        "tiles": drawing.tiles(network, page, names),
        "count": queries.counted(viewer, [found.pk]).get(found.pk, 0),
        "contributors": helping,
        "waits": any(row.state == State.PREPARING for row in page),
        "reaches": reach_word(found.audience),
        "own": own,
        "may_add": own or any(each.accepted and each.persona_id == viewer.id for each in helping),
    }
    return render(request, "albums/album.html", context)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, network: str) -> HttpResponse:
    author = me(request)
    form = AlbumForm() if request.method == "GET" else forms.read(request.POST)
    if request.method == "POST" and not _is_choosing(request, form):
        try:
            made = actions.make_album(author, title=form.title, description=form.description, spec=form.spec)
            return see(album_at(network, made.pk))
        except Refused as refusal:
            form.refuse(refusal)
    return _form(request, form)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, network: str, album_id: int) -> HttpResponse:
    """Its words, and who can see it."""
    author, found = me(request), queries.get(request.viewer, album_id)
    policies.check_owner(author, found)
    given = request.method == "POST"
    form = forms.read(request.POST) if given else forms.from_album(found, actions.chosen_spec(found))
    if given and not _is_choosing(request, form):
        try:
            actions.change_album(
                author, album=found, title=form.title, description=form.description, spec=form.spec
            )
            return see(album_at(network, found.pk))
        except Refused as refusal:
            form.refuse(refusal)
    return _form(request, form, found)


@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest, network: str, album_id: int) -> HttpResponse:
    """Ask once, then take it away; for a day it can be brought back."""
    author, found = me(request), queries.get(request.viewer, album_id)
    policies.check_owner(author, found)
    if request.method == "GET":
        count = queries.counted(request.viewer, [found.pk]).get(found.pk, 0)
        return render(request, "albums/delete.html", {"album": found, "count": count})
    actions.delete_album(author, album=found)
    say_with_undo(request, _("Deleted."), reverse("albums:restore", args=[network, found.pk]))
    return see(reverse("web:photos", args=[network]))


@require_POST
def restore(request: HttpRequest, network: str, album_id: int) -> HttpResponse:
    author = me(request)
    found = actions.restore_album(author, album=queries.deleted(author, album_id))
    messages.success(request, _("It is back."))
    return see(album_at(network, found.pk))


def _is_choosing(request: HttpRequest, form: AlbumForm) -> bool:
    """Whether the form came only to add people by name to its audience."""
    if request.POST.get("intent") != "people" and not (form.made.name or form.made.except_name):
        return False
    try:
        intend(me(request), form.made, "people")
    except Refused as refusal:
        form.refuse(refusal)
        return True
    return request.POST.get("intent") == "people"


def _form(request: HttpRequest, form: AlbumForm, found: Album | None = None) -> HttpResponse:
    context = {
        **laid_out(request, form.made),
        "form": form,
        "album": found,
        "summary": _summary(request.viewer, form),
        "most_title": MAX_TITLE,
        "most_description": MAX_DESCRIPTION,
    }
    return render(request, "albums/form.html", context, status=422 if form.errors else 200)


def _summary(viewer: Viewer, form: AlbumForm):
    try:
        return audience_summary(viewer, form.spec)
    except Refused:
        return None
