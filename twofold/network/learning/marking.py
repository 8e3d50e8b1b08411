"""Which answers are right, and what is said to them. Nothing here touches the database."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from twofold.foundation.kit.text import folded
from twofold.network.learning.models import Asks, Choice, Question
from twofold.network.learning.policies import number_in

# What was answered: ids of choices, in their order where that was asked; or what was typed.
Given = list[int] | str


@dataclass(frozen=True)
class Mark:
    """Whether an answer is right, and the feedback that its teacher wrote for it, by choice."""

    right: bool
    feedback: Mapping[int, str]


def is_blank(given: Given) -> bool:
    return not given or (isinstance(given, str) and not given.strip())


def mark(question: Question, choices: Sequence[Choice], given: Given) -> Mark:
    if question.asks in (Asks.TEXT, Asks.NUMBER):
        typed = given if isinstance(given, str) else ""
        hit = _hit(question, choices, typed)
        return Mark(hit is not None, {hit.pk: hit.feedback} if hit and hit.feedback else {})
    chosen = list(given) if isinstance(given, list) else []
    if question.asks == Asks.ORDER:
        return Mark(chosen == [each.pk for each in choices], {})
    right = {each.pk for each in choices if each.right}
    said = {each.pk: each.feedback for each in choices if each.pk in chosen and each.feedback}
    return Mark(set(chosen) == right, said)


def _hit(question: Question, choices: Sequence[Choice], typed: str) -> Choice | None:
    """The answer that what was typed is taken for."""
    if question.asks == Asks.TEXT:
        wanted = folded(typed).strip(" .,;:!?\"'")
        return next((each for each in choices if folded(each.text).strip(" .,;:!?\"'") == wanted), None)
    number = number_in(typed)
    if number is None:
        return None
    for each in choices:
        right = number_in(each.text)
        if right is not None and abs(number - right) <= question.tolerance + 1e-9 * max(1, abs(right)):
            return each
    return None


def shuffled(question: Question, choices: Sequence[Choice], who: int) -> list[Choice]:
    """The choices in an order by lot that stays the same for one person; never the right one where that is asked."""
    seed = hashlib.sha256(f"{question.pk}:{who}".encode()).digest()
    mixed = list(choices)
    Random(seed).shuffle(mixed)
    if question.asks == Asks.ORDER and len(mixed) > 1 and mixed == list(choices):
        mixed = [*mixed[1:], mixed[0]]
    return mixed


def readable(given: Any) -> Given:
    """What was kept, as it is marked."""
    return [int(each) for each in given] if isinstance(given, list) else str(given)


def passes(right: int, of: int, needed: int) -> bool:
    return of > 0 and right * 100 >= needed * of
