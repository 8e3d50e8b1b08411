"""May this persona do that in a group: the empty string says yes, any other is the reason why not.

Whether they see the group is asked before, at the door. What they may not even know of is `Absent`.
"""

from collections.abc import Sequence
from datetime import timedelta

from django.utils.translation import gettext as _

from twofold.network.groups.models import (
    BELONGS,
    MAX_ABOUT,
    MAX_NAME,
    MAX_QUESTIONS,
    MAX_RULES,
    MAX_SHEET,
    Call,
    Door,
    Group,
    Membership,
    Openness,
    Role,
)
from twofold.people.personas.models import Persona

MOST_GROUPS = 50
MOST_PINNED = 3
MOST_LINKS = 5
MOST_SHEETS = 200
MOST_CALLS = 50
LINK_LASTS = timedelta(days=30)
# What each role may do, besides reading and writing.
MAY: dict[str, frozenset[str]] = {
    Role.OWNER: frozenset({"invite", "look", "roles", "edit", "close"}),
    Role.ADMIN: frozenset({"invite", "look", "roles", "edit"}),
    Role.MODERATOR: frozenset({"invite", "look"}),
    Role.MEMBER: frozenset(),
}
_RANK = {role.value: place for place, role in enumerate(BELONGS)}


def belongs(membership: Membership | None) -> bool:
    return membership is not None and membership.role in BELONGS


def can(membership: Membership | None) -> frozenset[str]:
    return MAY.get(membership.role, frozenset()) if membership else frozenset()


def above(one: Membership, other: Membership) -> bool:
    """Whether `one` stands so far above `other` that they may send them away or change what they are."""
    mine, theirs = _RANK.get(one.role, 9), _RANK.get(other.role, 9)
    return mine == 0 or mine < theirs


def why_not_words(words: dict[str, str], questions: Sequence[str]) -> tuple[str, str]:
    """The field and the reason, for the first that will not do."""
    if not words["name"]:
        return "name", _("Give the group a name.")
    for field, most in (("name", MAX_NAME), ("about", MAX_ABOUT), ("rules", MAX_RULES)):
        if len(words[field]) > most:
            return field, _("At most %(most)d characters fit here; these are %(length)d.") % {
                "most": most,
                "length": len(words[field]),
            }
    if len(questions) > MAX_QUESTIONS or any(len(each) > 200 for each in questions):
        return "questions", _("At most %(most)d questions, of at most 200 characters each.") % {
            "most": MAX_QUESTIONS
        }
    return "", ""


def why_not_kind(openness: str, door: str) -> tuple[str, str]:
    if openness not in Openness.values:
        return "openness", _("Choose one of the list.")
    if door not in Door.values:
        return "door", _("Choose one of the list.")
    if openness == Openness.HIDDEN and door != Door.INVITED:
        return "door", _("Nobody finds a hidden group: people come into it by invitation or link only.")
    return "", ""


def why_not_make(actor: Persona) -> str:
    if actor.kind != Persona.Kind.PERSON:
        return _("A page cannot make a group.")
    if Membership.objects.filter(persona=actor, role=Role.OWNER).count() >= MOST_GROUPS:
        return _("You own %(most)d groups. Hand one on before you make another.") % {"most": MOST_GROUPS}
    return ""


def why_not_join(actor: Persona, group: Group) -> str:
    if actor.kind != Persona.Kind.PERSON:
        return _("A page cannot join a group.")
    if group.archived_at:
        return _("This group is closed for good: it can be read, and nobody joins it any more.")
    return ""


def why_not_write(group: Group, membership: Membership | None) -> str:
    if group.archived_at:
        return _("This group is closed for good: it can be read, and nothing is added to it.")
    return "" if belongs(membership) else _("Join the group to write in it.")


def why_not_sheet(title: str, text: str) -> tuple[str, str]:
    """The field and the reason, for the first that will not do."""
    if not title:
        return "title", _("Give the page a title.")
    for field, words, most in (("title", title, MAX_NAME), ("text", text, MAX_SHEET)):
        if len(words) > most:
            return field, _("At most %(most)d characters fit here; these are %(length)d.") % {
                "most": most,
                "length": len(words),
            }
    return "", ""


def why_not_call(kind: str, title: str, words: str, goal: int | None) -> tuple[str, str]:
    """The field and the reason, for the first that will not do."""
    if kind not in Call.Kind.values:
        return "kind", _("Choose one of the list.")
    if not title:
        return "title", _("Say in a sentence what people sign.")
    if len(title) > 160 or len(words) > MAX_ABOUT:
        return "title" if len(title) > 160 else "words", _("This is too long. Say it in fewer words.")
    if goal is not None and not 1 <= goal <= 10_000_000:
        return "goal", _("A goal is a number of people.")
    return "", ""


def why_too_many(there: int, most: int) -> str:
    return _("There is room for %(most)d here.") % {"most": most} if there >= most else ""
