"""Where files lie: the only code that touches the disk. A finished file is whole and lasting, or not there."""

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from django.conf import settings

from twofold.foundation.kit.refusals import Absent

PICTURES, PORTRAITS = "pictures", "portraits"
# What is not finished: uploads on their way, and videos that the courier has still to make.
UPLOADS, SOURCES = "uploads", "sources"


def path_of(shelf: str, name: str) -> Path:
    """The place of a file. `name` comes from us, never from an upload."""
    return Path(settings.MEDIA_ROOT) / shelf / name[:2] / name


def put(source: Path, shelf: str, name: str) -> int:
    """Move a file to its place so that it survives a loss of power; its size in bytes."""
    target = path_of(shelf, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as file:
        os.fsync(file.fileno())
        size = os.fstat(file.fileno()).st_size
    source.chmod(0o600)
    source.rename(target)
    for folder in (target.parent, target.parent.parent):
        _sync_folder(folder)
    return size


def write_at(shelf: str, name: str, offset: int, chunks: Iterator[bytes]) -> int:
    """Write bytes at their place in a file that is still growing; where it ends now, safe on the disk."""
    target = path_of(shelf, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        os.lseek(descriptor, offset, os.SEEK_SET)
        for chunk in chunks:
            offset += os.write(descriptor, chunk)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    return offset


def remove(shelf: str, name: str) -> None:
    path_of(shelf, name).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read(shelf: str, name: str) -> bytes | None:
    try:
        return path_of(shelf, name).read_bytes()
    except FileNotFoundError:
        return None


def opened(shelf: str, name: str) -> IO[bytes]:
    """A file to be sent as it lies there. Absent where there is none."""
    try:
        return path_of(shelf, name).open("rb")
    except FileNotFoundError:
        raise Absent from None


def read_part(shelf: str, name: str, start: int, length: int) -> tuple[bytes, int] | None:
    """Up to `length` bytes from `start`, and how many there are in all; None where there is no such file.

    A negative `start` counts from the end.
    """
    try:
        with path_of(shelf, name).open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            file.seek(max(0, start + size) if start < 0 else start)
            return file.read(length), size
    except FileNotFoundError:
        return None


def older_than(shelf: str, seconds: float) -> Iterator[Path]:
    """The files on a shelf that were put there longer ago than that."""
    limit = time.time() - seconds
    for path in (Path(settings.MEDIA_ROOT) / shelf).glob("*/*"):
        if path.stat().st_mtime < limit:
            yield path


def room() -> Path:
    """A folder for work in progress, on the same disk as the shelves, so that a move is one step."""
    folder = Path(settings.MEDIA_ROOT) / "work"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def tidy_room(seconds: float) -> None:
    """Throw away what a process that was killed left lying in the room."""
    limit = time.time() - seconds
    for path in room().iterdir():
        if path.stat().st_mtime < limit:
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
