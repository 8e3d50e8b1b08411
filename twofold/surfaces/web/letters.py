"""Letters of what is new: the one place where what a persona was told meets an address.

A letter is of one network. Whoever gets letters of both gets two that share nothing but their reader: each goes out by
the hour chosen there, and names neither the other network nor the account.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
from twofold.reach.notifications.discretion import lines_outside, outside
from twofold.reach.notifications.letters import give_back, take_due
from twofold.reach.notifications.models import Choices
from twofold.reach.notifications.queries import Told, news
from twofold.reach.notifications.wishes import wishes_with
from twofold.surfaces.web.pushing import gathered_at

AT_ONCE = 200
LINES = 12
# Light, from each mood: a mail program knows no tokens.
MOODS = {
    Network.PROFESSIONAL.value: {"ground": "#f4f6f6", "ink": "#22303a", "accent": "#0f5c66", "round": "10px"},
    Network.SOCIAL.value: {"ground": "#fdf4ee", "ink": "#3a2a2a", "accent": "#a8324a", "round": "20px"},
}


@dataclass(frozen=True)
class Reason:
    """Why a letter came, and the route of its way out."""

    route: str
    why: str
    out: str


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


def send_at_once(choices: Choices, persona: Persona, told: Sequence[Told]) -> bool:
    """A letter about a few things that just happened. False when nobody takes it now; True also without an address."""
    to = letterboxes([persona.pk]).get(persona.pk)
    if to is None:
        return True
    with translation.override(persona.language):
        reason = Reason(
            "notifications:stop_mail", _("You chose to be written to at once."), _("No more of these letters")
        )
        title = None
        if len(told) == 1:
            title = unescape(strip_tags(outside(told[0], persona.network, choices.screen)))
        letter = _letter(choices, persona, told, to, reason, title)
    try:
        return bool(letter.send())
    except OSError:
        return False


def _written(taken: list[tuple[Choices, int]]) -> Iterator[tuple[Choices, int, EmailMultiAlternatives]]:
    boxes = letterboxes([choices.pk for choices, _after in taken])
    for choices, after in taken:
        persona = choices.persona
        if choices.pk not in boxes or persona.state != Persona.State.ACTIVE:
            continue
        if told := news(Viewer.of(persona), after, ways=wishes_with(choices).ways):
            with translation.override(persona.language):
                reason = Reason(
                    "notifications:stop", _("You chose to get this letter."), _("No more of these letters")
                )
                letter = _letter(choices, persona, told, boxes[choices.pk], reason)
            yield choices, after, letter


def _letter(
    choices: Choices,
    persona: Persona,
    told: Sequence[Told],
    to: str,
    reason: Reason,
    title: str | None = None,
) -> EmailMultiAlternatives:
    """One letter with sentences only: what somebody shared stays behind the door, where it can be taken back."""
    lines = lines_outside(told[:LINES], persona.network, choices.screen)
    out = settings.BASE_URL + reverse(reason.route, args=[persona.network, choices.key])
    new = ngettext("%(number)d thing is new", "%(number)d things are new", len(told)) % {"number": len(told)}
    words = {
        "title": title or new,
        "network": Network(persona.network).label,
        "name": persona.name,
        "lines": lines if len(told) > 1 or not title else [],
        "more": len(told) - LINES,
        "place": settings.BASE_URL + gathered_at(persona.network, told),
        "out": out,
        "reason": reason,
        "mood": MOODS[persona.network],
        "language": persona.language,
    }
    # A line alone, and not too long a one: a name may be anything.
    subject = " ".join(f"{words['network']}: {words['title']}".split())[:150]
    letter = EmailMultiAlternatives(
        subject, _plain(words, lines), settings.DEFAULT_FROM_EMAIL, [to], headers=_headers(out)
    )
    letter.attach_alternative(render_to_string("web/letters/news_email.html", words), "text/html")
    return letter


def _headers(out: str) -> dict[str, str]:
    own = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost"
    return {
        "Message-ID": make_msgid(domain=own),
        "List-Unsubscribe": f"<{out}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }


def _plain(words: dict, lines: list[Markup]) -> str:
    parts = [_("Hello %(name)s,") % {"name": words["name"]}, ""]
    parts += [f"- {unescape(strip_tags(line))}" for line in lines]
    if words["more"] > 0:
        parts.append(_("- and %(number)d more") % {"number": words["more"]})
    parts += ["", words["place"], "", words["reason"].out + ":", words["out"], ""]
    return "\n".join(parts)
