"""What goes out of the house: taken when it is due, given back when it could not be sent."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from twofold.foundation.kit import clock
from twofold.people.personas.models import Persona
from twofold.reach.notifications.attention import looking
from twofold.reach.notifications.models import Choices, Notification, Way
from twofold.reach.notifications.queries import TALKS

# A letter at once, and the next one not before this: what happens meanwhile comes gathered.
PACE = timedelta(minutes=10)
AGAIN = timedelta(minutes=5)
AT_ONCE = 500
# Whoever has a page open sees that a message came. A note follows when it stays unread: a page may stand open alone.
LOOK_AGAIN = timedelta(minutes=1)
SEEN_FOR = timedelta(minutes=10)
_DUE = {Way.MAIL: "mail_at", Way.PUSH: "push_at"}


def persona_of(persona_id: int) -> Persona | None:
    return Persona.objects.filter(pk=persona_id, state=Persona.State.ACTIVE).first()


@transaction.atomic
def take(persona_id: int, way: Way) -> set[int]:
    """The notifications that go out to a persona now. Taken is taken: nothing is sent twice, whoever dies."""
    field, now = _DUE[way], clock.now()
    rows = Notification.objects.filter(recipient=persona_id, **{f"{field}__lte": now})
    if looking([persona_id]):
        young = rows.filter(kind__in=TALKS, position__gt=clock.position_of(now - SEEN_FOR))
        young.update(**{field: now + LOOK_AGAIN})
    found = set(rows.select_for_update().values_list("pk", flat=True))
    if found and way == Way.MAIL and (wait := _too_soon(persona_id, now)):
        rows.update(mail_at=wait)
        return set()
    Notification.objects.filter(pk__in=found).update(**{field: None})
    return found


def _too_soon(persona_id: int, now: datetime) -> datetime | None:
    """When the next letter may follow the last one, if not now; else this one counts as the last."""
    mine = Choices.objects.filter(persona=persona_id)
    last = mine.values_list("mailed_at", flat=True).first()
    if last and last + PACE > now:
        return last + PACE
    mine.update(mailed_at=now)
    return None


@transaction.atomic
def give_back(persona_id: int, ids: Iterable[int], way: Way) -> None:
    """What could not be sent is due again soon."""
    rows = Notification.objects.filter(pk__in=list(ids), recipient=persona_id)
    rows.update(**{_DUE[way]: clock.now() + AGAIN})
    if way == Way.MAIL:
        Choices.objects.filter(persona=persona_id).update(mailed_at=None)


def due() -> list[int]:
    """Personas to whom something goes out whose time has come: quiet hours ended, or it was tried in vain before."""
    now, found = clock.now(), set[int]()
    for field in _DUE.values():
        rows = Notification.objects.filter(**{f"{field}__lte": now}).order_by(field)
        found.update(rows.values_list("recipient", flat=True)[:AT_ONCE])
    return sorted(found)
