"""Small rooms: the lengths of HOUSE.md."""

import ast
from pathlib import Path
from statistics import median

from tests.house.tree import ROOT, parsed, short, sources

FILE, FILE_MEDIAN = 400, 80
FUNCTION, FUNCTION_MEDIAN = 50, 9
VIEW = 25


def _functions(path: Path) -> list[tuple[str, int]]:
    return [
        (f"{short(path)}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def _everything() -> list[Path]:
    return sources(ROOT / "twofold", ROOT / "tests", ROOT / "bench")


def test_no_file_is_longer_than_its_budget():
    long = {
        short(path): lines for path in _everything() if (lines := len(path.read_text().splitlines())) > FILE
    }
    assert not long, f"past {FILE} lines; which idea is missing? {long}"


def test_the_median_file_is_small():
    lengths = [lines for path in sources() if (lines := len(path.read_text().splitlines())) > 0]
    assert median(lengths) <= FILE_MEDIAN


def test_no_function_is_longer_than_its_budget():
    long = [
        f"{name}: {lines}" for path in _everything() for name, lines in _functions(path) if lines > FUNCTION
    ]
    assert not long, "\n".join(long)


def test_the_median_function_is_small():
    assert median(lines for path in sources() for _, lines in _functions(path)) <= FUNCTION_MEDIAN


def test_views_are_thin():
    views = [path for path in sources() if path.name == "views.py" or path.parent.name in {"views", "pages"}]
    long = [f"{name}: {lines}" for path in views for name, lines in _functions(path) if lines > VIEW]
    assert not long, "\n".join(long)
