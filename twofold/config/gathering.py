"""Styles, scripts and icons, gathered where the server gives them out from."""

import hashlib
import os

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

_MARK = "gathered.txt"


def gather() -> None:
    """Gather them unless they lie there already as this version has them: a server may be started at once."""
    mark, wanted = settings.STATIC_ROOT / _MARK, _sources()
    if mark.exists() and mark.read_text() == wanted and (settings.STATIC_ROOT / "staticfiles.json").exists():
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    mark.write_text(wanted)


def _sources() -> str:
    """A word that changes whenever a file comes, goes or changes."""
    found = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda each: each[0]):
            state = os.stat(storage.path(name))
            found.update(f"{name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return found.hexdigest()
