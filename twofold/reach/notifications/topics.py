"""What can be switched off: kinds of notifications, gathered by what people think of as one."""

from django.utils.translation import gettext_lazy as _

from twofold.people.personas.models import Network
from twofold.reach.notifications.models import Kind, Way
from twofold.reach.notifications.queries import (
    ADVICE,
    EVENTS,
    GAMES,
    HOURS,
    LEARNING,
    MENTORING,
    PROJECTS,
    RECOGNITION,
    TALKS,
)

_WORK = ("jobs", "projects", "recognition", "learning", "mentoring")
_ONLY = dict.fromkeys(_WORK, Network.PROFESSIONAL)
_ONLY |= {"advice": Network.PROFESSIONAL}
_ONLY |= {"games": Network.SOCIAL, "family": Network.SOCIAL}
# What nobody can switch off in the page: nobody shall miss that something of theirs was taken down.
REST = "rest"
# What always waits in the page, in a place of its own.
MESSAGES = "messages"
TOPICS = {
    MESSAGES: (_("Messages"), TALKS),
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
        (Kind.GROUP_ASKED, Kind.GROUP_IN, Kind.GROUP_INVITED, Kind.GROUP_ROLE, Kind.GROUP_SAYS),
    ),
    "events": (_("Events"), EVENTS),
    "recognition": (_("Endorsements and recommendations"), RECOGNITION),
    "projects": (_("Projects and tasks"), (*PROJECTS, Kind.PART_ASKED)),
    "learning": (_("Courses and lessons"), LEARNING),
    "mentoring": (_("Mentoring"), MENTORING),
    "jobs": (
        _("Jobs and applications"),
        (Kind.JOB_APPLIED, Kind.JOB_MOVED, Kind.JOB_LATE, Kind.JOB_TALK, Kind.JOB_NOTED, Kind.JOB_FOUND),
    ),
    "advice": (_("Questions, answers and office hours"), (*ADVICE, *HOURS)),
    "games": (_("Games"), GAMES),
    "family": (_("Family and birthdays"), (Kind.KIN_ASKED, Kind.KIN_AGREED, Kind.WISHED)),
    REST: (
        _("Decisions of moderators, and what waits for you alone"),
        (
            Kind.ROLE_OFFERED,
            Kind.LICENCE_ENDS,
            Kind.JOB_DUE,
            Kind.REPORT_IN,
            Kind.REPORT_DONE,
            Kind.TAKEN_DOWN,
        ),
    ),
}
_OF_KIND = {str(kind.value): topic for topic, (_words, kinds) in TOPICS.items() for kind in kinds}


def topic_of(kind: str) -> str:
    """The topic that a kind belongs to."""
    return _OF_KIND.get(str(kind), REST)


def topics_in(network: str) -> dict[str, str]:
    """Topics by name, with their words, as far as there are such things in `network`."""
    return {
        name: str(words) for name, (words, _kinds) in TOPICS.items() if _ONLY.get(name, network) == network
    }


def first_ways(topic: str) -> int:
    """How everybody is told of a topic at first. Devices come in only where one was added; reactions never ring."""
    return Way.PAGE + Way.LETTER + (0 if topic == "posts" else Way.PUSH)


def read_ways(kept: str) -> dict[str, int]:
    """Ways by topic, of what `Choices.ways` keeps; other topics are told as at first."""
    return {
        topic: int(ways) for topic, _colon, ways in (each.partition(":") for each in kept.split(",")) if ways
    }


def write_ways(ways: dict[str, int]) -> str:
    return ",".join(f"{topic}:{each}" for topic, each in ways.items() if each != first_ways(topic))


def ways_of(kind: str, kept: str, sender: int | None) -> int:
    """How something of `kind` is told, by the choices that are `kept`; `sender` are those made for who did it."""
    topic = topic_of(kind)
    ways = read_ways(kept).get(topic, first_ways(topic)) if sender is None or topic == REST else sender
    if topic == MESSAGES:
        return ways & ~Way.PAGE
    return ways | Way.PAGE if topic == REST else ways
