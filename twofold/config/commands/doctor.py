"""Look whether everything is well. The exit code is 0 when nothing must be mended."""

import argparse

from twofold.config.upkeep.doctor import examine
from twofold.config.upkeep.findings import State


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="say only what is not well")


def run(options: argparse.Namespace) -> int:
    must = 0
    for finding in examine():
        must += finding.state is State.MEND
        if options.quiet and finding.state is State.WELL:
            continue
        print(f"{finding.state.value} {finding.what}")
        if finding.do:
            print(f"    → {finding.do}")
    print(f"\n{must} to mend." if must else "\nAll is well.")
    return 1 if must else 0
