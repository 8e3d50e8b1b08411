"""Writing in the name of a page. Nobody but those who run it learns who wrote."""

from secrets import token_urlsafe

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.paging import read_cursor
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.media.actions import take_in
from twofold.network.media.models import Picture
from twofold.network.pages.queries import numbers
from twofold.network.pages.views.answers import desk, run, see
from twofold.network.posts import actions as posts
from twofold.network.posts.models import MAX_PICTURES, MAX_TEXT
from twofold.network.posts.queries import by_author, cards, deleted, get
from twofold.people.audiences.specs import parse
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

REACHES = (("everyone", gettext_lazy("Everyone")), ("members", gettext_lazy("Members of this network")))


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """What the page shared, and a place to write the next."""
    _actor, page, role = run(request, network, handle, "write")
    problem = ""
    if request.method == "POST":
        try:
            _publish(request, page)
            messages.success(request, _("Shared as %(name)s.") % {"name": page.name})
            return see("pages:write", page)
        except Refused as refusal:
            problem = str(refusal.reason)
    there = by_author(Viewer.of(page), page, before=read_cursor(request.GET.get("before")))
    words = {
        "page": there,
        "cards": cards(request.viewer.itself, there.rows),
        "once": token_urlsafe(18),
        "reaches": REACHES,
        "limit": MAX_TEXT,
        "most": MAX_PICTURES,
        "problem": problem,
        "typed": request.POST,
    }
    return desk(request, "write", page, role, tab="write", status=422 if problem else 200, **words)


def _publish(request: HttpRequest, page: Persona) -> None:
    uploads = request.FILES.getlist("pictures")
    if len(uploads) > MAX_PICTURES:
        raise Refused(_("%(most)d pictures fit into a post.") % {"most": MAX_PICTURES})
    reach = request.POST.get("reach", "everyone")
    spec = parse([reach if reach in dict(REACHES) else ""])
    pictures: list[Picture] = [
        take_in(page, upload=each, alt=request.POST.get("alt", "")) for each in uploads
    ]
    posts.publish(
        page,
        text=request.POST.get("text", ""),
        spec=spec,
        pictures=pictures,
        once=request.POST.get("once", "")[:60],
    )


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, network: str, handle: str, post_id: int) -> HttpResponse:
    """Change the words of what the page shared."""
    _actor, page, role = run(request, network, handle, "write")
    post, problem = get(Viewer.of(page), post_id), ""
    if post.author_id != page.pk:
        raise Absent
    if request.method == "POST":
        try:
            posts.edit(
                page,
                post=post,
                text=request.POST.get("text", ""),
                warning=post.warning,
                language=post.language,
            )
            return see("pages:write", page)
        except Refused as refusal:
            problem = str(refusal.reason)
    words = {"post": post, "limit": MAX_TEXT, "problem": problem, "text": request.POST.get("text", post.text)}
    return desk(request, "post_edit", page, role, tab="write", status=422 if problem else 200, **words)


@require_POST
def remove(request: HttpRequest, network: str, handle: str, post_id: int, act: str) -> HttpResponse:
    """Take away what the page shared, or bring it back."""
    _actor, page, _role = run(request, network, handle, "write")
    if act not in ("delete", "restore"):
        raise Absent
    if act == "restore":
        posts.restore(page, post=deleted(page, post_id))
        messages.success(request, _("It is back."))
        return see("pages:write", page)
    posts.delete(page, post=get(Viewer.of(page), post_id))
    undo = reverse("pages:remove", args=[network, page.handle, post_id, "restore"])
    button = format_html('<button class="btn small" form="act" formaction="{}">{}</button>', undo, _("Undo"))
    messages.success(request, format_html("{} {}", _("Deleted."), button))
    return see("pages:write", page)


@require_safe
def figures(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    _actor, page, role = run(request, network, handle)
    return desk(request, "numbers", page, role, tab="numbers", numbers=numbers(page))
