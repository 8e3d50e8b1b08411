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


@dataclass(frozen=True)
class MemberNamed:
    """`owner_id` says that `persona_id` had a part in a project of theirs, and waits for their yes."""

    member_id: int
    owner_id: int
    persona_id: int


@dataclass(frozen=True)
class MemberClosed:
    """Nobody waits for that yes any more. Never tell anyone why."""

    owner_id: int
    persona_id: int


@dataclass(frozen=True)
class LicenceExpires:
    """A licence or certificate of `persona_id` ends within a month."""

    entry_id: int
    persona_id: int
