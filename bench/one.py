"""One benchmark in a process of its own: `python -m bench.one NAME SIZE FILE` writes its rows to FILE as JSON."""

import json
import sys
from importlib import import_module
from pathlib import Path

from bench.fresh import begin


def main(name: str, size: str, target: str) -> None:
    begin()
    Path(target).write_text(json.dumps(import_module(f"bench.{name}").run(size)))


if __name__ == "__main__":
    main(*sys.argv[1:])
