"""Bring a backup back."""

import argparse
from pathlib import Path

from django.conf import settings

from twofold.config.upkeep.restore import bring_back


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="what `twofold backup` wrote")
    parser.add_argument(
        "--force", action="store_true", help="even though there are people here: they are lost"
    )


def run(options: argparse.Namespace) -> None:
    contents = bring_back(options.file.resolve(), force=options.force)
    print(f"Restored to {settings.DATA_DIR}: the server as it was at {contents['made_at']}.")
