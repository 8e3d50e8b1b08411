"""The composer: new posts, drafts, edits, and the audience of what is there already."""

from babel.lists import format_list
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language, ngettext, to_locale
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.refusals import Refused, SignInNeeded
from twofold.foundation.kit.ways import say_with_undo, see
from twofold.network.posts import actions, forms, queries
from twofold.network.posts.forms import Composition
from twofold.network.posts.models import Draft, Post
from twofold.network.posts.policies import check_author, check_own_audience
from twofold.network.posts.views.answers import thread_of
from twofold.network.posts.views.desk import finish, intend, keep_for_later, laid_out, lay_aside, taken_up
from twofold.people.graph.queries import audience_summary
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, network: Network) -> HttpResponse:
    """Write something. What was typed when a session ended is here again after signing in."""
    try:
        author = me(request)
    except SignInNeeded:
        keep_for_later(request)
        raise
    if request.method == "GET":
        return _composer(request, taken_up(request))
    made = forms.read(request.POST)
    try:
        done = intend(author, made, request.POST.get("intent", "send"), request.FILES.getlist("pictures"))
    except Refused as refusal:
        made.refuse(refusal)
        return _composer(request, made, status=422)
    if isinstance(done, Post):
        undo, made_is = (reverse(f"posts:{name}", args=[network, done.pk]) for name in ("unsend", "thread"))
        say_with_undo(request, _told(request, done), undo, made=made_is)
    elif isinstance(done, Draft) and done.due_at:
        messages.success(request, _("It is sent by itself at the time you chose."))
    return finish(request, done, made) or _composer(request, made)


def _told(request: HttpRequest, post: Post) -> str:
    """That it is shared; and who of those that it names is asked first, or their names would seem to be broken."""
    asked = queries.asked_in(request.viewer, post) if "@" in post.text else []
    if not asked:
        return _("Shared.")
    names = format_list(asked, locale=to_locale(get_language() or "en"))
    words = ngettext(
        "Shared. %(names)s is asked whether the name may lead to them; until then it is plain words.",
        "Shared. %(names)s are asked whether the names may lead to them; until then they are plain words.",
        len(asked),
    )
    return words % {"names": names}


@require_safe
def draft(request: HttpRequest, network: Network, draft_id: int) -> HttpResponse:
    """Go on with a draft."""
    author = me(request)
    return _composer(request, forms.from_draft(queries.draft(request.viewer, draft_id), author.time_zone))


@require_POST
def keep(request: HttpRequest, network: Network) -> HttpResponse:
    """Keep what is being written, as script sends it while one types."""
    author, made = me(request), forms.read(request.POST)
    if not made.is_blank:
        made.draft_id = actions.save_draft(author, draft_id=made.draft_id, fields=made.as_draft()).pk
    return render(request, "posts/_kept.html", {"made": made})


@require_POST
def discard(request: HttpRequest, network: Network, draft_id: int) -> HttpResponse:
    """Throw a draft away; for half an hour this browser has it back at one press."""
    author = me(request)
    thrown = queries.draft(request.viewer, draft_id)
    actions.discard_draft(author, draft_id=draft_id)
    lay_aside(request, thrown)
    way = reverse("posts:new", args=[network]) + "?again=1"
    link = format_html('<a class="btn small" href="{}">{}</a>', way, _("Undo"))
    messages.success(request, format_html("{} {}", _("Discarded."), link))
    return see(reverse("posts:drafts", args=[network]))


@require_POST
def sentence(request: HttpRequest, network: Network) -> HttpResponse:
    """Who would see it, said while one chooses."""
    me(request)
    return render(
        request, "posts/_sentence.html", {"summary": _summary(request.viewer, forms.read(request.POST))}
    )


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    author, post = me(request), queries.get(request.viewer, post_id)
    check_author(author, post)
    if request.method == "GET":
        return _editor(request, post, forms.from_post(post, queries.pictures_of(post)))
    made, intent = forms.read(request.POST), request.POST.get("intent", "send")
    try:
        if intent != "send":
            intend(author, made, intent, request.FILES.getlist("pictures"))
            return _editor(request, post, made)
        made.check()
        pictures = queries.own_pictures(request.viewer, made.picture_ids)
        actions.edit(
            author, post=post, text=made.text, warning=made.warning, language=made.language, pictures=pictures
        )
    except Refused as refusal:
        made.refuse(refusal)
        return _editor(request, post, made, status=422)
    return see(thread_of(network, post.pk))


@require_http_methods(["GET", "POST"])
def audience(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    """Who can see this, by name, and the choice to change it."""
    author, post = me(request), queries.get(request.viewer, post_id)
    check_author(author, post)
    check_own_audience(post)
    made = forms.from_post(post, []) if request.method == "GET" else forms.read(request.POST)
    if request.method == "POST":
        try:
            intent = request.POST.get("intent", "send")
            if intend(author, made, intent if intent == "people" else "check") is None and intent != "people":
                actions.change_audience(author, post=post, spec=made.spec)
                return see(thread_of(network, post.pk))
        except Refused as refusal:
            made.refuse(refusal)
    context = {"post": post, **laid_out(request, made), "summary": _summary(request.viewer, made)}
    return render(request, "posts/audience.html", context, status=422 if made.errors else 200)


def _composer(request: HttpRequest, made: Composition, status: int = 200) -> HttpResponse:
    context = {**laid_out(request, made), "summary": _summary(request.viewer, made)}
    template = "posts/_form.html" if request.htmx and not request.htmx.boosted else "posts/new.html"
    return render(request, template, context, status=status)


def _editor(request: HttpRequest, post: Post, made: Composition, status: int = 200) -> HttpResponse:
    return render(request, "posts/edit.html", {"post": post, **laid_out(request, made)}, status=status)


def _summary(viewer: Viewer, made: Composition):
    try:
        return audience_summary(viewer, made.spec)
    except Refused:
        return None
