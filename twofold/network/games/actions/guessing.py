"""Guessing the word of the day."""

from datetime import date, timedelta

from django.db import transaction

from twofold.foundation.kit import clock
from twofold.network.games import daily, policies
from twofold.network.games.models import DayWord
from twofold.people.personas.models import Persona

KEPT = timedelta(days=60)


@transaction.atomic
def guess(actor: Persona, *, language: str, day: date, text: str, place: int) -> DayWord:
    """Guess. `place` is how many guesses there were: the same one sent twice is there once."""
    policies.check_here(actor)
    policies.check_language(language)
    DayWord.objects.get_or_create(persona=actor, language=language, day=day)
    kept = DayWord.objects.select_for_update().get(persona=actor, language=language, day=day)
    said = daily.folded(text[:40], language)
    if 0 <= place < len(kept.tried) and kept.tried[place] == said:
        return kept
    policies.check_guess(kept, place, said)
    kept.guesses = f"{kept.guesses} {said}".strip()
    kept.found = said == daily.word_of(language, day)
    kept.save(update_fields=["guesses", "found"])
    return kept


def forget_old_words() -> None:
    """Nobody needs what was guessed two months ago."""
    DayWord.objects.filter(day__lt=(clock.now() - KEPT).date()).delete()
