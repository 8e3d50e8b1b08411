"""List the keys that sign badges; make a new one; stand by one no longer."""

import argparse

from twofold.config.commands import Problem
from twofold.network.credentials import keys


def arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--new", action="store_true", help="sign with a new key; what the others signed stays valid"
    )
    group.add_argument(
        "--distrust",
        metavar="KEY",
        help="a key that got into wrong hands: whatever it signed is invalid then",
    )


def run(options: argparse.Namespace) -> None:
    if options.new:
        keys.new_key()
    if options.distrust and not keys.distrust(options.distrust):
        raise Problem(f"There is no key {options.distrust}.", "`twofold badge-keys` lists them.")
    for place, key in enumerate(keys.keys()):
        print(f"{key.name}  {'signs' if place == 0 else 'stood by'}")
    if options.distrust:
        print(
            "What that key signed is invalid now. People download their badges anew to have them signed again."
        )
