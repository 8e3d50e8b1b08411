"""What the parts of the wall share: who looks, how much of it, and the count of what was found."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.test import Client

from tests.wall.cast import STRANGER, Stage

# `make wall` lets everybody look at everything. The suite takes one of each relation that an audience can tell apart
# in the things it shows; tests/wall/test_matrix.py has them all, for posts.
EVERYTHING = "TWOFOLD_WALL" in os.environ
TELLING = {
    STRANGER, "author", "member", "follower", "far", "circled", "uncircled", "named", "excepted", "muted", "blocked",
    "blocking", "commenter", "tagged", "elsewhere",
}  # fmt: skip


@dataclass
class Score:
    """Cells looked at, and in words what was found where it may not be, or not where it must be."""

    cells: int = 0
    wrong: list[str] = field(default_factory=list)

    def mark(self, where: str, *, seen: bool, allowed: bool, must: bool = True) -> None:
        self.cells += 1
        if seen and not allowed:
            self.wrong.append(f"leak: {where}")
        if must and allowed and not seen:
            self.wrong.append(f"wrong refusal: {where}")


def seats(stage: Stage) -> Iterator[tuple[str, Client]]:
    """Who looks, each by a browser; there the place decides, so the author's other persona is the author there."""
    for name, client in stage.clients.items():
        if name != "own_other" and (EVERYTHING or name in TELLING):
            yield name, client
