"""What can be switched off: kinds of notifications, gathered by what people think of as one."""

from django.utils.translation import gettext_lazy as _

from twofold.people.personas.models import Network
from twofold.reach.notifications.models import Kind
from twofold.reach.notifications.queries import EVENTS, GAMES, PROJECTS, RECOGNITION

_ONLY = {"jobs": Network.PROFESSIONAL, "projects": Network.PROFESSIONAL, "recognition": Network.PROFESSIONAL}
_ONLY |= {"games": Network.SOCIAL, "family": Network.SOCIAL}
# What is in none of them is always told: decisions of moderators, and what needs an answer of oneself alone.
TOPICS = {
    "mentions": (_("Mentions, replies and quotes"), (Kind.MENTION, Kind.REPLY, Kind.QUOTE)),
    "posts": (
        _("Reactions, comments and reposts of what you shared"),
        (Kind.REACTION, Kind.COMMENT, Kind.REPOST, Kind.STORY_FELT),
    ),
    "people": (
        _("New followers, requests and introductions"),
        (Kind.FOLLOW, Kind.TIE_REQUEST, Kind.TIE_ACCEPTED, Kind.LETTER, Kind.INTRODUCTION, Kind.CARD_GIVEN),
    ),
    "pictures": (_("Your name on pictures, and albums to add to"), (Kind.TAG_ASKED, Kind.ALBUM_ASKED)),
    "groups": (
        _("Groups"),
        (Kind.GROUP_ASKED, Kind.GROUP_IN, Kind.GROUP_INVITED, Kind.GROUP_SAYS),
    ),
    "events": (_("Events"), EVENTS),
    "recognition": (_("Endorsements and recommendations"), RECOGNITION),
    "projects": (_("Projects and tasks"), (*PROJECTS, Kind.PART_ASKED)),
    "jobs": (
        _("Jobs and applications"),
        (Kind.JOB_APPLIED, Kind.JOB_MOVED, Kind.JOB_LATE, Kind.JOB_TALK, Kind.JOB_FOUND),
    ),
    "games": (_("Games"), GAMES),
    "family": (_("Family and birthdays"), (Kind.KIN_ASKED, Kind.KIN_AGREED, Kind.WISHED)),
}
_OF_KIND = {str(kind.value): topic for topic, (_words, kinds) in TOPICS.items() for kind in kinds}


def topic_of(kind: str) -> str:
    """The topic that a kind belongs to; empty for what cannot be switched off."""
    return _OF_KIND.get(str(kind), "")


def topics_in(network: str) -> dict[str, str]:
    """Topics by name, with their words, as far as there are such things in `network`."""
    return {
        name: str(words) for name, (words, _kinds) in TOPICS.items() if _ONLY.get(name, network) == network
    }
