"""What the shell around every page needs."""

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


def shell(request: HttpRequest) -> dict:
    viewer = request.viewer.itself
    here = bool(viewer) and viewer.home == viewer.network
    network = Network(viewer.network) if viewer.network else None
    theme = request.COOKIES.get("theme", "")
    return {
        "viewer": viewer,
        "mark": mark_of(viewer),
        "network": network or "",
        "me": viewer.persona,
        "no_counts": request.COOKIES.get(f"counts-{network}") == "hidden",
        "theme": theme if theme in THEMES else "",
        # Asked only by pages that show it.
        "count_unread": partial(unread_count, viewer if here else Viewer.stranger()),
        "leans_to": partial(_leans_to, viewer if here else Viewer.stranger()),
        "count_talks": partial(talks_count, viewer if here else Viewer.stranger()),
        "ways": ways(network) if network and here else [],
        "public_ways": [each for each in ways(network) if each.public] if network and not here else [],
        "script_words": script_words(request.LANGUAGE_CODE),
        "language": request.LANGUAGE_CODE,
        "rtl": request.LANGUAGE_CODE.split("-")[0] in ("ar", "he", "fa", "ur"),
    }


def _leans_to(viewer: Viewer, topic: str) -> bool:
    """Whether one follows a hashtag: one wants more of it in For you."""
    return bool(viewer) and leanings_of(viewer.id)["topic"].get(tag_name(topic), 0) > 0
