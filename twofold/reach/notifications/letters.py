"""The letter that sums up what somebody was told: when it is due, what is in it, and how it ends."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.people.personas.models import Persona
from twofold.reach.notifications.models import Choices, Rhythm
from twofold.reach.notifications.topics import topics_in

MONDAY = 0
AGAIN = timedelta(hours=1)


def choices_of(persona: Persona) -> Choices:
    """How `persona` wants to be told; what is not kept yet is what everybody begins with."""
    return Choices.objects.filter(persona=persona).first() or Choices(persona=persona)


@transaction.atomic
def choose(persona: Persona, *, told: Iterable[str], rhythm: str, hour: str) -> Choices:
    """Keep of which topics `persona` is told, and how often and at which hour a letter comes."""
    if rhythm not in Rhythm.values:
        raise Refused(_("Choose how often a letter should come."), field="rhythm")
    if not (hour.isascii() and hour.isdigit() and int(hour) < 24):
        raise Refused(_("Choose an hour of the day."), field="hour")
    mine, wanted = choices_of(persona), set(told)
    silent = [topic for topic in topics_in(persona.network) if topic not in wanted]
    mine.silent = f",{','.join(silent)}," if silent else ""
    if rhythm and not mine.rhythm:
        mine.told_up_to = clock.position_of(clock.now())
    mine.rhythm, mine.hour = rhythm, int(hour)
    mine.key = mine.key or secrets.token_hex(16)
    mine.due_at = next_letter(rhythm, mine.hour, persona.time_zone, clock.now())
    mine.save()
    return mine


def next_letter(rhythm: str, hour: int, zone: str, after: datetime) -> datetime | None:
    """The first moment after `after` at which a letter goes out, by the clock of its reader."""
    if not rhythm:
        return None
    local = after.astimezone(ZoneInfo(zone))
    moment = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    if rhythm == Rhythm.WEEKLY:
        moment += timedelta(days=(MONDAY - local.weekday()) % 7)
    while moment <= local:
        moment += timedelta(days=7 if rhythm == Rhythm.WEEKLY else 1)
    return moment.astimezone(clock.now().tzinfo)


@transaction.atomic
def take_due(limit: int) -> list[tuple[Choices, int]]:
    """Letters whose hour has come, each with the position after which it tells; the next one of each is fixed.

    Taken is taken: a server that dies now has lost a letter, and will not have written one twice.
    """
    now = clock.now()
    rows = Choices.objects.filter(due_at__lte=now).order_by("due_at").select_related("persona")
    due = list(rows.select_for_update(skip_locked=True, of=("self",))[:limit])
    taken = [(row, row.told_up_to) for row in due]
    for row in due:
        row.due_at = next_letter(row.rhythm, row.hour, row.persona.time_zone, now)
        row.told_up_to = clock.position_of(now)
    Choices.objects.bulk_update(due, ["due_at", "told_up_to"])
    return taken


def give_back(choices: Choices, after: int) -> None:
    """A letter that could not be sent is due again in an hour, unless its reader chose anew meanwhile."""
    same = Choices.objects.filter(pk=choices.pk, due_at=choices.due_at)
    same.update(due_at=clock.now() + AGAIN, told_up_to=after)


def behind(network: str, key: str) -> Choices:
    """The choices that the key of a letter belongs to. Absent in the other network, and when there are none."""
    found = Choices.objects.filter(key=key, persona__network=network).select_related("persona").first()
    if found is None or not key:
        raise Absent
    return found


def stop(network: str, key: str) -> None:
    """No more letters to whom the one with `key` came."""
    found = behind(network, key)
    Choices.objects.filter(pk=found.pk).update(rhythm=Rhythm.NEVER, due_at=None)


def silent_topics(choices: Choices) -> Sequence[str]:
    return [topic for topic in choices.silent.split(",") if topic]
