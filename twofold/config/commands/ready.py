"""What must be right before a server or a courier starts. No command of its own."""

from django.conf import settings
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

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
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def unreachable(problem: Exception) -> Problem:
    return Problem(
        f"The database does not answer: {problem}".strip(),
        "Look at DATABASE_URL, and whether the database is running and lets this user in.",
    )
