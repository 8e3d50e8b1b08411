"""What lies in the data folder, looked at without changing it."""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.db.models import Max

from twofold.config.upkeep.findings import Finding, mend, note, well
from twofold.foundation.courier.models import Fact

SCARCE, TOO_LITTLE = 2 * 1024**3, 200 * 1024**2


def folder_findings(folder: Path) -> Iterator[Finding]:
    """Whether `folder` can be written, by its owner alone, and has room."""
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".doctor-") as file:
            file.write(b"x")
            os.fsync(file.fileno())
    except OSError as problem:
        yield mend(
            f"{folder} cannot be written: {problem.strerror}.",
            f"Give it to the server's user: chown {folder}",
        )
        return
    free = shutil.disk_usage(folder).free
    size = f"{free / 1024**3:.1f} GB are free in {folder}."
    if free < TOO_LITTLE:
        yield mend(size, "Make room now: a full disk stops every write.")
    elif free < SCARCE:
        yield note(size, "Make room soon.")
    else:
        yield well(size)
    open_to_all = [path for path in _precious(folder) if path.stat().st_mode & stat.S_IROTH]
    if open_to_all and folder.stat().st_mode & stat.S_IXOTH:
        yield mend("Everybody on this machine may read what is kept.", f"chmod -R go-rwx {folder}")


def _precious(folder: Path) -> list[Path]:
    return [path for path in (folder / "twofold.sqlite3", folder / "media") if path.exists()]


def newest_fact() -> datetime:
    """When the last thing happened that the courier still knows of."""
    return Fact.objects.aggregate(last=Max("happened_at"))["last"] or datetime.min.replace(tzinfo=UTC)
