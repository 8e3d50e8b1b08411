"""May this persona do that in mentoring: the empty string says yes, any other is the reason why not."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from twofold.network.mentoring.models import MAX_ABOUT, MAX_MESSAGE, Mentoring, Side, State
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, MEMBERS
from twofold.people.personas.models import Network, Persona

MOST_TOPICS = 8
MOST_MENTEES = 10
MOST_OPEN = 5
MOST_GOALS = 20
MOST_MEETINGS = 200
REACHES = {"ties": ALL_TIES, "members": MEMBERS, "everyone": EVERYONE}
TONGUES = ("en", "nl", "de", "fr", "es", "pt", "it", "pl", "tr", "ar", "uk", "ja", "zh-hans")
# Those who go along just now: what counts towards the limit.
BUSY = (State.AGREEING, State.RUNNING)


def why_not_notice(actor: Persona, side: str, reach: str, topics: list[str]) -> tuple[str, str]:
    if actor.kind != Persona.Kind.PERSON or actor.network != Network.PROFESSIONAL or side not in Side.values:
        return "", _("This is for people at work.")
    if not topics:
        return "topics", _("Name at least one topic.")
    if len(topics) > MOST_TOPICS:
        return "topics", _("At most %(most)d topics: what matters most.") % {"most": MOST_TOPICS}
    if any(len(each) > 60 for each in topics):
        return "topics", _("A topic has room for 60 characters.")
    if reach not in REACHES:
        return "reach", _("Choose who may see it.")
    return "", ""


def why_not_numbers(hours: int, most: int, about: str) -> tuple[str, str]:
    if not 1 <= hours <= 40:
        return "hours", _("Between 1 and 40 hours a month.")
    if not 1 <= most <= MOST_MENTEES:
        return "most", _("Between 1 and %(most)d people at once.") % {"most": MOST_MENTEES}
    return "about", why_too_long(about, MAX_ABOUT)


def why_too_long(text: str, most: int) -> str:
    if len(text) <= most:
        return ""
    return _("At most %(most)d characters fit here; these are %(length)d.") % {
        "most": most,
        "length": len(text),
    }


def why_not_line(text: str, most: int) -> str:
    return why_too_long(text, most) if text else _("Write something first.")


def load(mentor_id: int) -> int:
    """How many a mentor goes along with just now."""
    return Mentoring.objects.filter(mentor=mentor_id, state__in=BUSY, live=True).count()


def why_full(mentor: Persona, most: int) -> str:
    """Told kindly: it is no judgement of whoever asks."""
    if load(mentor.pk) < most:
        return ""
    return ngettext(
        "%(name)s goes along with one person already, and takes no more at once, to have time for them. That says "
        "nothing about you: ask again later, or look at who else offers it.",
        "%(name)s goes along with %(most)d people already, and takes no more at once, to have time for them. That says "
        "nothing about you: ask again later, or look at who else offers it.",
        most,
    ) % {"name": mentor.name, "most": most}


def why_not_ask(actor: Persona, other: Persona, message: str) -> str:
    if actor.pk == other.pk or actor.kind != Persona.Kind.PERSON or actor.network != other.network:
        return _("Mentoring takes two people.")
    waiting = Mentoring.objects.filter(author=actor, state__in=(State.ASKED, State.DECLINED), live=True)
    if waiting.count() >= MOST_OPEN:
        return _("You wait for %(most)d answers already. Wait a little, or take one request back.") % {
            "most": MOST_OPEN
        }
    if not message:
        return _("Write a few lines: what you would like to learn, and why from them.")
    return why_too_long(message, MAX_MESSAGE)


def why_too_many(there: int, most: int) -> str:
    return _("There is room for %(most)d here.") % {"most": most} if there >= most else ""
