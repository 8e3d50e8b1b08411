"""Who is looking. Every read takes a viewer; nobody at all is a viewer too."""

from dataclasses import dataclass

from twofold.people.personas.models import Persona


@dataclass(frozen=True, slots=True)
class Viewer:
    """One who looks at one network.

    `id` is the persona's, or 0 for a stranger: no persona has id 0, so no grant and no denial names it.
    `home` is the network the persona belongs to, empty for a stranger. `network` is the one being looked at.
    """

    id: int
    home: str
    network: str
    persona: Persona | None = None

    @property
    def itself(self) -> "Viewer":
        """This viewer, also where it was asked for lazily: each look through such a wrapping costs."""
        return self

    def __bool__(self) -> bool:
        return self.id != 0

    @classmethod
    def of(cls, persona: Persona) -> "Viewer":
        return cls(persona.id, persona.network, persona.network, persona)

    @classmethod
    def stranger(cls, network: str = "") -> "Viewer":
        return cls(0, "", network)
