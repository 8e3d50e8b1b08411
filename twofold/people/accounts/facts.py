from dataclasses import dataclass


@dataclass(frozen=True)
class PresenceLeft:
    """The owner of a persona closed the account: the persona is to go, at a time that tells nothing of the other."""

    persona_id: int
