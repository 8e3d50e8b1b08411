"""A database of its own for a measurement, gone when the program ends."""

import atexit
import os
import shutil
import tempfile


def begin() -> str:
    """Set Django up on an empty, migrated database in a temporary folder; the folder. Call it before anything else.

    With DATABASE_URL set, that database is used instead; it is migrated and not emptied.
    """
    folder = tempfile.mkdtemp(prefix="twofold-bench-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["TWOFOLD_DATA_DIR"] = folder
    os.environ.setdefault("TWOFOLD_MAIL_URL", "memorymail://")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twofold.config.settings")
    import django  # noqa: PLC0415 - the settings read the environment above when they are imported
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0)
    return folder
