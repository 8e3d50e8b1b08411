from dataclasses import dataclass


@dataclass(frozen=True)
class EntryKept:
    """Something on a profile is new or was changed. `organisation_id` is the page that it names now, if any."""

    entry_id: int
    persona_id: int
    kind: str
    organisation_id: int | None


@dataclass(frozen=True)
class EntryGone:
    entry_id: int
    persona_id: int
    kind: str
    organisation_id: int | None
