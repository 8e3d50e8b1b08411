"""Moving applications from stage to stage, and undoing it as long as their authors were not told."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.network.jobs.actions.asking import insist
from twofold.network.jobs.actions.hiring import MOVED, held_application, log, place, put, tell
from twofold.network.jobs.actions.judging import letter_to, reply
from twofold.network.jobs.facts import MoveSettles
from twofold.network.jobs.models import Application, Stage
from twofold.network.jobs.policies import ANSWERS, MOVES
from twofold.network.jobs.queries.applications import as_before
from twofold.people.personas.models import Persona


@transaction.atomic
def move(
    actor: Persona,
    *,
    application_id: int,
    stage: str,
    wait: timedelta = timedelta(),
    words: str | None = None,
) -> Application:
    """Put an application where it belongs; twice is once. Its author is told after `wait`, and gets `words` with it:
    until then it can be undone, and opens nothing more to the team."""
    application = held_application(actor, application_id)
    insist("" if stage in MOVES else _("Choose one of the stages."))
    if application.stage == stage:
        if words is not None:
            reply(actor, application_id=application_id, text=words)
        return application
    letter = None if words is None else (actor.pk, letter_to(application, words))
    insist("" if application.stage != Stage.CLOSED else _("It is closed: its author was told so."))
    if application.undoable and (application.before or {}).get("stage") == stage:
        _back(application)
    elif wait:
        _later(application, stage, wait, letter)
    else:
        application.before = {"letter": letter} if letter else None
        put(application, stage, answered=stage in ANSWERS)
    log(application, actor, "moved", str(Stage(stage).label))
    return application


def _later(application: Application, stage: str, wait: timedelta, letter: tuple[int, str] | None) -> None:
    if application.undoable:
        as_before(application)
    was = as_it_is(application)
    application.before = {**was, "letter": letter} if letter else was
    place(application, stage, answered=stage in ANSWERS)
    application.told_at = clock.now() + wait
    application.save(update_fields=MOVED)
    announce(MoveSettles(application.pk), at=application.told_at)


def as_it_is(application: Application) -> dict[str, Any]:
    moments = {name: getattr(application, name) for name in ("moved_at", "answered_at")}
    said = {name: each.isoformat() if each else None for name, each in moments.items()}
    return {"stage": application.stage, "reached": application.reached, **said}


@transaction.atomic
def move_all(
    actor: Persona,
    *,
    application_ids: Iterable[int],
    stage: str,
    wait: timedelta = timedelta(),
    words: str | None = None,
) -> int:
    """Put several where they belong, with the same words to each; all of them or none; how many."""
    moved = [
        move(actor, application_id=each, stage=stage, wait=wait, words=words) for each in application_ids
    ]
    return len(moved)


@transaction.atomic
def undo(actor: Persona, *, application_ids: Iterable[int]) -> int:
    """Put back those of which nobody was told yet; how many."""
    number = 0
    for each in application_ids:
        application = held_application(actor, each)
        if application.undoable:
            _back(application)
            log(application, actor, "undone", str(Stage(application.stage).label))
            number += 1
    if not number:
        raise Refused(_("The minute is over: it was told already."))
    return number


def _back(application: Application) -> None:
    as_before(application)
    application.before = application.told_at = None
    application.save(update_fields=MOVED)


@transaction.atomic
def settle(application_id: int) -> None:
    """The minute is over: its author is told. Undone or moved again since, there is nothing to tell yet."""
    rows = Application.objects.select_for_update(of=("self",))
    found = rows.filter(pk=application_id, live=True, told_at__lte=clock.now()).first()
    if found is not None:
        tell(found)
