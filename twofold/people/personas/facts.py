from dataclasses import dataclass


@dataclass(frozen=True)
class PersonaCreated:
    persona_id: int


@dataclass(frozen=True)
class PersonaChanged:
    """The name, picture or words that introduce a persona changed."""

    persona_id: int
