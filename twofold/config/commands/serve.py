"""Serve: pages, live streams and the courier under one command."""

import argparse

from twofold.config.commands.ready import demand_ready
from twofold.config.gathering import gather
from twofold.config.serve import run as start


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host", default="127.0.0.1", help="the address to listen on (default: this machine alone)"
    )
    parser.add_argument("--port", type=int, default=8000, help="the port to listen on (default: 8000)")


def run(options: argparse.Namespace) -> int | None:
    demand_ready()
    gather()
    return start(options.host, options.port)
