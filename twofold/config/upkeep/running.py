"""Who uses the data folder: servers share a lock on it, and a restore must have it alone."""

import fcntl
import os
from pathlib import Path

# A lock lives as long as its descriptor, or a child's copy of it: the dead release theirs by themselves.
_held: list[int] = []


def hold(folder: Path, *, alone: bool = False) -> bool:
    """Hold `folder` until this process and its children end, shared or alone; False when others are in the way."""
    descriptor = os.open(folder / "in-use", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return False
    os.set_inheritable(descriptor, True)
    _held.append(descriptor)
    return True
