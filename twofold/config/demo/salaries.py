"""What work pays in the town: enough entries of enough people that some figures can be told."""

from random import Random

from twofold.config.demo.casting import Cast
from twofold.config.demo.reading import read
from twofold.foundation.kit import clock
from twofold.network.salaries.actions import keep_entry, make_figures
from twofold.people.accounts.queries import demo_people
from twofold.people.personas.models import Network, Persona


def earn(cast: Cast) -> int:
    """Let people enter what they earn; how many figures can be told. Call it in a transaction."""
    chance, year = Random("what work pays"), clock.now().year
    workers = [
        each
        for (network, _handle), each in sorted(cast.personas.items())
        if network == Network.PROFESSIONAL and not each.is_page
    ]
    # Whom one can come in as reads their own entries: an engineer who earns as a teacher is odd.
    known = {persona.pk for _place, two in demo_people() for persona in two.values()}
    for line in read("salaries.toml")["roles"]:
        fit = [each for each in workers if each.pk not in known or _suits(each, line["role"])]
        for who in chance.sample(fit, min(line["people"], len(fit))):
            _enter(who, line, chance, year)
    return make_figures()


def _suits(who: Persona, role: str) -> bool:
    return any(word in who.line.lower() for word in role.lower().split())


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
