"""Who of the town is open to work, or to mentor."""

from twofold.care.privacy.actions import open_to
from twofold.config.demo.casting import Cast
from twofold.config.demo.reading import read
from twofold.people.personas.models import Network


def open_up(cast: Cast) -> int:
    """Write all of it, after work and roles are known; how many."""
    lines = read("openness.toml")["open"]
    for line in lines:
        words = {name: line.get(name, "") for name in ("wishes", "places", "terms", "note")}
        open_to(cast.of(Network.PROFESSIONAL, line["of"]), kind=line["kind"], reach=line["reach"], **words)
    return len(lines)
