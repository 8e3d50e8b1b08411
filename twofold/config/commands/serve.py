"""Serve: pages, live streams and the courier under one command."""

import argparse

from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from twofold.config.commands import Problem
from twofold.config.serve import run as start


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host", default="127.0.0.1", help="the address to listen on (default: this machine alone)"
    )
    parser.add_argument("--port", type=int, default=8000, help="the port to listen on (default: 8000)")


def run(options: argparse.Namespace) -> int | None:
    demand_current_tables()
    return start(options.host, options.port)


def demand_current_tables() -> None:
    """Refuse to serve with the tables of another version: nothing good comes of it."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except OperationalError as problem:
        raise Problem(
            f"The database does not answer: {problem}".strip(),
            "Look at DATABASE_URL, and whether the database is running and lets this user in.",
        ) from problem
    connection.close()
    if waiting:
        raise Problem(
            "The database is not prepared for this version.", "Run `twofold init`, then serve again."
        )
