"""Where the finished files lie: the only code that touches the disk. A file is whole and lasting, or not there."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

PICTURES, PORTRAITS = "pictures", "portraits"


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
