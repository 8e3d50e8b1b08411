"""Bringing a backup back.

1. The data folder is taken alone: a server must not run. What it holds is overwritten only by force.
2. The archive is unpacked beside it and proved whole, before anything is touched.
3. Pictures, the secret key and last the database take their places. After a crash in between, do it again.
4. Tables of an older version are brought up to this one's.
"""

import os
import shutil
import sqlite3
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from twofold.config.commands import Problem
from twofold.config.gathering import gather
from twofold.config.laying import lay_tables
from twofold.config.upkeep import archive, running, tables
from twofold.network.credentials.keys import folder as badge_keys
from twofold.people.accounts.models import Account
from twofold.people.personas.models import Persona
from twofold.reach.notifications.keys import folder as push_keys


def bring_back(source: Path, *, force: bool = False) -> dict[str, Any]:
    """Make this server what the backup `source` holds; its list of contents."""
    if not source.is_file():
        raise Problem(f"There is no file {source}.", "Give the file that `twofold backup` wrote.")
    if not running.hold(settings.DATA_DIR, alone=True):
        raise Problem(
            f"A server is using {settings.DATA_DIR}.",
            "Stop `twofold serve` and its workers first, then restore.",
        )
    if not force and _holds_something():
        raise Problem(
            f"There are people on this server already ({settings.DATA_DIR}).",
            "Set TWOFOLD_DATA_DIR to a new folder; or add --force, and what is here now is lost.",
        )
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=settings.DATA_DIR) as name:
        folder = Path(name)
        contents = archive.unpacked(source, folder)
        _demand_fit(contents)
        _place_media(folder)
        _place_secret(folder)
        _place_keys(folder / "credentials", badge_keys())
        _place_keys(folder / "push", push_keys())
        if connection.vendor == "sqlite":
            _place_sqlite(folder / "database.sqlite3")
        else:
            _place_postgres(folder / "tables", contents)
    call_command("migrate", interactive=False, verbosity=0)
    gather()
    return contents


def _holds_something() -> bool:
    media = Path(settings.MEDIA_ROOT)
    if media.is_dir() and any(path.is_file() for path in media.rglob("*")):
        return True
    try:
        return Account.objects.exists() or Persona.objects.exists()
    except DatabaseError:  # no tables yet: a new folder
        return False
    finally:
        connection.close()


def _demand_fit(contents: dict[str, Any]) -> None:
    if contents["database"] != connection.vendor:
        raise Problem(
            f"The backup is of a server on {contents['database']}, and DATABASE_URL names {connection.vendor}.",
            "Restore it to the same kind of database.",
        )
    known = MigrationLoader(None).disk_migrations
    if unknown := [f"{app}.{name}" for app, name in contents["migrations"] if (app, name) not in known]:
        raise Problem(
            f"The backup is of another version of Twofold: {unknown[0]} is not known here.",
            "Restore it with that version or a later one.",
        )


def _place_media(folder: Path) -> None:
    new, place, old = folder / "media", Path(settings.MEDIA_ROOT), folder / "media.before"
    new.mkdir(exist_ok=True, mode=0o700)
    if place.exists():
        place.rename(old)
    new.rename(place)
    archive.settle(place.parent)
    shutil.rmtree(old, ignore_errors=True)


def _place_secret(folder: Path) -> None:
    os.replace(folder / "secret_key", settings.DATA_DIR / "secret_key")
    archive.settle(settings.DATA_DIR)


def _place_keys(new: Path, place: Path) -> None:
    """The keys that sign badges, or those that devices know, with the rows that say who has one."""
    old = new.with_name(f"{new.name}.before")
    new.mkdir(exist_ok=True, mode=0o700)
    if place.exists():
        place.rename(old)
    new.rename(place)
    archive.settle(place.parent)
    shutil.rmtree(old, ignore_errors=True)


def _place_sqlite(new: Path) -> None:
    place = Path(settings.DATABASES["default"]["NAME"])
    connection.close()
    if place.exists():
        _fold_journal(place)
    os.replace(new, place)
    archive.settle(place.parent)


def _fold_journal(place: Path) -> None:
    """The journal of the old database must not be taken for the new one's."""
    try:
        old = sqlite3.connect(place)
        old.execute("PRAGMA journal_mode=DELETE")
        old.close()
    except sqlite3.DatabaseError:  # damaged: the reason to restore
        place.unlink()
    for ending in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            place.with_name(place.name + ending).unlink()


def _place_postgres(folder: Path, contents: dict[str, Any]) -> None:
    """The tables as they were at the time of the backup, then their rows."""
    tables.drop_all()
    executor = MigrationExecutor(connection)
    applied = {(app, name) for app, name in contents["migrations"]}
    nodes = executor.loader.graph.node_map
    if applied == set(nodes):
        lay_tables()  # those of this version, without going through all of history
    else:
        last = [
            key for key in applied & set(nodes) if not {each.key for each in nodes[key].children} & applied
        ]
        executor.migrate(last)
    tables.load(folder, contents)
