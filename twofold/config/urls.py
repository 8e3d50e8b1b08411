"""Every address. Those of one network carry its name first; the place decides the persona."""

from django.urls import include, path

from twofold.config import converters  # noqa: F401 - first: lists of addresses use them as they are read
from twofold.config.upkeep import pulse
from twofold.network.media.urls import in_network as pictures
from twofold.people.accounts.urls import entrance
from twofold.surfaces.api.urls import json
from twofold.surfaces.live.urls import in_network as company

in_network: list = [
    # Before web: its words would be read as ids there.
    path("jobs/", include("twofold.network.jobs.urls")),
    path("advice/", include("twofold.network.advice.urls")),
    path("pay/", include("twofold.network.salaries.urls")),
    path("", include("twofold.network.posts.urls")),
    path("", include("twofold.surfaces.web.pages.urls")),
    path("", include("twofold.network.profiles.urls")),
    path("", include("twofold.surfaces.cv.urls")),
    path("", include("twofold.network.endorsements.urls")),
    path("", include("twofold.network.recommendations.urls")),
    path("", include("twofold.network.visits.urls")),
    path("pages/", include("twofold.network.pages.urls")),
    path("groups/", include("twofold.network.groups.urls")),
    path("projects/", include("twofold.network.projects.urls")),
    path("mentoring/", include("twofold.network.mentoring.urls")),
    path("learning/", include("twofold.network.learning.urls")),
    path("files/", include("twofold.network.files.urls")),
    path("people/", include("twofold.people.graph.urls")),
    path("notifications/", include("twofold.reach.notifications.urls")),
    path("pictures/", include(pictures)),
    path("albums/", include("twofold.network.albums.urls")),
    path("events/", include("twofold.network.events.urls")),
    path("stories/", include("twofold.network.stories.urls")),
    path("cards/", include("twofold.network.cards.urls")),
    path("games/", include("twofold.network.games.urls")),
    path("", include("twofold.network.kin.urls")),
    path("search/", include("twofold.reach.search.urls")),
    path("feed/", include("twofold.reach.ranking.urls")),
    path("suggestions/", include("twofold.reach.suggestions.urls")),
    path("messages/", include("twofold.network.messaging.urls")),
    path("company/", include(company)),
    path("reports/", include("twofold.care.moderation.urls")),
]

urlpatterns = [
    # First, for most of what is asked lies there; nothing else begins with the name of a network.
    path("<network:network>/", include(in_network)),
    path("live/", include("twofold.surfaces.live.urls")),
    path("health", pulse.health, name="health"),
    path("metrics", pulse.metrics, name="metrics"),
    path("media/", include("twofold.network.media.urls")),
    path("", include("twofold.network.credentials.urls")),
    path("", include("twofold.surfaces.web.urls")),
    path("", include("twofold.surfaces.api.urls")),
    path("", include(json)),
    path("", include("twofold.people.accounts.urls")),
    path("", include(entrance)),
]

handler400 = "twofold.surfaces.web.errors.bad_request"
handler403 = "twofold.surfaces.web.errors.forbidden"
handler404 = "twofold.surfaces.web.errors.absent"
handler500 = "twofold.surfaces.web.errors.broken"
