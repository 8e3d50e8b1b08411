"""Who is who: the ids of the data set and ours, and what the data set knows that we never ask."""

from dataclasses import asdict, dataclass, field
from pathlib import Path

import msgspec

from twofold.people.personas.models import Persona


@dataclass
class Member:
    """A person of the data set, and the ids of the two personas. `facts` are what we have no place for."""

    first: str
    last: str
    social: int
    professional: int
    facts: dict[str, str]


@dataclass
class Forum:
    title: str
    moderator: int
    group: int


@dataclass
class World:
    """Everything by the ids of the data set; posts, comments and organisations' pages lead to our ids."""

    members: dict[int, Member] = field(default_factory=dict)
    forums: dict[int, Forum] = field(default_factory=dict)
    messages: dict[int, int] = field(default_factory=dict)
    # The place and the tags of a message, and the tags of a person's interests, by their numbers.
    place_of: dict[int, str] = field(default_factory=dict)
    tags_of: dict[int, list[str]] = field(default_factory=dict)
    interests: dict[int, list[str]] = field(default_factory=dict)
    organisations: dict[str, int] = field(default_factory=dict)
    personas: dict[int, Persona] = field(default_factory=dict)

    def social(self, person: int) -> Persona:
        return self._persona(self.members[person].social)

    def professional(self, person: int) -> Persona:
        return self._persona(self.members[person].professional)

    def _persona(self, pk: int) -> Persona:
        if pk not in self.personas:
            self.personas[pk] = Persona.objects.get(pk=pk)
        return self.personas[pk]

    def keep(self, path: Path) -> None:
        """Write it down, without the personas: they are in the database."""
        kept = {name: value for name, value in asdict(self).items() if name != "personas"}
        path.write_bytes(msgspec.json.encode(kept))

    @classmethod
    def read(cls, path: Path) -> "World":
        return msgspec.json.decode(path.read_bytes(), type=cls)
