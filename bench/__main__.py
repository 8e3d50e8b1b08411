"""`make bench`: every benchmark, each in a process and on a database of its own; a table and build/bench.json.

python -m bench [--large] [--only NAME] [--db sqlite|postgres|both]

A benchmark is a module of this folder with `run(size) -> list[row]`; size is "small" or "large". A row says `what`
was measured, its figures under names that end in their unit (`p50_ms`, `cpu_ms`, `per_s`, `mb`, `ratio`), the `bar` in
words and whether it is `ok`. Each checks its own answers, and ends with an error when one is wrong; then this command
fails. A figure past its bar is shown and does not fail it: these machines are shared.
"""

import argparse
import contextlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from tests import postgres

HERE = Path(__file__).parent
NOT_MEASURING = {"__init__", "__main__", "fresh", "one", "snb", "snb_topics", "suggestions"}
FIRST = ["feed", "api"]  # the figures that are asked for first
BOTH = {"feed", "foryou", "api", "graph"}
PATIENCE = {"small": 400, "large": 7200}


def main() -> int:
    options = _options()
    size = "large" if options.large else "small"
    results, failed = [], []
    for name, database in _plan(options):
        print(f"\n{name} on {database}", flush=True)
        begun = time.monotonic()
        rows, problem = _measure(name, size, database)
        _show(rows)
        if problem:
            failed.append(f"{name} on {database}: {problem}")
            print(f"  FAILED: {problem}")
        took = round(time.monotonic() - begun, 1)
        results.append({"name": name, "database": database, "took_s": took, "rows": rows, "failed": problem})
    _keep(results, size)
    if failed:
        print("\nWrong or unfinished:\n  " + "\n  ".join(failed), file=sys.stderr)
    return 1 if failed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--large", action="store_true", help="full sizes; takes long")
    parser.add_argument("--only", metavar="NAME", help="one benchmark")
    parser.add_argument("--db", choices=["sqlite", "postgres", "both"], default="both")
    return parser.parse_args()


def _plan(options: argparse.Namespace) -> list[tuple[str, str]]:
    found = sorted(path.stem for path in HERE.glob("*.py") if "def run(" in path.read_text())
    names = [name for name in found if name not in NOT_MEASURING and options.only in {None, name}]
    names.sort(key=lambda name: (FIRST.index(name) if name in FIRST else len(FIRST), name))
    databases = ["sqlite", "postgres"] if options.db == "both" else [options.db]
    return [
        (name, database)
        for name in names
        for database in databases
        if database == databases[0] or name in BOTH
    ]


def _measure(name: str, size: str, database: str) -> tuple[list[dict], str]:
    """The rows of one benchmark, and what went wrong."""
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    with contextlib.ExitStack() as stack:
        if database == "postgres":
            environment["DATABASE_URL"] = stack.enter_context(postgres.server(durable=True))
        answer = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "rows.json"
        command = [sys.executable, "-m", "bench.one", name, size, str(answer)]
        try:
            done = subprocess.run(
                command, env=environment, cwd=HERE.parent, timeout=PATIENCE[size], check=False
            )
        except subprocess.TimeoutExpired:
            return [], f"took longer than {PATIENCE[size]} s"
        if done.returncode:
            return [], f"ended with {done.returncode}"
        return json.loads(answer.read_text()), ""


def _show(rows: list[dict]) -> None:
    width = max((len(row["what"]) for row in rows), default=0)
    for row in rows:
        figures = ", ".join(f"{key} {value:g}" for key, value in row.items() if _is_figure(value))
        mark = "ok  " if row.get("ok", True) else "PAST"
        print(f"  {mark} {row['what']:<{width}}  {figures}  ({row.get('bar', 'no bar')})")


def _is_figure(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _keep(results: list[dict], size: str) -> None:
    target = HERE.parent / "build" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    about = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "size": size,
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "machine": platform.machine(),
    }
    target.write_text(json.dumps({**about, "benchmarks": results}, indent=1) + "\n")
    print(f"\nKept in {target.relative_to(HERE.parent)}.")


if __name__ == "__main__":
    sys.exit(main())
