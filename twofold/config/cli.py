"""`twofold`: the one command of whoever keeps a server."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from twofold.config.commands import Problem

COMMANDS = {
    "init": "Prepare the data folder: secret key, database, static files. Safe to repeat; do it after an upgrade.",
    "serve": "Serve the pages, the live streams and the courier, all of it, until you press Ctrl+C.",
    "worker": "Only deliver: another courier beside `twofold serve`.",
    "demo": "Fill the demo network, a small town with both of its lives; or one of --people N to measure with.",
    "doctor": "Look whether everything is well, and say what to do where it is not.",
    "createadmin": "Make an account that may look after the server.",
    "moderators": "Name who looks at reports in a network, or let them go.",
    "job-feeds": "Say from which feeds jobs of a page come: Greenhouse, Lever, Ashby, JobPosting, RSS.",
    "badge-keys": "List the keys that sign badges, make a new one, or stand by one no longer.",
    "backup": "Write everything that must be kept into one file, while the server runs.",
    "restore": "Bring a backup back.",
    "reindex": "Build the index of words anew, so that search finds what there is.",
    "import-course": "Bring a course in from a folder of Markdown files, as a draft of one of the members.",
    "load-snb": "Load the LDBC social network data set through our own actions.",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; 0 when it went well, 1 when not, 2 when it was not understood."""
    os.umask(0o077)  # what this server keeps is for its own user
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] not in COMMANDS:
        return _introduce(given)
    name, rest = given[0], given[1:]
    try:
        command = _load(name)
        parser = argparse.ArgumentParser(prog=f"twofold {name}", description=COMMANDS[name])
        command.arguments(parser)
        return command.run(parser.parse_args(rest)) or 0
    except Problem as problem:
        print(f"twofold {name}: {problem}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()
    return 1


def _introduce(given: list[str]) -> int:
    asked = not given or given[0] in {"-h", "--help", "help"}
    say = sys.stdout if asked else sys.stderr
    if not asked:
        print(f"twofold: there is no command “{given[0]}”. These are there:\n", file=say)
    else:
        print("Twofold: one login, two separate networks.\n\ntwofold COMMAND [--help]\n", file=say)
    width = max(map(len, COMMANDS))
    for name, about in COMMANDS.items():
        print(f"  {name:<{width}}  {about}", file=say)
    return 0 if asked else 2


def _load(name: str) -> ModuleType:
    """The module of a command, once the settings are read and Django is set up."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twofold.config.settings")
    # What a program is made of is never garbage: looking for it takes a seventh of the start.
    gc.disable()
    try:
        import_module("django").setup()
        return import_module(f"twofold.config.commands.{name.replace('-', '_')}")
    except PermissionError as problem:
        raise Problem(
            f"The data folder cannot be used: {problem.filename} is not yours to write.",
            "Set TWOFOLD_DATA_DIR to a folder that this user may write, or change its owner.",
        ) from problem
    finally:
        gc.freeze()
        gc.enable()


if __name__ == "__main__":
    sys.exit(main())
