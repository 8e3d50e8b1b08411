"""What ends advice: people who part or go for good, and those who look after the server."""

from typing import Any

from django.db import transaction
from django.db.models import Q

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.network.advice.facts import QuestionGone
from twofold.network.advice.models import Answer, Asked, Following, Guide, Helpful, Hour, Question

_FREE: dict[str, Any] = {"guest": None, "wish": "", "taken_at": None, "reminded": False}


@transaction.atomic
def part(one_id: int, other_id: int) -> None:
    """Two who no longer see each other do not meet: an hour to come is free again, and nobody is told why."""
    between = Q(author=one_id, guest=other_id) | Q(author=other_id, guest=one_id)
    Hour.objects.filter(between, begins__gt=clock.now()).update(**_FREE)


@transaction.atomic
def dissolve(persona_id: int) -> None:
    """All that somebody wrote and marked."""
    for gone in Question.objects.filter(author=persona_id).values_list("pk", flat=True):
        announce(QuestionGone(gone))
    for model in (Helpful, Following, Asked):
        model.objects.filter(persona=persona_id).delete()
    Hour.objects.filter(guest=persona_id).update(**_FREE)
    for shared in (Answer, Question, Guide, Hour):
        shared.objects.filter(author=persona_id).delete()


_KINDS: dict[str, Any] = {"question": Question, "answer": Answer, "guide": Guide}


def take_down(kind: str, thing_id: int) -> None:
    """What those who look after the server decided."""
    _hold(kind, thing_id, held=True)


def put_back(kind: str, thing_id: int) -> None:
    _hold(kind, thing_id, held=False)


def _hold(kind: str, thing_id: int, *, held: bool) -> None:
    rows = _KINDS[kind].objects.filter(pk=thing_id)
    rows.update(live=not held, **({"held": held} if kind == "guide" else {}))
