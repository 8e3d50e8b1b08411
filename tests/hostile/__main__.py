"""`make hostile`: three hundred hostile files for the decoders; none may crash or take more than 512 MB."""

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from random import Random

SEED, WANTED = 1962, 300


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TWOFOLD_DATA_DIR"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twofold.config.settings")
        import django  # noqa: PLC0415 - the folder must be there first

        django.setup()
        return _run()


def _run() -> int:
    from tests.hostile.bearing import MOST_MB, bear  # noqa: PLC0415 - Django must be set up first
    from tests.hostile.films import all_films  # noqa: PLC0415
    from tests.hostile.pictures import all_pictures  # noqa: PLC0415

    chance, begun, borne = Random(SEED), time.monotonic(), []
    for make in (all_pictures, all_films):
        for name, data in make(chance):
            borne.append(bear(name, data))
            if borne[-1].crash or borne[-1].megabytes > MOST_MB:
                print(f"  {name}: {borne[-1].answer}, {borne[-1].megabytes} MB")
    crashes = [each for each in borne if each.crash]
    slowest, largest = max(borne, key=lambda each: each.seconds), max(borne, key=lambda each: each.megabytes)
    print(
        f"{len(borne)} files in {time.monotonic() - begun:.0f} s: {len(crashes)} crashes, "
        f"{sum(each.answer in ('taken', 'made') for each in borne)} taken in all the same\n"
        f"most memory: {largest.megabytes} MB ({largest.name}); longest: {slowest.seconds:.1f} s ({slowest.name})"
    )
    Path("build").mkdir(exist_ok=True)
    Path("build/hostile.json").write_text(json.dumps([each.__dict__ for each in borne], indent=1))
    return 1 if crashes or largest.megabytes > MOST_MB or len(borne) < WANTED else 0


if __name__ == "__main__":
    sys.exit(main())
