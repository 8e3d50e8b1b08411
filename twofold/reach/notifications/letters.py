"""The letter that sums up what somebody was told: when it is due, what is in it, and how it ends."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.reach.notifications.models import Choices, Notification, Rhythm, Sender, Way
from twofold.reach.notifications.topics import read_ways, write_ways

MONDAY = 0
AGAIN = timedelta(hours=1)


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


@transaction.atomic
def stop_mail(network: str, key: str) -> None:
    """Nothing more by mail at once, of no topic and of nobody, to whom the letter with `key` came."""
    found = behind(network, key)
    ways = {topic: each & ~Way.MAIL for topic, each in read_ways(found.ways).items()}
    Choices.objects.filter(pk=found.pk).update(ways=write_ways(ways))
    for each in Sender.objects.filter(persona=found.pk):
        each.ways &= ~Way.MAIL
        each.save(update_fields=["ways"])
    Notification.objects.filter(recipient=found.pk, mail_at__isnull=False).update(mail_at=None)
