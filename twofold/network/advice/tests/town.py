"""Who asks and who knows, through the pages."""

import re
from datetime import timedelta

from tests.world import client_of
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.advice.models import Answer, Hour, Question
from twofold.people.personas.models import Persona

WORK = "professional"
_TAG = re.compile(r"<[^>]*>")
WORDS = {"field": "leading", "title": "How do I hand over a model?", "text": "Six years.", "reach": "members"}


def post(who: Persona | None, path: str, **fields):
    return client_of(who).post(f"/{WORK}/advice/{path}", fields)


def read(who: Persona | None, path: str = "") -> str:
    """The words of a page, empty where there is none."""
    answer = client_of(who).get(f"/{WORK}/advice/{path}")
    return answer.content.decode() if answer.status_code == 200 else ""


def told(who: Persona) -> str:
    """The words of what somebody is told by now, without markup."""
    drain()
    page = client_of(who).get(f"/{WORK}/notifications/").content.decode()
    return " ".join(_TAG.sub("", page).split())


def asked(who: Persona, **other: str) -> tuple[Question, str]:
    answer = post(who, "ask/", **{**WORDS, **other})
    assert answer.status_code == 303, answer.content.decode()[-2000:]
    question = Question.objects.latest("asked_at")
    return question, f"{encode(question.pk)}/"


def answered(who: Persona, at: str, text: str = "Go on holiday.") -> tuple[Answer, str]:
    answer = post(who, at, text=text)
    assert answer.status_code == 303, answer.content.decode()[-2000:]
    given = Answer.objects.latest("at")
    return given, f"answers/{encode(given.pk)}/"


def offered(who: Persona, *, days: int = 2, **other: str) -> tuple[Hour, str]:
    when = (clock.now() + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")
    words = {
        "field": "leading",
        "about": "Ropes and cranes",
        "minutes": "30",
        "place": "Room 4",
        "reach": "members",
    }
    answer = post(who, "hours/new/", **{**words, "begins0": when, **other})
    assert answer.status_code == 303, answer.content.decode()[-2000:]
    hour = Hour.objects.filter(author=who).latest("begins")
    return hour, f"hours/{encode(hour.pk)}/"
