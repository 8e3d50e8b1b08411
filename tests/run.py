"""`make test`: the whole suite, on SQLite or on a PostgreSQL that is started for it.

python -m tests.run [sqlite|postgres] [arguments for pytest]
"""

import contextlib
import os
import subprocess
import sys

from tests import postgres

# One more than there are cores: what drives a browser or a server waits a third of its time.
# A file stays with one of them, for its server and its browser are started once for the file; and in the order of
# the folders, for the long ones come first there.
PARALLEL = [
    "-n", str(min(8, (os.cpu_count() or 2) + 1)), "--dist", "loadfile", "--no-loadscope-reorder"
]  # fmt: skip


def main(arguments: list[str]) -> int:
    database = arguments.pop(0) if arguments and arguments[0] in {"sqlite", "postgres"} else "sqlite"
    with contextlib.ExitStack() as stack:
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        if database == "postgres":
            environment["DATABASE_URL"] = stack.enter_context(postgres.server())
        given = [] if any(each.startswith("-n") for each in arguments) else PARALLEL
        return subprocess.run(
            [sys.executable, "-m", "pytest", *given, *arguments], env=environment
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
