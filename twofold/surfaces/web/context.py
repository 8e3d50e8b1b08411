"""What the shell around every page needs."""

from collections.abc import Callable, Hashable
from functools import partial

from django.http import HttpRequest

from twofold.network.messaging.queries import unread_count as talks_count
from twofold.network.posts.markup import tag_name
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer
from twofold.reach.notifications.queries import unread_count
from twofold.reach.ranking.queries import leanings_of
from twofold.surfaces.web.marks import mark_of
from twofold.surfaces.web.script_words import script_words
from twofold.surfaces.web.shell import ways

THEMES = ("light", "dark")


def looks_of(request: HttpRequest) -> tuple[Hashable, ...]:
    """All that the shell around a page hangs on, besides the language and the page itself."""
    viewer = request.viewer.itself
    who = (viewer.id, viewer.network, viewer.persona.version) if viewer.persona else (0, viewer.network, 0)
    return (*who, viewer.home, _theme(request), _no_counts(request), _unread(request), _talks(request))


def shell(request: HttpRequest) -> dict:
    viewer = request.viewer.itself
    here = bool(viewer) and viewer.home == viewer.network
    network = Network(viewer.network) if viewer.network else None
    return {
        "viewer": viewer,
        "mark": mark_of(viewer),
        "network": network or "",
        "me": viewer.persona,
        "no_counts": _no_counts(request),
        "theme": _theme(request),
        # Asked only by pages that show it.
        "count_unread": partial(_unread, request),
        "leans_to": partial(_leans_to, _at_home(request)),
        "count_talks": partial(_talks, request),
        "ways": ways(network) if network and here else [],
        "public_ways": [each for each in ways(network) if each.public] if network and not here else [],
        "script_words": script_words(request.LANGUAGE_CODE),
        "language": request.LANGUAGE_CODE,
        "rtl": request.LANGUAGE_CODE.split("-")[0] in ("ar", "he", "fa", "ur"),
    }


def _leans_to(viewer: Viewer, topic: str) -> bool:
    """Whether one follows a hashtag: one wants more of it in For you."""
    return bool(viewer) and leanings_of(viewer.id)["topic"].get(tag_name(topic), 0) > 0


def _theme(request: HttpRequest) -> str:
    theme = request.COOKIES.get("theme", "")
    return theme if theme in THEMES else ""


def _no_counts(request: HttpRequest) -> bool:
    return request.COOKIES.get(f"counts-{request.viewer.network}") == "hidden"


def _at_home(request: HttpRequest) -> Viewer:
    """The viewer, and a stranger for whoever is at home in the other network."""
    viewer = request.viewer.itself
    return viewer if viewer and viewer.home == viewer.network else Viewer.stranger()


def _unread(request: HttpRequest) -> int:
    return _once(request, "unread", unread_count)


def _talks(request: HttpRequest) -> int:
    return _once(request, "talks", talks_count)


def _once(request: HttpRequest, what: str, count: Callable[[Viewer], int]) -> int:
    """A number of the bar, the same all through one answer."""
    numbers = request.__dict__.setdefault("_numbers", {})
    if what not in numbers:
        numbers[what] = count(_at_home(request))
    return numbers[what]
