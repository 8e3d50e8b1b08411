from dataclasses import dataclass


@dataclass(frozen=True)
class OpennessChanged:
    persona_id: int
    kind: str
