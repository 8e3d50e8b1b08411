"""The tree of the house, as the tests of its order read it."""

import ast
import gc
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "twofold"

STOREYS = ("foundation", "people", "network", "reach", "care", "surfaces", "config")


def sources(*folders: Path) -> list[Path]:
    """Every Python file that people wrote: migrations are written by Django."""
    found = (path for folder in folders or (HOUSE,) for path in folder.rglob("*.py"))
    return sorted(path for path in found if "migrations" not in path.parts)


def templates() -> list[Path]:
    return sorted(path for path in HOUSE.rglob("templates/**/*") if path.is_file())


@cache
def parsed(path: Path) -> ast.Module:
    # The trees are all kept, by the million nodes: to look for garbage in them again and again takes most of the time.
    gc.disable()
    tree = ast.parse(path.read_text(), filename=str(path))
    gc.freeze()
    gc.enable()
    return tree


def apps() -> Iterator[Path]:
    """The folder of every app: a second-level folder with an apps.py."""
    return (path.parent for path in sorted(HOUSE.glob("*/*/apps.py")))


def storey_of(path: Path) -> int:
    """How high `path` stands, 0 being the foundation."""
    return STOREYS.index(path.relative_to(HOUSE).parts[0])


def imported(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """The dotted names that `tree` imports, each with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, node.lineno


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))
