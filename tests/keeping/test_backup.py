"""A restored server is the server that was backed up: every row, every file, every session."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests import postgres
from tests.server import Served
from twofold.config.commands import Problem
from twofold.config.upkeep import archive

FILL = r"""
import django; django.setup()
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from tests.world import befriend, person
befriend(person("anna", about="Möwen\tüber\\N dem Hafen\n🕊"), person("bela"))
SessionStore().create()
from twofold.network.credentials.keys import new_key
new_key(), new_key()
for name, size in {"a/b.webp": 70_000, "a/c.webp": 0}.items():
    path = settings.MEDIA_ROOT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bytes(range(256)) * (size // 256))
"""


ONE_MORE = """
import django; django.setup()
from tests.world import new_account, person
person("dora", account=new_account("dora@example.org"))
"""


def run_python(server: Served, words: str) -> None:
    subprocess.run([sys.executable, "-c", words], env=server.environment, check=True)


def _server(folder: Path, address: str) -> Served:
    folder.mkdir()
    return Served(folder, environment={"DATABASE_URL": address} if address else None)


@pytest.fixture(scope="module")
def one(tmp_path_factory) -> Iterator[Served]:
    """A server with something to lose."""
    with postgres.fresh(1) as addresses:
        server = _server(tmp_path_factory.mktemp("keeping") / "one", addresses[0])
        server.prepare()
        run_python(server, FILL)
        yield server


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Served]:
    """An empty one."""
    with postgres.fresh(1) as addresses:
        yield _server(tmp_path / "other", addresses[0])


@pytest.fixture(scope="module")
def made(one: Served, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("made") / "backup.tar"
    one.ask("backup", str(path))
    return path


@pytest.fixture
def backup(made: Path, tmp_path: Path) -> Path:
    """A backup of the server, to spoil."""
    return Path(shutil.copy(made, tmp_path / "backup.tar"))


def rows_of(server: Served) -> dict[str, list]:
    """Every row of every table."""
    if address := server.environment.get("DATABASE_URL"):
        return _rows_on_postgres(address)
    # As the database lies on the disk, with its journal.
    with sqlite3.connect(server.folder / "twofold.sqlite3") as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(database.execute(f"SELECT * FROM {name}"), key=repr) for name in sorted(names)}


def _rows_on_postgres(address: str) -> dict[str, list]:
    with psycopg.connect(address.replace("postgres://", "postgresql://", 1)) as database:
        # Columns by name: a database that was laid at once has them in another order than one that was migrated.
        columns = database.execute(
            "SELECT table_name, string_agg(quote_ident(column_name), ', ' ORDER BY column_name)"
            " FROM information_schema.columns WHERE table_schema = 'public' GROUP BY 1 ORDER BY 1"
        ).fetchall()
        return {
            name: sorted(database.execute(f'SELECT {names} FROM "{name}"').fetchall(), key=repr)  # type: ignore[arg-type]
            for name, names in columns
        }


def files_of(server: Served) -> dict[str, bytes]:
    folders = [server.folder / name for name in ("media", "credentials")]
    paths = [*(path for each in folders for path in each.rglob("*")), server.folder / "secret_key"]
    return {str(path.relative_to(server.folder)): path.read_bytes() for path in paths if path.is_file()}


def test_a_restored_server_is_identical_and_goes_on(one, other, backup):
    other.ask("restore", str(backup))
    assert rows_of(other) == rows_of(one)
    assert files_of(other) == files_of(one)
    assert len(files_of(one)) == 5
    assert backup.stat().st_mode & 0o077 == 0
    run_python(other, ONE_MORE)


def test_a_running_server_is_backed_up_but_not_restored_over(one, backup):
    one.start()
    try:
        one.ask("backup", str(backup))  # over the older one of that name
        refused = one.ask("restore", "--force", str(backup), check=False)
    finally:
        one.stop()
    assert refused.returncode == 1
    assert "Stop" in refused.stderr


def test_a_server_with_people_is_overwritten_only_by_force(one, backup):
    before = rows_of(one)
    one.ask("backup", str(backup))
    run_python(one, ONE_MORE)
    refused = one.ask("restore", str(backup), check=False)
    assert refused.returncode == 1
    assert "--force" in refused.stderr
    one.ask("restore", "--force", str(backup))
    assert rows_of(one) == before


def _spoil(path: Path, how: str) -> None:
    data = bytearray(path.read_bytes())
    if how == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif how == "flipped":
        place = data.index(bytes(range(256)))
        data[place + 10] ^= 1
        path.write_bytes(data)
    else:
        path.write_bytes(b"no backup at all" * 100)


@pytest.mark.parametrize("how", ["cut", "flipped", "foreign"])
def test_a_spoilt_backup_is_known_before_anything_is_touched(backup, tmp_path, how):
    _spoil(backup, how)
    with pytest.raises(Problem, match="no whole backup"):
        archive.unpacked(backup, tmp_path / "inside")


def test_a_backup_of_an_unknown_version_changes_nothing(other, backup):
    with tarfile.open(backup) as tar:
        names = tar.getnames()
        contents = json.load(tar.extractfile("contents.json"))
    assert names[-1] == "contents.json"
    contents["migrations"].append(["posts", "0999_from_the_future"])
    _rewrite(backup, json.dumps(contents).encode())
    refused = other.ask("restore", str(backup), check=False)
    assert refused.returncode == 1
    assert "0999_from_the_future" in refused.stderr
    assert set(os.listdir(other.folder)) <= {
        "in-use",
        "secret_key",
        "twofold.sqlite3",
        "twofold.sqlite3-line",
    }


def _rewrite(path: Path, contents: bytes) -> None:
    inside = path.parent / "inside"
    with tarfile.open(path) as tar:
        tar.extractall(inside, filter="data")
    (inside / "contents.json").write_bytes(contents)
    with tarfile.open(path, "w") as tar:
        for each in sorted(inside.rglob("*")):
            if each.is_file():
                tar.add(each, each.relative_to(inside).as_posix())
