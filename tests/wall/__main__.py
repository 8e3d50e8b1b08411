"""`make wall`: the whole visibility matrix and the comparison of two worlds, and what they found."""

import os
import sys

import pytest


class Report:
    """Prints the scores that the tests noted, in one line."""

    def __init__(self) -> None:
        self.notes: dict[str, str] = {}

    def pytest_runtest_logreport(self, report) -> None:
        self.notes.update(report.user_properties)


def main() -> int:
    os.environ["TWOFOLD_WALL"] = "everything"
    report = Report()
    code = pytest.main(["tests/wall", "-q", "-p", "tests.environment", *sys.argv[1:]], plugins=[report])
    cells = sum(int(value) for key, value in report.notes.items() if key.startswith("cells"))
    leaks = sum(int(value) for key, value in report.notes.items() if key.startswith("leaks"))
    refusals = sum(int(value) for key, value in report.notes.items() if key.startswith("refusals"))
    differ = report.notes.get("differ", "unknown")
    print(f"wall: {cells} cells, {leaks} leaks, {refusals} wrong refusals; two worlds: {differ} bytes differ")
    return int(code)


if __name__ == "__main__":
    raise SystemExit(main())
