"""Reads of the word of the day: one's own tries, and how friends fared who stand in the table too."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.prepared import prepared
from twofold.network.games.models import DayWord, Entrant
from twofold.network.games.queries.table import MOST, stands
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.graph.models import Tie
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@dataclass(frozen=True, slots=True)
class Fared:
    """A friend who is through with today's word: found in so many tries, or not (0)."""

    persona: Persona
    tries: int


def day_of(persona: Persona) -> date:
    """Which day it is where somebody lives."""
    now: datetime = clock.now()
    return now.astimezone(ZoneInfo(persona.time_zone)).date()


def own_word(viewer: Viewer, language: str, day: date) -> DayWord:
    """The viewer's tries of a day; an unwritten row where there are none."""
    found = _own_words(me=viewer.id)
    same = (each for each in found if (each.language, each.day) == (language, day))
    return next(same, None) or DayWord(persona_id=viewer.id, language=language, day=day)


@prepared
def _own_words(me: int) -> QuerySet[DayWord]:
    """The latest of somebody: those of today are among them, whatever day it is there."""
    return DayWord.objects.filter(persona=me).order_by("-day")[:20]


def friends_fared(viewer: Viewer, language: str, day: date) -> list[Fared]:
    """How friends fared with the same word, for whoever is through with it and stands in the table. Three queries."""
    if not stands(viewer):
        return []
    friends = Tie.objects.filter(owner=viewer.id).values("other")
    through = DayWord.objects.filter(language=language, day=day, persona__in=friends)
    rows = {
        each.persona_id: each for each in through.filter(persona__in=Entrant.objects.values("persona"))[:MOST]
    }
    people = personas_visible_to(viewer).filter(pk__in=[key for key, each in rows.items() if each.over])
    fared = [Fared(each, len(rows[each.pk].tried) if rows[each.pk].found else 0) for each in people]
    return sorted(fared, key=lambda each: each.persona.name)
