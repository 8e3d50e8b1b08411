from dataclasses import dataclass


@dataclass(frozen=True)
class PersonaCreated:
    persona_id: int


@dataclass(frozen=True)
class PersonaChanged:
    """The name, picture or words that introduce a persona changed."""

    persona_id: int


@dataclass(frozen=True)
class PersonaErased:
    """A presence was given up for good: whatever hangs on it goes, or is never shown again."""

    persona_id: int
