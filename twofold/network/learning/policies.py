"""May this persona do that with a course: the empty string says yes, any other is the reason why not.

Whether they see the course is asked before, at the door. What they may not even know of is `Absent`.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from twofold.foundation.kit.text import folded
from twofold.network.learning.models import (
    MAX_ABOUT,
    MAX_CHOICE,
    MAX_LESSON,
    MAX_QUESTION,
    MAX_SUMMARY,
    MAX_TITLE,
    Asks,
    Course,
)
from twofold.people.personas.models import Network, Persona

MOST_COURSES = 100
MOST_CHAPTERS = 40
MOST_LESSONS = 300
MOST_QUESTIONS = 40
MOST_CHOICES = 10
MOST_SKILLS = 10
MOST_REMARKS = 2_000
MOST_ENROLMENTS = 500
_MOST = {"title": MAX_TITLE, "summary": MAX_SUMMARY, "about": MAX_ABOUT, "text": MAX_LESSON}


def why_not_teach(actor: Persona) -> str:
    if actor.kind != Persona.Kind.PERSON or actor.network != Network.PROFESSIONAL:
        return _("Only people can teach a course.")
    if Course.objects.filter(author=actor).count() >= MOST_COURSES:
        return _("You have %(most)d courses. Close one before you begin another.") % {"most": MOST_COURSES}
    return ""


def why_not_words(**words: str) -> tuple[str, str]:
    """The field and the reason, for the first that will not do."""
    for field, text in words.items():
        if field == "title" and not text:
            return field, _("Give it a title.")
        if reason := why_too_long(text, _MOST[field]):
            return field, reason
    return "", ""


def why_too_long(text: str, most: int) -> str:
    if len(text) <= most:
        return ""
    return _("At most %(most)d characters fit here; these are %(length)d.") % {
        "most": most,
        "length": len(text),
    }


def why_not_line(words: str, most: int) -> str:
    return why_too_long(words, most) if words else _("Write something first.")


def why_too_many(there: int, most: int) -> str:
    return _("There is room for %(most)d here.") % {"most": most} if there >= most else ""


def why_not_publish(course: Course) -> str:
    return "" if course.lessons_count else _("A course needs a lesson first.")


def why_not_question(asks: str, text: str, choices: Sequence[tuple[str, bool]]) -> str:
    """Whether a question can be answered. `choices` are their words, and whether each is right."""
    if asks not in Asks.values:
        return _("Choose what kind of question it is.")
    if reason := why_not_line(text, MAX_QUESTION):
        return reason
    if len(choices) > MOST_CHOICES:
        return _("A question has room for %(most)d answers.") % {"most": MOST_CHOICES}
    if any(len(words) > MAX_CHOICE for words, _right in choices):
        return _("An answer has room for %(most)d characters.") % {"most": MAX_CHOICE}
    if len({folded(words) for words, _right in choices}) < len(choices):
        return _("Two answers are the same. Change one of them.")
    return _WHY_NOT[Asks(asks)](choices)


def _choose_one(choices: Sequence[tuple[str, bool]]) -> str:
    right = sum(is_right for _words, is_right in choices)
    if len(choices) < 2:
        return _("To choose from, there must be two answers at least.")
    if not right:
        return _("No answer is marked as right, so nobody could ever get this question right. Mark one.")
    return _("Only one answer can be right here. For more, choose “several of several”.") if right > 1 else ""


def _choose_several(choices: Sequence[tuple[str, bool]]) -> str:
    if len(choices) < 2:
        return _("To choose from, there must be two answers at least.")
    if not any(is_right for _words, is_right in choices):
        return _(
            "No answer is marked as right, so nobody could ever get this question right. Mark one at least."
        )
    return ""


def _write(choices: Sequence[tuple[str, bool]]) -> str:
    return "" if choices else _("Write at least one answer that is taken for right.")


def _count(choices: Sequence[tuple[str, bool]]) -> str:
    if len(choices) != 1 or number_in(choices[0][0]) is None:
        return _("Write the one number that is right.")
    return ""


def _arrange(choices: Sequence[tuple[str, bool]]) -> str:
    return "" if len(choices) >= 2 else _("To be put in order, there must be two things at least.")


_WHY_NOT = {
    Asks.ONE: _choose_one,
    Asks.SEVERAL: _choose_several,
    Asks.TEXT: _write,
    Asks.NUMBER: _count,
    Asks.ORDER: _arrange,
}


def number_in(text: str) -> float | None:
    """The number that somebody typed, with a point or a comma; None for anything else."""
    plain = text.strip().replace(" ", "").replace("\u00a0", "").replace("\u2212", "-").replace(",", ".")
    try:
        found = float(plain)
    except ValueError:
        return None
    return found if abs(found) < 1e15 else None
