"""What all pages of posts share: who acts, and where one goes afterwards."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse

from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.ways import see, way_back
from twofold.network.posts import queries


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


def acted(request: HttpRequest, post_id: int, act: Callable[[], object]) -> HttpResponse:
    """Do something to a post and show it again: the page, or for script only what one can do with it."""
    act()
    if request.htmx:  # type: ignore[attr-defined]
        viewer = request.viewer  # type: ignore[attr-defined]
        found = queries.comment_cards(viewer, [post_id])
        return HttpResponse(found[0].acts_html if found else "")
    return back(request, thread_of(request.viewer.network, post_id), to=post_id)  # type: ignore[attr-defined]
