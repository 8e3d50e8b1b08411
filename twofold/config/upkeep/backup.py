"""Writing a backup while the server runs.

1. The database as of one instant: SQLite's own backup, or COPY in one repeatable-read transaction on PostgreSQL.
2. Then the files. A file is written before the row that names it, so every picture of that instant is there, unless
   it was erased meanwhile; and that is right.
3. All of it in one file, which appears when it is whole and on the disk.
"""

import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from twofold.config.commands import Problem
from twofold.config.upkeep import archive, tables
from twofold.foundation.kit import clock
from twofold.network.credentials.keys import folder as badge_keys
from twofold.reach.notifications.keys import folder as push_keys


@dataclass(frozen=True)
class Made:
    """What a backup holds: files besides the database, and its size in bytes."""

    files: int
    size: int


def make(target: Path) -> Made:
    """Write everything that must be kept to `target`, over an older backup of that name."""
    if target.is_dir():
        raise Problem(f"{target} is a folder.", "Give the name of a file, for example backup.tar.")
    if not target.parent.is_dir():
        raise Problem(f"There is no folder {target.parent}.", "Make it first, or give another place.")
    try:
        # Beside the target: what has room for the backup has room for its parts.
        with tempfile.TemporaryDirectory(prefix=".twofold-", dir=target.parent) as folder:
            about = _database(Path(folder))
            with archive.written(target) as writer:
                for path in sorted(Path(folder).rglob("*")):
                    if path.is_file():
                        writer.add_file(path.relative_to(folder).as_posix(), path)
                writer.add_bytes("secret_key", settings.SECRET_KEY.encode())
                _keys(writer)
                files = _media(writer)
                writer.close(about)
    except OSError as problem:
        raise Problem(
            f"The backup could not be written: {problem}.", "Make room, or give another place."
        ) from problem
    return Made(files=files, size=target.stat().st_size)


def _database(folder: Path) -> dict[str, Any]:
    about: dict[str, Any] = {
        "made_at": clock.now().isoformat(),
        "database": connection.vendor,
        "migrations": sorted(map(list, MigrationRecorder(connection).applied_migrations())),
    }
    if connection.vendor == "sqlite":
        _copy_sqlite(folder / "database.sqlite3")
        return about
    (folder / "tables").mkdir()
    return about | tables.dump(folder / "tables")


def _copy_sqlite(target: Path) -> None:
    """One consistent copy: a single step reads one snapshot, and writers go on meanwhile."""
    source = sqlite3.connect(f"file:{settings.DATABASES['default']['NAME']}?mode=rw", uri=True, timeout=60)
    copy = sqlite3.connect(target)
    try:
        source.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE")
        if (answer := copy.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            raise Problem(f"The database is damaged: {answer}", "Restore the last good backup.")
    finally:
        copy.close()
        source.close()


def _keys(writer: archive.Writer) -> None:
    """The keys that sign badges, and those that devices know: without them no badge and no device is worth anything."""
    for name, folder in (("credentials", badge_keys()), ("push", push_keys())):
        for path in sorted(folder.glob("*.pem")):
            writer.add_file(f"{name}/{path.name}", path)


def _media(writer: archive.Writer) -> int:
    files = 0
    for path in sorted(Path(settings.MEDIA_ROOT).rglob("*")):
        if path.is_file() and not path.is_symlink():
            files += writer.add_file(f"media/{path.relative_to(settings.MEDIA_ROOT).as_posix()}", path)
    return files
