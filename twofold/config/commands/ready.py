"""What must be right before a server or a courier starts. No command of its own."""

from importlib.util import find_spec
from pkgutil import iter_modules

from django.apps import apps
from django.conf import settings
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from twofold.config.commands import Problem
from twofold.config.upkeep import promises, running


def demand_ready() -> None:
    """Refuse to start on a database that forgets, with the tables of another version, or during a restore."""
    if not running.hold(settings.DATA_DIR):
        raise Problem(f"A backup is being restored to {settings.DATA_DIR}.", "Start again when that is done.")
    try:
        waiting = waiting_migrations()
        broken = promises.broken()
    except OperationalError as problem:
        raise unreachable(problem) from problem
    finally:
        connection.close()
    if broken:
        raise Problem(broken[0].wrong, broken[0].do)
    if waiting:
        raise Problem(
            "The database is not prepared for this version.", "Run `twofold init`, then start again."
        )


def waiting_migrations() -> list[str]:
    """The names of those that this version has and the database has not; read one by one only where a file is new."""
    if _on_disk() <= set(MigrationRecorder(connection).applied_migrations()):
        return []
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def _on_disk() -> set[tuple[str, str]]:
    """Every migration by app and name, without running any: that would take a third of the start."""
    modules = ((app.label, MigrationLoader.migrations_module(app.label)[0]) for app in apps.get_app_configs())
    return {
        (label, found.name)
        for label, module in modules
        if module and (spec := find_spec(module)) and spec.submodule_search_locations
        for found in iter_modules(spec.submodule_search_locations)
        if not found.ispkg and found.name[0] not in "_~"
    }


def unreachable(problem: Exception) -> Problem:
    return Problem(
        f"The database does not answer: {problem}".strip(),
        "Look at DATABASE_URL, and whether the database is running and lets this user in.",
    )
