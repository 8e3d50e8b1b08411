"""What stands in somebody's own calendar besides events.

Each app that knows of such things says so in its room `appointments`, and the calendar asks all of a network. So apps
know nothing of each other, and one network's calendar holds nothing of the other.

    @kept_in(Network.PROFESSIONAL)
    def interviews(viewer: Viewer, begin: datetime, end: datetime) -> Iterable[Appointment]:
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from twofold.people.personas.viewers import Viewer


@dataclass(frozen=True, slots=True)
class Appointment:
    """Something that the viewer is to be at or to do, by day or by the hour.

    `key` names it for good, in calendar programs too. `path` is the page that is about it. With `whole` it has the day
    that `begins_at` says in UTC. `version` grows with each change of when and where. Without `feeds` it stands on the
    page alone, and in no file that leaves the server.
    """

    key: str
    title: str
    begins_at: datetime
    ends_at: datetime
    path: str
    glyph: str
    place: str = ""
    whole: bool = False
    done: bool = False
    version: int = 0
    feeds: bool = True


Source = Callable[[Viewer, datetime, datetime], Iterable[Appointment]]
_SOURCES: dict[str, list[Source]] = {}


def kept_in(network: str):
    """Register the decorated function: what it gives is in the calendars of this network, and in no other's."""

    def register(source: Source) -> Source:
        _SOURCES.setdefault(str(network), []).append(source)
        return source

    return register


def appointments(viewer: Viewer, begin: datetime, end: datetime) -> list[Appointment]:
    """The viewer's own that touch this span, in order. As many queries as the apps of the network need."""
    if not viewer or viewer.home != viewer.network:
        return []
    found = [each for source in _SOURCES.get(viewer.network, ()) for each in source(viewer, begin, end)]
    inside = (each for each in found if each.begins_at < end and each.ends_at > begin)
    return sorted(inside, key=lambda each: (each.begins_at, each.title))
