from dataclasses import dataclass


@dataclass(frozen=True)
class SkillClaimed:
    skill_id: int
    persona_id: int


@dataclass(frozen=True)
class SkillRemoved:
    """The owner took it off; nobody sees it any more, nor what was said to it."""

    skill_id: int
    persona_id: int


@dataclass(frozen=True)
class SkillEndorsed:
    endorsement_id: int
    skill_id: int
    owner_id: int
    endorser_id: int


@dataclass(frozen=True)
class EndorsementWithdrawn:
    skill_id: int
    owner_id: int
    endorser_id: int


@dataclass(frozen=True)
class EvidenceProposed:
    evidence_id: int
    owner_id: int
    endorser_id: int


@dataclass(frozen=True)
class EvidenceConfirmed:
    evidence_id: int
    owner_id: int
    endorser_id: int


@dataclass(frozen=True)
class EvidenceGone:
    """A ground no longer stands: withdrawn, declined or no longer shared. Never tell anyone which."""

    owner_id: int
    endorser_id: int
