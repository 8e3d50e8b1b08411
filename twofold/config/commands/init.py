"""Prepare the data folder: safe to repeat, and what an upgrade needs."""

import argparse

from django.conf import settings
from django.db import OperationalError, connection

from twofold.config.commands.ready import unreachable
from twofold.config.gathering import gather
from twofold.config.laying import lay_tables
from twofold.network.vocabulary.actions import load
from twofold.reach.notifications import keys


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="say nothing when all goes well")


def run(options: argparse.Namespace) -> None:
    settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
    try:
        connection.ensure_connection()
    except OperationalError as problem:
        raise unreachable(problem) from problem
    lay_tables()
    load()
    keys.make()
    gather()
    if not options.quiet:
        print(f"Ready. Everything that must be kept lies in {settings.DATA_DIR}.")
