"""`make api-fuzz`: odd requests by the thousand, made from the document at /api/openapi.json, against the real door.

python -m tests.fuzz [examples for each operation; 200]

Each answer must fit the document: a status that it names, JSON of the shape that it says, and never a fault of ours.
"""

import os
import sys

from tests import environment  # noqa: F401 - a folder of its own, before the settings are read


def main(examples: int) -> int:
    """How many operations answered wrongly; they are shown."""
    os.environ["TWOFOLD_API_RATE"] = "1000000000"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twofold.config.settings")
    import django  # noqa: PLC0415
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.ALLOWED_HOSTS.append("testserver")
    call_command("migrate", verbosity=0)
    from tests.fuzzing import Town, wrong_answers  # noqa: PLC0415

    failed = wrong_answers(Town(), examples=examples, say=print)
    print(f"api-fuzz: {len(failed)} operations answered wrongly")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
