"""The file of a backup: one plain tar that a person can open, with a list of contents that proves it whole.

database.sqlite3            the whole database of a server on SQLite, or
tables/NAME.copy            every table of one on PostgreSQL, as COPY writes it
secret_key                  without it no session, code or token of this server is worth anything
credentials/…               the keys that sign badges
push/…                      the keys by which push services know this server
media/…                     pictures
contents.json               written last: kind, version, migrations, length and SHA-256 of each entry
"""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import IO, Any

from twofold.config.commands import Problem

FORMAT = 1
CONTENTS = "contents.json"


class _Hashed:
    """A file that remembers the digest of what was read from it."""

    def __init__(self, file: IO[bytes]):
        self.file = file
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self.file.read(size)
        self.digest.update(data)
        return data


class Writer:
    """Adds entries to an archive and keeps its list of contents."""

    def __init__(self, tar: tarfile.TarFile):
        self.tar = tar
        self.entries: dict[str, dict[str, Any]] = {}

    def add(self, name: str, file: IO[bytes], length: int) -> None:
        hashed = _Hashed(file)
        entry = tarfile.TarInfo(name)
        entry.size, entry.mode = length, 0o600
        self.tar.addfile(entry, hashed)  # type: ignore[arg-type]
        self.entries[name] = {"bytes": length, "sha256": hashed.digest.hexdigest()}

    def add_file(self, name: str, path: Path) -> bool:
        """Add a file; False when it has gone meanwhile."""
        try:
            file = path.open("rb")
        except FileNotFoundError:
            return False
        with file:
            self.add(name, file, os.fstat(file.fileno()).st_size)
        return True

    def add_bytes(self, name: str, data: bytes) -> None:
        self.add(name, io.BytesIO(data), len(data))

    def close(self, about: dict[str, Any]) -> None:
        contents = {"format": FORMAT, **about, "entries": self.entries}
        self.add_bytes(CONTENTS, json.dumps(contents, indent=1).encode())


@contextmanager
def written(target: Path) -> Iterator[Writer]:
    """An archive that appears at `target` whole, safe on the disk and for its owner's eyes alone; or not at all."""
    partial = target.with_name(target.name + ".partial")
    with suppress(FileNotFoundError):
        partial.unlink()
    try:
        with open(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            with tarfile.open(fileobj=file, mode="w|", format=tarfile.PAX_FORMAT) as tar:
                yield Writer(tar)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
        settle(target.parent)
    finally:
        with suppress(FileNotFoundError):
            partial.unlink()


def settle(folder: Path) -> None:
    """Make the names in `folder` survive a power cut too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def unpacked(source: Path, folder: Path) -> dict[str, Any]:
    """Unpack into `folder` and prove it whole; the list of contents."""
    digests: dict[str, dict[str, Any]] = {}
    try:
        with tarfile.open(source, mode="r:") as tar:
            for entry in tar:
                digests[entry.name] = _extract(tar, entry, folder)
    except (tarfile.TarError, OSError) as problem:
        raise _spoilt(source, str(problem)) from problem
    own = digests.pop(CONTENTS, None)
    if own is None:
        raise _spoilt(source, "it has no list of contents, so it is not whole or not one of ours")
    contents = json.loads((folder / CONTENTS).read_text())
    if contents["format"] != FORMAT:
        raise Problem(
            f"{source} was made by a later Twofold.", "Restore it with that version or a later one."
        )
    if contents["entries"] != digests:
        raise _spoilt(source, "its entries are not those of its list of contents")
    return contents


def _spoilt(source: Path, why: str) -> Problem:
    return Problem(f"{source} is no whole backup: {why}.", "Take another backup. Nothing was changed here.")


def _extract(tar: tarfile.TarFile, entry: tarfile.TarInfo, folder: Path) -> dict[str, Any]:
    path = PurePosixPath(entry.name)
    if not entry.isfile() or path.is_absolute() or ".." in path.parts:
        raise tarfile.TarError(f"{entry.name!r} is not something that a backup holds")
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    source = tar.extractfile(entry)
    if source is None:
        raise tarfile.TarError(f"{entry.name!r} cannot be read")
    hashed = _Hashed(source)
    with open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        _copy(hashed.read, file)
        file.flush()
        os.fsync(file.fileno())
    return {"bytes": entry.size, "sha256": hashed.digest.hexdigest()}


def _copy(read: Callable[[int], bytes], file: IO[bytes]) -> None:
    while data := read(1 << 20):
        file.write(data)
