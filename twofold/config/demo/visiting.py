"""Who looked at whose profile at work, for the half of the town that takes part."""

from datetime import datetime, timedelta
from random import Random

from twofold.config.demo.casting import Cast
from twofold.network.visits.actions import take_part
from twofold.network.visits.models import Mode, Visit
from twofold.people.personas.models import Network

# Of five, so many take part in each way.
_WAYS = (Mode.NAMED, Mode.NAMED, Mode.OFF, Mode.PRIVATE, Mode.OFF)
_FIRST = "nadia.okafor"


def come_by(cast: Cast, now: datetime) -> int:
    """Let them take part and look at each other over a quarter; how many visits."""
    chance = Random("visits")
    workers = [each for each in cast.personas.values() if each.network == Network.PROFESSIONAL]
    ways = {each.pk: chance.choice(_WAYS) for each in workers if not each.is_page}
    ways |= {each.pk: Mode.NAMED for each in workers if each.handle == _FIRST}
    taking = [each for each in workers if ways.get(each.pk, Mode.OFF) != Mode.OFF]
    for each in taking:
        take_part(each, mode=ways[each.pk])
    rows = {}
    for owner in taking:
        for visitor in taking:
            often = chance.randint(0, 3) if owner.handle == _FIRST else chance.randint(-4, 2)
            for _time in range(often if visitor != owner else 0):
                day = (now - timedelta(days=int(80 * chance.random() ** 1.6))).date()
                named = visitor if ways[visitor.pk] == Mode.NAMED else None
                rows[owner.pk, visitor.pk, day] = Visit(
                    owner=owner, visitor=named, day=day, mark=chance.getrandbits(62)
                )
    Visit.objects.bulk_create(rows.values())
    return len(rows)
