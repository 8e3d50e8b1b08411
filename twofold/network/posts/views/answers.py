"""What all pages of posts share: who acts, and where one goes afterwards."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import SignInNeeded
from twofold.foundation.kit.ways import way_back
from twofold.network.posts import queries
from twofold.people.personas.models import Persona


def me(request: HttpRequest) -> Persona:
    """The persona that acts here. SignInNeeded without one."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if viewer.persona is None or viewer.home != viewer.network:
        raise SignInNeeded
    return viewer.persona


def see(address: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(address, status=303)


def thread_of(network: str, post_id: int) -> str:
    return reverse("posts:thread", args=[network, post_id])


def home_of(network: str) -> str:
    try:
        return reverse("web:home", args=[network])
    except NoReverseMatch:
        return reverse("posts:saved", args=[network])


def back(request: HttpRequest, otherwise: str, *, to: int | None = None) -> HttpResponseRedirect:
    """To where the form stood, at the post `to`, if that is one of our pages; else to `otherwise`."""
    mark = f"#p-{encode(to)}" if to else ""
    return see(way_back(request, otherwise).partition("#")[0] + mark)


def say_with_undo(request: HttpRequest, words: str, address: str) -> None:
    """A line on the next page, with a button that takes it back."""
    button = format_html(
        '<button class="btn small" form="act" formaction="{}">{}</button>', address, _("Undo")
    )
    messages.success(request, format_html("{} {}", words, button))


def acted(request: HttpRequest, post_id: int, act: Callable[[], object]) -> HttpResponse:
    """Do something to a post and show it again: the page, or for script only what one can do with it."""
    act()
    if request.htmx:  # type: ignore[attr-defined]
        viewer = request.viewer  # type: ignore[attr-defined]
        found = queries.comment_cards(viewer, [post_id])
        return HttpResponse(found[0].acts_html if found else "")
    return back(request, thread_of(request.viewer.network, post_id), to=post_id)  # type: ignore[attr-defined]
