"""What is in an album: added, arranged, described, moved, taken out."""

from collections.abc import Sequence

from django.contrib import messages
from django.core.files.base import File
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.ids import decode, encode
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import say_with_undo, see
from twofold.network.albums import actions, policies, queries
from twofold.network.albums.forms import ids_in
from twofold.network.albums.models import Album
from twofold.network.albums.views.answers import album_at, back, me
from twofold.network.media.actions import take_in
from twofold.network.media.queries import own
from twofold.people.personas.models import Persona


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, network: str, album_id: int) -> HttpResponse:
    """Add many at once: files of a plain form, or pictures that script sent ahead, piece by piece."""
    author, album = me(request), queries.get(request.viewer, album_id)
    policies.check_add(author, album, [])
    if request.method == "GET":
        return render(request, "albums/add.html", {"album": album})
    ahead = own(request.viewer, ids_in(request.POST, "picture"))
    problems = _take(author, album, request.FILES.getlist("pictures")) if request.FILES else []
    if ahead:
        actions.add_pictures(author, album=album, pictures=ahead)
    if problems or not (ahead or request.FILES):
        problems = problems or [_("Choose pictures first.")]
        return render(request, "albums/add.html", {"album": album, "problems": problems}, status=422)
    return back(request, album_at(network, album.pk))


def _take(author: Persona, album: Album, files: Sequence[File]) -> list[str]:
    """Each file that can be taken is in the album; what was wrong with the others."""
    problems = []
    for file in files:
        try:
            actions.add_pictures(author, album=album, pictures=[take_in(author, upload=file)])
        except Refused as refusal:
            problems.append(f"{str(file.name)[:60]}: {refusal.reason}")
    return problems


@require_http_methods(["GET", "POST"])
def arrange(request: HttpRequest, network: str, album_id: int) -> HttpResponse:
    """Put an album in order, and do something with several of its pictures at once."""
    actor, album = me(request), queries.get(request.viewer, album_id)
    policies.check_add(actor, album, [])
    if request.method == "POST":
        return _rearranged(request, actor, album)
    page = queries.items(request.viewer, album, request.GET.get("after"))
    context = {
        "album": album,
        "page": page,
        "own": album.author_id == actor.pk,
        "targets": queries.targets(request.viewer, besides=album.pk),
    }
    return render(request, "albums/arrange.html", context)


def _rearranged(request: HttpRequest, actor: Persona, album: Album) -> HttpResponse:
    intent, _colon, which = request.POST.get("intent", "").partition(":")
    page = request.get_full_path()
    chosen = ids_in(request.POST, "chosen")
    if intent in ("earlier", "later"):
        moved = id_in(which)
        actions.shift(actor, album=album, picture_id=moved, by=-1 if intent == "earlier" else 1)
        return see(f"{page}#i-{which}")
    if intent == "order":
        actions.arrange(actor, album=album, order=ids_in(request.POST, "order"))
        return back(request, page)
    if not chosen:
        raise Refused(_("Tick the pictures first."))
    if intent == "move":
        target = queries.get(request.viewer, id_in(request.POST.get("target", "")))
        count = actions.move_items(actor, picture_ids=chosen, target=target)
        messages.success(request, _moved(count, target))
    else:
        actions.remove_items(actor, picture_ids=chosen)
        _say_removed(request, chosen)
    return see(page)


def _say_removed(request: HttpRequest, picture_ids: list[int]) -> None:
    count = len(picture_ids)
    words = ngettext("%(n)d picture deleted.", "%(n)d pictures deleted.", count) % {"n": count}
    undo = reverse("albums:put_back", args=[request.viewer.network])
    say_with_undo(request, words, undo, picture=",".join(encode(each) for each in picture_ids))


def _moved(count: int, target: Album) -> str:
    words = ngettext("%(n)d picture is in “%(album)s” now.", "%(n)d pictures are in “%(album)s” now.", count)
    return words % {"n": count, "album": target.title}


def id_in(text: str) -> int:
    """The id in a field; 0, which nothing has, for nonsense."""
    try:
        return decode(text)
    except ValueError:
        return 0


@require_POST
def caption(request: HttpRequest, network: str, picture_id: int) -> HttpResponse:
    actor = me(request)
    actions.caption_item(actor, picture_id=picture_id, caption=request.POST.get("caption", ""))
    messages.success(request, _("Your words below it are kept."))
    return back(request, reverse("web:photo", args=[network, picture_id]))


@require_POST
def cover(request: HttpRequest, network: str, picture_id: int) -> HttpResponse:
    actor, item = me(request), queries.item(request.viewer, picture_id)
    actions.set_cover(actor, album=item.album, picture_id=picture_id)
    messages.success(request, _("It lies on top of the album now."))
    return back(request, reverse("web:photo", args=[network, picture_id]))


@require_POST
def remove(request: HttpRequest, network: str, picture_id: int) -> HttpResponse:
    """Take one picture out; for a day it can be brought back."""
    actor, item = me(request), queries.item(request.viewer, picture_id)
    actions.remove_items(actor, picture_ids=[picture_id])
    undo = reverse("albums:put_back", args=[network])
    say_with_undo(request, _("Deleted."), undo, picture=encode(picture_id))
    return see(album_at(network, item.album_id))


@require_POST
def put_back(request: HttpRequest, network: str) -> HttpResponse:
    """Bring back what was just taken out."""
    actor = me(request)
    actions.restore_items(actor, picture_ids=ids_in(request.POST, "picture"))
    messages.success(request, _("It is back."))
    return back(request, reverse("web:photos", args=[network]))
