"""Write everything that must be kept into one file."""

import argparse
from pathlib import Path

from twofold.config.upkeep import backup


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="where to write it, for example backup.tar")


def run(options: argparse.Namespace) -> None:
    made = backup.make(options.file.resolve())
    print(f"{options.file}: the database, the secret key and {made.files} files, {made.size / 1e6:.1f} MB.")
    print(
        "Whoever has this file has everything: keep it where only you can read it, and not on this machine alone."
    )
