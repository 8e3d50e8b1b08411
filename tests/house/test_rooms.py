"""The same rooms in every app, each looking only at those below it."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.tree import HOUSE, apps, imported, parsed, short, sources, templates

JUNK = {"utils", "helpers", "common", "misc"}
ROOMS = (
    {"facts"},
    {"models"},
    {"policies"},
    {"queries"},
    {"actions"},
    {"reactions", "forms", "datarights", "appointments"},
    {"views"},
    {"urls"},
)
HEIGHT = {room: height for height, rooms in enumerate(ROOMS) for room in rooms}
APPS = sorted(apps())


def _room(dotted: str, app: Path) -> str:
    """The room of `app` that a dotted name leads into, or nothing."""
    prefix = "twofold." + ".".join(app.relative_to(HOUSE).parts) + "."
    return dotted.removeprefix(prefix).split(".")[0] if dotted.startswith(prefix) else ""


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.name)
def test_an_app_says_what_it_owns_and_forbids(app):
    said = ast.get_docstring(parsed(app / "__init__.py")) or ""
    assert "Owns" in said, f"{short(app)} does not say what it owns"
    assert "Forbids" in said, f"{short(app)} does not say what it forbids"
    assert "nnounces" in said, f"{short(app)} does not say what it announces"


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.name)
def test_an_app_carries_its_own_short_label(app):
    assert f'label = "{app.name}"' in (app / "apps.py").read_text()


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.name)
def test_rooms_import_downwards_only(app):
    wrong = []
    for path in sources(app):
        own = path.relative_to(app).parts[0].removesuffix(".py")
        if own not in HEIGHT:
            continue
        for dotted, line in imported(parsed(path)):
            other = _room(dotted, app)
            if other in HEIGHT and other != own and HEIGHT[other] >= HEIGHT[own]:
                wrong.append(f"{short(path)}:{line} {own} imports {other}")
    assert not wrong, "\n".join(wrong)


def test_there_is_no_junk_drawer():
    assert not [short(path) for path in sources() if path.stem in JUNK or JUNK & set(path.parts)]


def test_nothing_of_ours_is_imported_inside_a_function():
    wrong = [
        f"{short(path)}:{line} {name}"
        for path in sources()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for name, line in imported(node)
        if name.startswith("twofold")
    ]
    assert not wrong, "\n".join(wrong)


def test_views_and_surfaces_never_touch_a_manager():
    rooms = [
        path
        for path in sources()
        if "tests" not in path.parts
        and (path.name == "views.py" or path.parent.name == "views" or "surfaces" in path.parts)
        and path.name not in {"models.py", "queries.py", "actions.py"}
        and not {"queries", "actions"} & set(path.parts)
    ]
    wrong = [
        f"{short(path)}:{number}"
        for path in rooms
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if re.search(r"\.objects\b", line)
    ]
    assert not wrong, "\n".join(wrong)


def test_models_have_no_side_effects():
    wrong = [
        f"{short(path)}:{node.lineno} {node.name}"
        for path in sources()
        if path.name == "models.py" or path.parent.name == "models"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef) and node.name in {"save", "delete"}
    ]
    # What models cannot describe (an index of words) is laid after migrations; no row is saved or deleted then.
    laying = "from django.db.models.signals import post_migrate\n"
    wrong += [
        short(path)
        for path in sources()
        if "django.db.models.signals" in path.read_text().replace(laying, "")
    ]
    assert not wrong, "\n".join(wrong)


def test_templates_carry_no_inline_script_or_style():
    pattern = re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>|\sstyle=|\son[a-z]+=\"", re.I
    )
    wrong = [
        f"{short(path)}:{number}"
        for path in templates()
        if path.suffix == ".html" and "email" not in path.stem
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if pattern.search(line)
    ]
    assert not wrong, "\n".join(wrong)


SET = re.compile(r"^\{% set (\w+) = (.*?) %\}", re.M)
EXTENDS = re.compile(r'\{% extends "([^"]+)" %\}')


def test_what_a_page_sets_is_not_set_again_by_what_it_extends():
    # A page is read before what it extends, which has the last word: a board of applications wore no sheet for weeks.
    texts = {str(path).split("/templates/", 1)[1]: path.read_text() for path in templates()}
    wrong = []
    for name, text in texts.items():
        mine, above = dict(SET.findall(text)), EXTENDS.search(text)
        while above and above[1] in texts:
            head = texts[above[1]].split("{% block", 1)[0]
            for said, value in SET.findall(head):
                if mine.get(said, value) != value and f"{said}|default" not in value:
                    wrong.append(f"{name}: {above[1]} sets {said} again")
            above = EXTENDS.search(head)
    assert not wrong, "\n".join(wrong)
