"""What the database must promise, asked of the database itself: an acknowledged write survives a power cut."""

import sqlite3
from dataclasses import dataclass

from django.db import connection

# The first releases of their lines without the fault that loses commits of several connections.
SOUND_SQLITE = ((3, 44, 6), (3, 50, 7), (3, 51, 3))


@dataclass(frozen=True)
class Broken:
    """A promise that the database does not make, and what to do."""

    wrong: str
    do: str


def is_sound(version: tuple[int, ...]) -> bool:
    """Whether this SQLite keeps all commits: 3.51.3 or later, or a mended release of an older line."""
    return version >= SOUND_SQLITE[-1] or any(
        version[:2] == line[:2] and version >= line for line in SOUND_SQLITE
    )


def name() -> str:
    """The database and its version, as people call it."""
    if connection.vendor == "sqlite":
        return f"SQLite {sqlite3.sqlite_version}"
    return f"PostgreSQL {_asked('SHOW server_version')}"


def broken() -> list[Broken]:
    """Every promise that this database does not make; opens a connection as the server does."""
    return _of_sqlite() if connection.vendor == "sqlite" else _of_postgres()


def _asked(question: str):
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def _of_sqlite() -> list[Broken]:
    found = []
    if not is_sound(sqlite3.sqlite_version_info):
        found.append(
            Broken(
                f"SQLite {sqlite3.sqlite_version} can lose commits of several connections.",
                "Run `uv sync`, which brings a current one (the package pysqlite3), or use a SQLite from 3.51.3 on.",
            )
        )
    if _asked("PRAGMA journal_mode") not in {"wal", "memory"}:  # a test's database may live in memory
        found.append(Broken("SQLite does not write ahead (WAL).", _own("journal_mode=WAL")))
    if _asked("PRAGMA synchronous") < 2:
        found.append(
            Broken("SQLite does not wait for the disk (synchronous=FULL).", _own("synchronous=FULL"))
        )
    if not _asked("PRAGMA foreign_keys"):
        found.append(Broken("SQLite does not hold foreign keys.", _own("foreign_keys=ON")))
    return found


def _own(pragma: str) -> str:
    return (
        f"The settings ask for {pragma}: keep the data folder on a local disk, and the settings as they are."
    )


def _of_postgres() -> list[Broken]:
    found = []
    if _asked("SHOW synchronous_commit") in {"off", "local"}:
        found.append(
            Broken(
                "PostgreSQL acknowledges before it has written (synchronous_commit is off).",
                "Take synchronous_commit out of DATABASE_URL, the role and postgresql.conf: its default is right.",
            )
        )
    if _asked("SHOW server_encoding") != "UTF8":
        found.append(Broken("The database is not in UTF-8.", "Create it with ENCODING 'UTF8'."))
    return found
