"""What stands around every page: where one can go, and how much waits there."""

from dataclasses import dataclass
from functools import cache

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from twofold.people.personas.models import Network


@dataclass(frozen=True)
class Way:
    """An entry of the rail: `key` is what a page calls itself in `active`; `letter` follows g on the keyboard."""

    key: str
    words: str | Promise
    glyph: str
    href: str
    letter: str = ""
    on_phone: bool = True
    # Whoever has no presence here finds something there too.
    public: bool = False


_MESSAGES = {Network.PROFESSIONAL: _("Messages"), Network.SOCIAL: _("Chat")}
_PEOPLE = {Network.PROFESSIONAL: _("My network"), Network.SOCIAL: _("Friends")}


@cache
def ways(network: Network) -> list[Way]:
    """Where someone with a presence in this network can go."""

    def to(name: str) -> str:
        return reverse(name, args=[network])

    work = [
        Way("jobs", _("Jobs"), "briefcase", to("web:jobs"), "j", on_phone=False, public=True),
        Way("advice", _("Advice"), "lightbulb", to("web:advice"), on_phone=False, public=True),
    ]
    games = [Way("games", _("Games"), "gamepad-2", to("games:home"), "g", on_phone=False)]
    photos = [Way("photos", _("Photos"), "images", to("web:photos"), "o", on_phone=False)]
    if network != Network.SOCIAL:
        photos, games = [], []
    else:
        work = []
    projects = [
        Way("projects", _("Projects"), "folder-kanban", to("projects:home"), on_phone=False, public=True)
    ]
    learning = [
        Way("learning", _("Learning"), "graduation-cap", to("learning:home"), on_phone=False, public=True)
    ]
    mentoring = [Way("mentoring", _("Mentoring"), "footprints", to("mentoring:home"), on_phone=False)]
    cards = [Way("cards", _("Cards"), "contact-round", to("cards:desk"), on_phone=False)]
    if network != Network.PROFESSIONAL:
        cards, projects, learning, mentoring = [], [], [], []
    return [
        Way("feed", _("Feed"), "house", to("web:home"), "h", public=True),
        Way("people", _PEOPLE[network], "users", to("graph:home"), "n"),
        *work,
        *photos,
        Way("events", _("Events"), "calendar", to("events:home"), "e", on_phone=False),
        *cards,
        Way("compose", _("Post"), "square-pen", to("posts:new")),
        Way("messages", _MESSAGES[network], "messages-square", to("messaging:inbox"), "m"),
        Way("notifications", _("Notifications"), "bell", to("notifications:inbox")),
        Way("groups", _("Groups"), "users-round", to("groups:home"), on_phone=False, public=True),
        *projects,
        *learning,
        *mentoring,
        *games,
        Way("pages", _("Pages"), "building-2", to("pages:home"), on_phone=False),
        Way("saved", _("Saved"), "bookmark", to("posts:saved"), "s", on_phone=False),
        Way("memories", _("On this day"), "history", to("posts:memories"), on_phone=False),
        Way("drafts", _("Drafts"), "file-text", to("posts:drafts"), on_phone=False),
    ]
