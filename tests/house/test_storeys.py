"""Imports, template includes and foreign keys go down only."""

import re
import subprocess
import sys
from pathlib import Path

from django.apps import apps as django_apps

from tests.house.tree import HOUSE, ROOT, STOREYS, short, storey_of, templates

INCLUDE = re.compile(r"{%-?\s*(?:extends|include|from|import)\s+\"([\w./-]+)\"")


def test_import_contracts_hold():
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]


def _owner(name: str) -> Path | None:
    return next(iter(HOUSE.glob(f"*/*/templates/{name}")), None)


def test_templates_include_only_from_below():
    """The shell and its components are the one exception: they know no noun, and everybody stands on them."""
    wrong = []
    for path in templates():
        for name in INCLUDE.findall(path.read_text()):
            owner = _owner(name)
            if owner is None:
                wrong.append(f"{short(path)} includes {name}, which is not there")
            elif not name.startswith(("web/base", "web/components/")) and storey_of(owner) > storey_of(path):
                wrong.append(f"{short(path)} includes {name} from above")
    assert not wrong, "\n".join(wrong)


def test_foreign_keys_point_down():
    def height(model) -> int:
        parts = model.__module__.split(".")
        return STOREYS.index(parts[1]) if parts[0] == "twofold" else -1

    wrong = [
        f"{model._meta.label}.{field.name}"
        for model in django_apps.get_models()
        if model.__module__.startswith("twofold.")
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model
        if height(field.related_model) > height(model)
    ]
    assert not wrong, wrong


def test_migrations_are_complete():
    # In a process of its own: the tests themselves lay their tables without migrations.
    command = [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
