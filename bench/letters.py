"""The letters of a morning: everybody who asked for one gets what ten others did, as a mail server is handed it.

`python -m bench --only letters` measures it. The mail server takes everything at once: a slow one adds its own time.
"""

import time
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

Row = dict[str, Any]
READERS, EACH, BAR_S = {"small": 1_000, "large": 10_000}, 10, 60


def run(size: str = "small") -> list[Row]:
    from django.core import mail  # noqa: PLC0415 - the settings may not be there yet above
    from django.test.utils import override_settings  # noqa: PLC0415

    from twofold.surfaces.web.letters import send_due  # noqa: PLC0415

    count = READERS[size]
    _due(count)
    mail.outbox = []
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        spent, begun = time.process_time(), time.monotonic()
        sent = send_due()
        took, spent = time.monotonic() - begun, time.process_time() - spent
    assert sent == len(mail.outbox) == count, sent
    assert all(letter.body.count("Whoever") >= 1 for letter in mail.outbox[:50])
    bar = BAR_S * count / READERS["large"]
    return [
        {
            "what": f"{count:,} letters of {EACH} things each",
            "cpu_ms": round(1_000 * spent / count, 2),
            "wall_s": round(took, 1),
            "bar": f"≤ {bar:g} s",
            "ok": took <= bar,
        }
    ]


def _due(count: int) -> None:
    """`count` people whose letter is due, each told of what the same ten did."""
    from allauth.account.models import EmailAddress  # noqa: PLC0415

    from tests.world import person  # noqa: PLC0415
    from twofold.foundation.kit import clock  # noqa: PLC0415
    from twofold.foundation.kit.ids import new_id  # noqa: PLC0415
    from twofold.people.accounts.models import Account, Presence  # noqa: PLC0415
    from twofold.people.personas.models import Persona  # noqa: PLC0415
    from twofold.reach.notifications.models import Choices, Rhythm  # noqa: PLC0415

    actors = [person(f"whoever{place}", "social", name=f"Whoever {place}") for place in range(EACH)]
    ids, now = [new_id() for _ in range(count)], clock.now()
    people = [
        Persona(pk=each, network="social", handle=f"r{each}", skeleton=f"r{each}", name=f"Reader {place}")
        for place, each in enumerate(ids)
    ]
    Persona.objects.bulk_create(people, batch_size=2_000)
    accounts = Account.objects.bulk_create(
        (Account(email=f"reader{place}@example.org", password="!") for place in range(count)),
        batch_size=2_000,
    )
    boxes = (EmailAddress(user=each, email=each.email, verified=True, primary=True) for each in accounts)
    EmailAddress.objects.bulk_create(boxes, batch_size=2_000)
    Presence.objects.bulk_create(
        (
            Presence(account=each, network="social", persona=who)
            for each, who in zip(accounts, people, strict=True)
        ),
        batch_size=2_000,
    )
    Choices.objects.bulk_create(
        (
            Choices(persona=each, rhythm=Rhythm.DAILY, due_at=now - timedelta(minutes=1), key=str(each.pk))
            for each in people
        ),
        batch_size=2_000,
    )
    _tell(people, actors)


def _tell(people: Sequence[Any], actors: Sequence[Any]) -> None:
    from twofold.foundation.kit import clock  # noqa: PLC0415
    from twofold.reach.notifications.models import Kind, Notification  # noqa: PLC0415

    position = clock.position_of(clock.now())
    told = (
        Notification(
            recipient=each,
            actor=actor,
            kind=Kind.FOLLOW,
            bundle=f"bench:{actor.pk}",
            position=position - place,
        )
        for each in people
        for place, actor in enumerate(actors)
    )
    Notification.objects.bulk_create(told, batch_size=2_000)
