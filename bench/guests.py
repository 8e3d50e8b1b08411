"""An event with ten thousand guests: all told by the courier, its page, its list of guests, a ticket at the door.

`python -m bench --only guests` measures it.
"""

import time
from datetime import timedelta
from typing import Any

from bench.asking import ask, cpu_of

Row = dict[str, Any]
GUESTS = {"small": 10_000, "large": 10_000}
TOLD_S, PAGE_MS, DOOR_MS = 30, 5, 100


def run(size: str = "small") -> list[Row]:
    from django.conf import settings  # noqa: PLC0415 - the settings may not be there yet above

    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    from tests.world import client_of, person  # noqa: PLC0415
    from twofold.config.wsgi import application  # noqa: PLC0415
    from twofold.foundation.kit.ids import encode  # noqa: PLC0415
    from twofold.network.events import actions, queries  # noqa: PLC0415
    from twofold.network.events.models import Guest  # noqa: PLC0415
    from twofold.reach.notifications.models import Notification  # noqa: PLC0415

    host = person("host", "social", name="Ada Quist")
    event = _invited(host, GUESTS[size])
    session = client_of(host).cookies["twofold"].value
    at = f"/social/events/{encode(event.pk)}/"
    rows = []
    for what, path in (("event page", at), ("list of guests", at + "guests/")):
        ask(application, path, session)

        def look(path: str = path) -> int:
            for _each in range(20):
                assert ask(application, path, session)[0] == "200 OK"
            return 20

        spent = cpu_of(look)
        rows.append(
            _row(f"{what}, {GUESTS[size]:,} guests", spent, PAGE_MS if what == "event page" else None)
        )
    last = Guest.objects.filter(event=event).select_related("persona").latest("pk")
    code = queries.ticket(last)
    spent = cpu_of(lambda: bool(queries.by_ticket(event, code)))
    rows.append(_row("the last of their tickets, read at the door", spent, DOOR_MS))
    before = Notification.objects.count()
    actions.cancel(host, event=event, words="The river is too high.")
    took = _drained()
    told = Notification.objects.count() - before
    assert told >= GUESTS[size], told
    what = f"{told:,} told that it is called off"
    return [*rows, {"what": what, "wall_s": round(took, 1), "bar": f"≤ {TOLD_S} s", "ok": took <= TOLD_S}]


def _row(what: str, spent: float, bar: int | None) -> Row:
    told = {"bar": f"≤ {bar} ms", "ok": spent <= bar} if bar else {}
    return {"what": what, "cpu_ms": round(spent, 2), **told}


def _drained() -> float:
    from twofold.foundation.courier.worker import drain  # noqa: PLC0415

    begun = time.monotonic()
    drain()
    return time.monotonic() - begun


def _invited(host: Any, count: int) -> Any:
    """An event to which `count` new personas go, each with a seat."""
    from twofold.foundation.kit import clock  # noqa: PLC0415
    from twofold.foundation.kit.ids import new_id  # noqa: PLC0415
    from twofold.network.events import actions  # noqa: PLC0415
    from twofold.network.events.actions.seating import GOING  # noqa: PLC0415
    from twofold.network.events.actions.seating import count as count_guests  # noqa: PLC0415
    from twofold.network.events.models import Guest  # noqa: PLC0415
    from twofold.network.events.plans import Plan  # noqa: PLC0415
    from twofold.people.audiences.actions import part_of  # noqa: PLC0415
    from twofold.people.audiences.models import Grant  # noqa: PLC0415
    from twofold.people.audiences.specs import MEMBERS  # noqa: PLC0415
    from twofold.people.personas.models import Persona  # noqa: PLC0415

    made = [
        Persona(
            pk=number, network="social", handle=f"g{number}", skeleton=f"g{number}", name=f"Guest {place}"
        )
        for place, number in enumerate(new_id() for _ in range(count))
    ]
    Persona.objects.bulk_create(made, batch_size=5_000)
    begins = (clock.now() + timedelta(days=9)).replace(tzinfo=None, microsecond=0)
    plan = Plan("party", "The whole town", begins, begins + timedelta(hours=5), "UTC", place="Quay 4")
    event = actions.make_event(host, plan=plan, spec=MEMBERS)
    now = clock.now()
    guests = [
        Guest(event=event, persona=each, answer="going", seated=True, line=place, answered_at=now)
        for place, each in enumerate(made)
    ]
    Guest.objects.bulk_create(guests, batch_size=2_000)
    part = part_of(host, GOING, str(event.pk))
    Grant.objects.bulk_create((Grant(part=part, persona=each) for each in made), batch_size=5_000)
    count_guests(event)
    _drained()
    return event
