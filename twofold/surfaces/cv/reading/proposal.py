"""What a file proposes, before anybody said yes to any of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from twofold.surfaces.cv.resume import Item

# Words about oneself that a file may bring, in the order of the review.
WORDS = ("line", "about", "place", "website")


@dataclass(frozen=True)
class Proposal:
    """`words` are those of `WORDS` that the file has; `left_out` says in sentences what could not be read."""

    words: Mapping[str, str]
    items: Sequence[Item]
    skills: Sequence[str] = ()
    left_out: Sequence[str] = ()


def packed(proposal: Proposal) -> dict[str, Any]:
    """As JSON."""
    rows = [
        {**vars(each), "began": _iso(each.began), "ended": _iso(each.ended), "skills": list(each.skills)}
        for each in proposal.items
    ]
    return {
        "words": dict(proposal.words),
        "items": rows,
        "skills": list(proposal.skills),
        "left_out": list(proposal.left_out),
    }


def unpacked(kept: Mapping[str, Any]) -> Proposal:
    """The inverse of `packed`."""
    items = [
        Item(
            **{
                **row,
                "began": _day(row["began"]),
                "ended": _day(row["ended"]),
                "skills": tuple(row["skills"]),
            }
        )
        for row in kept["items"]
    ]
    return Proposal(kept["words"], items, kept["skills"], kept["left_out"])


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@dataclass
class Gathering:
    """A proposal that grows while a file is read."""

    words: dict[str, str] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    skills: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def done(self) -> Proposal:
        return Proposal(self.words, self.items, list(dict.fromkeys(self.skills)), self.left_out)
