"""Where jobs of pages come from: set, looked at, looked into, let go."""

import argparse
from pathlib import Path

from twofold.config.commands import Problem
from twofold.foundation.kit.ids import encode
from twofold.network.jobs.actions import add_feed, drop_feed, run_feed
from twofold.network.jobs.feeding import KINDS
from twofold.network.jobs.models import Feed
from twofold.network.jobs.queries import feeds
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.queries import called

_EXAMPLE = "twofold job-feeds add @delta.works greenhouse https://…/jobs?content=true"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("act", nargs="?", default="list", choices=["list", "add", "run", "remove"])
    parser.add_argument("which", nargs="?", help="the page, such as @delta.works; or a feed of the list")
    parser.add_argument("kind", nargs="?", choices=[*KINDS])
    parser.add_argument("address", nargs="?", help="where it is: an address on the web, or a file")


def run(options: argparse.Namespace) -> int:
    if options.act == "add":
        feed = add_feed(_page(options), kind=options.kind, address=_address(options))
        return _look([feed])
    if options.act == "run":
        return _look([_feed(options)] if options.which else feeds())
    if options.act == "remove":
        feed = _feed(options)
        print(f"{drop_feed(feed)} jobs that came from {feed.address} are closed.")
        return 0
    found = feeds()
    for each in found:
        print(_line(each))
    if not found:
        print(f"No jobs come from anywhere else. For example: {_EXAMPLE}")
    return 0


def _look(found: list[Feed]) -> int:
    well = [run_feed(each) for each in found]
    for each in found:
        print(_line(each))
    return 0 if all(well) else 1


def _line(feed: Feed) -> str:
    state = (
        "could not be read"
        if feed.failures
        else f"{feed.jobs} jobs"
        if feed.well_at
        else "not looked into yet"
    )
    first = f"{encode(feed.pk)}  @{feed.page.handle}  {feed.kind}  {state}  {feed.address}"
    return f"{first}\n  {feed.notes}" if feed.notes else first


def _page(options: argparse.Namespace) -> Persona:
    if not options.which or not options.kind or not options.address:
        raise Problem("Say for which page, which kind of feed, and where it is.", f"For example: {_EXAMPLE}")
    found = called(Network.PROFESSIONAL, options.which).active().first()
    if found is None or not found.is_page:
        raise Problem(
            f"There is no page {options.which} at work.", "Give the handle that stands on the page."
        )
    return found


def _address(options: argparse.Namespace) -> str:
    if options.address.startswith(("https://", "http://")):
        return options.address
    path = Path(options.address).resolve()
    if not path.is_file():
        raise Problem(f"{path} is not there.", "Give an address from https:// on, or a file.")
    return str(path)


def _feed(options: argparse.Namespace) -> Feed:
    found = {encode(each.pk): each for each in feeds()}
    if options.which not in found:
        raise Problem("There is no such feed.", "`twofold job-feeds` lists them.")
    return found[options.which]
