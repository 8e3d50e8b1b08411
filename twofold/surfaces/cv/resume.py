"""A CV as data, before it is a page, a print, or a file; as one viewer may see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Item:
    """One line of a CV. `began` and `ended` are the first of their months; `ended` is None while it goes on."""

    kind: str
    title: str = ""
    organisation: str = ""
    place: str = ""
    began: date | None = None
    ended: date | None = None
    current: bool = False
    address: str = ""
    text: str = ""
    skills: tuple[str, ...] = ()
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Voice:
    """A recommendation: who says what."""

    name: str
    line: str
    text: str


@dataclass(frozen=True)
class Resume:
    """Everything that one viewer may see of one person's working life. `address` is the profile's, whole.

    `items` are in the order of the profile, by kind; `picture` is the name of a stored portrait or empty.
    """

    name: str
    handle: str
    headline: str
    pronouns: str
    place: str
    about: str
    website: str
    address: str
    picture: str
    language: str
    items: Mapping[str, Sequence[Item]]
    skills: Sequence[str] = ()
    voices: Sequence[Voice] = ()

    def of(self, kind: str) -> Sequence[Item]:
        return self.items.get(kind, ())

    def without(self, kinds: set[str]) -> "Resume":
        """The same CV with these sections left out."""
        return Resume(
            **{
                **vars(self),
                "about": "" if "about" in kinds else self.about,
                "items": {kind: rows for kind, rows in self.items.items() if kind not in kinds},
                "skills": () if "skill" in kinds else self.skills,
                "voices": () if "recommendation" in kinds else self.voices,
            }
        )
