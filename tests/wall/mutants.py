"""Take the door out, one call at a time, and see that the tests notice: `python -m tests.wall.mutants [WORD ...]`.

Each call of the door is replaced by one that lets everybody through, in a copy of the tree; the tests of the app or
those of the wall must then fail. Words choose files by their paths. Prints the calls whose loss nobody noticed and
exits with 1 when there are any.
"""

import ast
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_ALWAYS = "__import__('django.db.models', fromlist=['Q']).Q(pk__isnull=False)"
OPEN = {
    "visible_to": "{inner}.all()",
    "can_see": "True",
    "personas_visible_to": "personas_visible_to.__globals__['Persona'].objects.active()",
    "rule_sql": "'(1 = 1)'",
    "post_rule_sql": "'(1 = 1)'",
    "persona_rule_sql": "'(1 = 1)'",
    "Admits.thing": _ALWAYS,
    "AdmitsPersona.to": _ALWAYS,
}
COPIED = ("twofold", "tests", "conftest.py", "pyproject.toml", "manage.py", ".importlinter")


@dataclass(frozen=True)
class Mutant:
    path: Path
    line: int
    name: str
    text: str


class _Opener(ast.NodeTransformer):
    """Replaces the `wanted`-th call of the door in a file."""

    def __init__(self, wanted: int):
        self.wanted, self.seen, self.hit = wanted, -1, None

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        name = next((each for each in _names(node.func) if each in OPEN), "")
        if not name:
            return node
        self.seen += 1
        if self.seen != self.wanted:
            return node
        self.hit = (node.lineno, name)
        inner = ast.unparse(node.func.value) if isinstance(node.func, ast.Attribute) else ""
        return ast.parse(OPEN[name].format(inner=inner), mode="eval").body


def _names(called: ast.expr) -> list[str]:
    """What a call may be known by: its own name, and with what it belongs to."""
    own = getattr(called, "attr", getattr(called, "id", ""))
    whose = getattr(getattr(called, "value", None), "id", "")
    return [own, f"{whose}.{own}"]


def mutants() -> Iterator[Mutant]:
    for path in sorted((ROOT / "twofold").rglob("*.py")):
        if "tests" in path.parts or path.is_relative_to(ROOT / "twofold/people/audiences"):
            continue
        for wanted in range(1000):
            tree, opener = ast.parse(path.read_text()), _Opener(wanted)
            changed = opener.visit(tree)
            if opener.hit is None:
                break
            yield Mutant(path.relative_to(ROOT), *opener.hit, ast.unparse(ast.fix_missing_locations(changed)))


def noticed(mutant: Mutant) -> bool:
    """Whether the tests fail on the tree with this one call opened."""
    with tempfile.TemporaryDirectory(prefix="twofold-mutant-") as folder:
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, Path(folder) / name)
        (Path(folder) / mutant.path).write_text(mutant.text)
        # Those that know the room best, and then all of the wall, which takes minutes.
        app = Path(*mutant.path.parts[:3])
        near = [each for each in (app, Path(f"tests/wall/test_{app.name}.py")) if (ROOT / each).exists()]
        near = [] if mutant.path.parts[1] == "surfaces" else near
        return bool(near and _fails(folder, "-n0", *map(str, near))) or _fails(folder, "-n2", "tests/wall")


def _fails(folder: str, *what: str) -> bool:
    command = [sys.executable, "-m", "pytest", "-x", "-q", *what, "-m", "not browser and not slow"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode == 1


def main() -> int:
    only = sys.argv[1:]
    found = [each for each in mutants() if not only or any(word in str(each.path) for word in only)]
    missed = []
    for number, mutant in enumerate(found, 1):
        seen = noticed(mutant)
        print(
            f"{number}/{len(found)} {mutant.path}:{mutant.line} {mutant.name}: {'noticed' if seen else 'MISSED'}"
        )
        if not seen:
            missed.append(mutant)
    print(f"door: {len(found)} calls opened, {len(missed)} not noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
