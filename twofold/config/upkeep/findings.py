"""What a check-up finds."""

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """How a thing stands, and the sign it is shown with."""

    WELL = "✓"
    NOTE = "·"
    MEND = "✗"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at, and what to do when it is not well."""

    state: State
    what: str
    do: str = ""


def well(what: str) -> Finding:
    return Finding(State.WELL, what)


def note(what: str, do: str) -> Finding:
    """Works, but somebody should know."""
    return Finding(State.NOTE, what, do)


def mend(what: str, do: str) -> Finding:
    """Must be mended."""
    return Finding(State.MEND, what, do)
