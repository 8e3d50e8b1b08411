"""Taking part, coming by, and being forgotten."""

from collections.abc import Sequence
from datetime import timedelta
from hashlib import blake2b

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Refused
from twofold.network.visits.models import Mode, Part, Visit
from twofold.network.visits.policies import DAYS, why_not_take_part
from twofold.people.personas.models import Persona


@transaction.atomic
def take_part(actor: Persona, *, mode: str) -> None:
    """From now on by name, in private or not at all. Whoever takes their name back takes it off earlier visits too."""
    if reason := why_not_take_part(actor, mode):
        raise Refused(reason, field="mode")
    if mode == Mode.OFF:
        Part.objects.filter(persona=actor).delete()
        Visit.objects.filter(owner=actor).delete()
    else:
        Part.objects.update_or_create(persona=actor, defaults={"mode": mode})
    if mode != Mode.NAMED:
        Visit.objects.filter(visitor=actor).update(visitor=None)


def come_by(visitor: Persona, *, owner: Persona) -> None:
    """`visitor` looks at the profile of `owner`. It is kept once a day, and only when both take part.

    One statement, and a second one at the first visit of a day.
    """
    if visitor.pk == owner.pk or owner.is_page or visitor.is_page or owner.network != visitor.network:
        return
    modes = {each.persona_id: each.mode for each in _parts(those=[visitor.pk, owner.pk])}
    if len(modes) < 2:
        return
    today = clock.now().date()
    mark = _mark(owner.pk, visitor.pk, str(today))
    if Visit.objects.filter(owner=owner, day=today, mark=mark).exists():
        return
    named = visitor.pk if modes[visitor.pk] == Mode.NAMED else None
    Visit.objects.bulk_create(
        [Visit(owner_id=owner.pk, visitor_id=named, day=today, mark=mark)], ignore_conflicts=True
    )


@prepared
def _parts(those: Sequence[int]) -> QuerySet[Part]:
    return Part.objects.filter(persona__in=those)


def part_ways(one: int, other: int) -> None:
    """Neither keeps a visit of the other's."""
    Visit.objects.filter(Q(owner=one, visitor=other) | Q(owner=other, visitor=one)).delete()


def forget(persona_id: int) -> None:
    """Visits to somebody, and their own, and that they took part."""
    Part.objects.filter(persona=persona_id).delete()
    Visit.objects.filter(Q(owner=persona_id) | Q(visitor=persona_id)).delete()


def forget_old() -> None:
    Visit.objects.filter(day__lt=clock.now().date() - timedelta(days=DAYS)).delete()


def _mark(owner: int, visitor: int, day: str) -> int:
    """A number that only this server can make, so that who came in private cannot be read from the rows."""
    words = f"{owner} {visitor} {day}".encode()
    key = blake2b(settings.SECRET_KEY.encode(), person=b"visits").digest()
    return int.from_bytes(blake2b(words, key=key, digest_size=8).digest(), signed=True)
