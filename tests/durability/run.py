"""One run: a server, its writers, the killing, the audit."""

import json
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.durability.writers import Company
from tests.server import Served


@dataclass(frozen=True)
class Outcome:
    """What was acknowledged, how often everything was killed, and what is wrong."""

    acknowledged: int
    kinds: dict[str, int]
    retried: int
    kills: int
    seconds: float
    problems: list[str]

    def __str__(self) -> str:
        kinds = ", ".join(f"{number} {kind}" for kind, number in self.kinds.items())
        return (
            f"durability: {self.acknowledged} writes acknowledged ({kinds}), everything killed {self.kills} times, "
            f"{self.retried} tries without an answer, {self.seconds:.0f} s: {len(self.problems)} problems"
        )


def hold(
    folder: Path, *, writes: int, kills: int, people: int = 12, seed: int = 1, address: str = ""
) -> Outcome:
    """Write until `writes` are acknowledged, killing everything at least `kills` times at random moments meanwhile."""
    begun = time.monotonic()
    server = Served(folder, environment={"DATABASE_URL": address} if address else None)
    server.prepare()
    cast = json.loads(_python(server, "tests.durability.world", str(people)))
    company = Company(server.base, cast, seed)
    chance = random.Random(seed)
    server.start()
    killed = 0
    threads = company.start(writes)
    while not company.enough:
        # The kills are spread over the writes, each at a random moment.
        if killed < kills and len(company.ledger) >= writes * (killed + chance.random()) / (kills + 1):
            time.sleep(chance.uniform(0, 0.05))
            server.kill()
            killed += 1
            server.start()
        time.sleep(0.005)
    for thread in threads:
        thread.join(90)
    server.kill()
    ledger = folder / "ledger.json"
    ledger.write_text(json.dumps(company.ledger.plain()))
    problems = company.problems + json.loads(_python(server, "tests.durability.audit", str(ledger)))
    kinds = {name: len(rows) for name, rows in company.ledger.plain().items() if name != "retried"}
    retried = company.ledger.retried
    return Outcome(len(company.ledger), kinds, retried, killed + 1, time.monotonic() - begun, problems)


def _python(server: Served, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *words], env=server.environment, capture_output=True, text=True
    )
    if done.returncode:
        raise AssertionError(done.stderr[-6000:])
    return done.stdout
