"""Build the index of words anew: after a restore of something older, or when `doctor` says so."""

import argparse

from twofold.reach.search.actions import reindex
from twofold.reach.search.words import lay


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="say nothing when all goes well")


def run(options: argparse.Namespace) -> None:
    lay()
    total = reindex(lambda text: None if options.quiet else print(text, end="\r", flush=True))
    if not options.quiet:
        print(f"{total} documents can be found.")
