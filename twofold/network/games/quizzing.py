"""A question of a quiz before it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """`right` is the place of the right one among `answers`, -1 where none was chosen."""

    text: str
    answers: Sequence[str]
    right: int
