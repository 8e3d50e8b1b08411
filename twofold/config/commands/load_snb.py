"""Load the LDBC social network data set through our own actions, to compare our answers with its own."""

import argparse
from pathlib import Path

from twofold.config.commands import Problem
from twofold.config.snb import load


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path, help="the folder of the data set")


def run(options: argparse.Namespace) -> None:
    if not options.folder.is_dir():
        raise Problem(
            f"There is no folder {options.folder}.", "Give the folder that holds the data set's files."
        )
    load(options.folder)
