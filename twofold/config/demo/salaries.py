"""What work pays in the town: enough entries of enough people that some figures can be told."""

from random import Random

from twofold.config.demo.casting import Cast
from twofold.config.demo.reading import read
from twofold.foundation.kit import clock
from twofold.network.salaries.actions import keep_entry, make_figures
from twofold.people.personas.models import Network, Persona


def earn(cast: Cast) -> int:
    """Let people enter what they earn; how many figures can be told. Call it in a transaction."""
    chance, year = Random("what work pays"), clock.now().year
    workers = [
        each
        for (network, _handle), each in sorted(cast.personas.items())
        if network == Network.PROFESSIONAL and not each.is_page
    ]
    for line in read("salaries.toml")["roles"]:
        for who in chance.sample(workers, min(line["people"], len(workers))):
            _enter(who, line, chance, year)
    return make_figures()


def _enter(who: Persona, line: dict, chance: Random, year: int) -> None:
    low, high = line["pay"]
    keep_entry(
        who,
        role=line["role"],
        place=line["place"],
        country="NL",
        currency="EUR",
        amount=int(chance.triangular(low, high)) // 100 * 100,
        per="year",
        year=year - chance.randrange(2),
    )
