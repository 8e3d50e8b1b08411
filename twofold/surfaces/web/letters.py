"""Letters that sum up what is new: the one place where what a persona was told meets an address.

A letter is of one network. Whoever gets letters of both gets two that share nothing but their reader: each goes out by
the hour chosen there, and names neither the other network nor the account.
"""

from collections.abc import Iterator
from email.utils import make_msgid
from html import unescape

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from twofold.people.accounts.queries import letterboxes
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.notifications.letters import give_back, take_due
from twofold.reach.notifications.models import Choices
from twofold.reach.notifications.queries import news
from twofold.reach.notifications.sentences import sentence

AT_ONCE = 200
LINES = 12
# Light, from each mood: a mail program knows no tokens.
MOODS = {
    Network.PROFESSIONAL.value: {"ground": "#f4f6f6", "ink": "#22303a", "accent": "#0f5c66", "round": "10px"},
    Network.SOCIAL.value: {"ground": "#fdf4ee", "ink": "#3a2a2a", "accent": "#a8324a", "round": "20px"},
}


def send_due() -> int:
    """Send every letter that is due; how many went out. What the mail server does not take is tried again later."""
    total = 0
    while taken := take_due(AT_ONCE):
        with get_connection() as post:
            for choices, after, letter in _written(taken):
                try:
                    total += post.send_messages([letter]) or 0
                except OSError:  # SMTPException is one
                    give_back(choices, after)
    return total


def _written(taken: list[tuple[Choices, int]]) -> Iterator[tuple[Choices, int, EmailMultiAlternatives]]:
    boxes = letterboxes([choices.pk for choices, _after in taken])
    for choices, after in taken:
        persona = choices.persona
        if choices.pk in boxes and persona.state == Persona.State.ACTIVE:
            with translation.override(persona.language):
                letter = _letter(choices, persona, after, boxes[choices.pk])
            if letter:
                yield choices, after, letter


def _letter(choices: Choices, persona: Persona, after: int, to: str) -> EmailMultiAlternatives | None:
    """One letter with sentences only: what somebody shared stays behind the door, where it can be taken back."""
    told = news(Viewer.of(persona), after)
    if not told:
        return None
    lines = [sentence(each, persona.network) for each in told[:LINES]]
    place = settings.BASE_URL + reverse("notifications:inbox", args=[persona.network])
    out = settings.BASE_URL + reverse("notifications:stop", args=[persona.network, choices.key])
    words = {
        "title": ngettext("%(number)d thing is new", "%(number)d things are new", len(told))
        % {"number": len(told)},
        "network": Network(persona.network).label,
        "name": persona.name,
        "lines": lines,
        "more": len(told) - len(lines),
        "place": place,
        "out": out,
        "mood": MOODS[persona.network],
        "language": persona.language,
    }
    headers = {
        "Message-ID": make_msgid(
            domain=settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost"
        ),
        "List-Unsubscribe": f"<{out}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
    subject = f"{words['network']}: {words['title']}"
    letter = EmailMultiAlternatives(
        subject, _plain(words, lines), settings.DEFAULT_FROM_EMAIL, [to], headers=headers
    )
    letter.attach_alternative(render_to_string("web/letters/news_email.html", words), "text/html")
    return letter


def _plain(words: dict, lines: list[Markup]) -> str:
    parts = [_("Hello %(name)s,") % {"name": words["name"]}, ""]
    parts += [f"- {unescape(strip_tags(line))}" for line in lines]
    if words["more"]:
        parts.append(_("- and %(number)d more") % {"number": words["more"]})
    parts += ["", words["place"], "", _("No more of these letters:"), words["out"], ""]
    return "\n".join(parts)
