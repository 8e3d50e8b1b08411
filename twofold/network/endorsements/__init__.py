"""Endorsements: the skills that somebody claims, and what others say to that.

Owns claimed skills, endorsements, and the grounds that some rest on. Announces `SkillClaimed`, `SkillRemoved`,
`SkillEndorsed`, `EndorsementWithdrawn`, `EvidenceProposed`, `EvidenceConfirmed`, `EvidenceGone`.
Forbids a word about somebody's skill that its owner cannot hide, and a ground that only one of the two confirmed.
"""
