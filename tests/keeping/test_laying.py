"""A new database gets its tables at once; they are those that all migrations together make."""

import os
import subprocess
import sys

import pytest

_BOTH = """
import sys, django; django.setup()
from django.core.management import call_command
from django.db import connection
from twofold.config.laying import lay_tables
call_command("migrate", verbosity=0) if sys.argv[1] == "migrated" else lay_tables()
call_command("migrate", "--check", verbosity=0)
with connection.cursor() as cursor:
    for table in sorted(connection.introspection.table_names(cursor)):
        about = connection.introspection.get_table_description(cursor, table)
        for column in sorted(about, key=lambda each: each.name):
            print(table, column.name, column.type_code, column.null_ok, column.default)
        rules = list(connection.introspection.get_constraints(cursor, table).values())
        for each in rules:
            if each["primary_key"]:  # in the order of the table, whatever that of the key
                each["columns"].sort()
        for line in sorted(str(sorted((k, str(v)) for k, v in each.items())) for each in rules):
            print(table, line)
        if table.endswith(("_migrations", "_type", "permission")):
            cursor.execute(f"SELECT count(*) FROM {table}")
            print(table, cursor.fetchone())
"""


def _laid(tmp_path, how: str) -> list[str]:
    environment = {
        **os.environ,
        "TWOFOLD_DATA_DIR": str(tmp_path / how),
        "DJANGO_SETTINGS_MODULE": "twofold.config.settings",
    }
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, "-c", _BOTH, how], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.slow
def test_a_new_database_is_what_all_migrations_make(tmp_path):
    laid, migrated = _laid(tmp_path, "laid"), _laid(tmp_path, "migrated")
    assert len(laid) > 500
    assert [line for line in laid if line not in migrated] == []
    assert [line for line in migrated if line not in laid] == []
