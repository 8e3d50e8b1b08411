"""`make durability`: python -m tests.durability [--writes N] [--kills N] [--db sqlite|postgres] [--seed N]"""

import argparse
import contextlib
import os
import sys
import tempfile
from pathlib import Path

from tests import postgres
from tests.durability.run import hold


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.durability")
    parser.add_argument("--writes", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--db", choices=["sqlite", "postgres"], default="sqlite")
    options = parser.parse_args()
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="twofold-durability-")))
        shared = stack.enter_context(tempfile.TemporaryDirectory(prefix="twofold-shared-"))
        os.environ.setdefault("TWOFOLD_TEST_SHARED", shared)
        address = stack.enter_context(postgres.server(durable=True)) if options.db == "postgres" else ""
        outcome = hold(
            folder, writes=options.writes, kills=options.kills, seed=options.seed, address=address, people=16
        )
    print(outcome)
    for problem in outcome.problems[:50]:
        print(f"  {problem}")
    return 1 if outcome.problems else 0


if __name__ == "__main__":
    sys.exit(main())
