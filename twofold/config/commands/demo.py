"""Fill the demo network, or a larger one of the same texture."""

import argparse

from twofold.config.commands import Problem
from twofold.config.demo import fill
from twofold.config.demo.bulk import fill as fill_many
from twofold.people.accounts.models import Account


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--people",
        type=int,
        metavar="N",
        help="a network of N people to measure with, the same for the same N",
    )
    parser.add_argument("--once", action="store_true", help="do nothing when there are accounts already")


def run(options: argparse.Namespace) -> None:
    if Account.objects.exists():
        if options.once:
            return
        raise Problem(
            "This server has accounts already, and the demo network would mix with them.",
            "Set TWOFOLD_DATA_DIR to another folder, run `twofold init` there, then `twofold demo`.",
        )
    if options.people is None:
        fill()
    elif options.people < 1:
        raise Problem("A network needs people.", "Give --people a whole number from 1 on.")
    else:
        fill_many(options.people)
