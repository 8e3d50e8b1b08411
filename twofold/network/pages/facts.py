from dataclasses import dataclass


@dataclass(frozen=True)
class RoleGiven:
    """`persona_id` runs a page, or does so as something else than before."""

    page_id: int
    persona_id: int
    role: str


@dataclass(frozen=True)
class RoleTaken:
    """`persona_id` runs the page no more, for whatever reason."""

    page_id: int
    persona_id: int


@dataclass(frozen=True)
class RoleOffered:
    page_id: int
    persona_id: int


@dataclass(frozen=True)
class DomainAsked:
    """Somebody wants to know now whether a domain is proved."""

    domain_id: int


@dataclass(frozen=True)
class DomainProved:
    """A domain belongs to a page from now on, or with `lost` no more."""

    page_id: int
    name: str
    lost: bool = False
