"""Where the place of a job lies."""

import re

from twofold.foundation.kit.places import Town, town

_PARTS = re.compile(r"\s*[,/(;|–]\s*|\s+-\s+")


def town_of(place: str, country: str) -> Town | None:
    """The town of a job: of all its place, else of a part of it ("Utrecht (Science Park)")."""
    for each in (place, *_PARTS.split(place)):
        if found := town(each, country):
            return found
    return None
