"""Only people/accounts can tell that two personas share an account."""

import re

from django.apps import apps as django_apps

from tests.house.tree import HOUSE, imported, parsed, short, sources

# Doors through which a person comes in: they ask accounts for a viewer, and get one network's.
MAY_ASK = (HOUSE / "people" / "accounts", HOUSE / "surfaces", HOUSE / "config")


def test_nobody_else_imports_accounts():
    wrong = [
        f"{short(path)}:{line}"
        for path in sources()
        if not any(path.is_relative_to(folder) for folder in MAY_ASK)
        for name, line in imported(parsed(path))
        if name.startswith("twofold.people.accounts")
    ]
    assert not wrong, "\n".join(wrong)


def test_nobody_else_reads_the_wall_itself():
    """Not even the surfaces and the command line touch the table that links personas."""
    wrong = [
        f"{short(path)}:{number}"
        for path in sources()
        if not path.is_relative_to(MAY_ASK[0])
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if re.search(r"\bPresence\b|accounts_presence|\bpresences\b", line)
    ]
    assert not wrong, "\n".join(wrong)


def test_no_table_outside_accounts_points_at_an_account():
    account = django_apps.get_model("accounts.Account")
    wrong = [
        f"{model._meta.label}.{field.name}"
        for model in django_apps.get_models()
        if model.__module__.startswith("twofold.")
        and not model.__module__.startswith("twofold.people.accounts")
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model is account
    ]
    assert not wrong, wrong
