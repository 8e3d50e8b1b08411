"""Grounds: stated by the endorser, confirmed by the owner, given up by either; and the badge that follows from both."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from django.db import transaction
from django.db.models import Q

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_line
from twofold.network.credentials.actions import issue, revoke
from twofold.network.endorsements import policies, queries
from twofold.network.endorsements.actions.asking import insist, ones_own
from twofold.network.endorsements.facts import EvidenceConfirmed, EvidenceGone, EvidenceProposed
from twofold.network.endorsements.models import MAX_WORDS, Evidence, Skill, Statement
from twofold.network.endorsements.queries import BADGE
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import EVERYONE
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


class Ground(Protocol):
    """A ground as it stands. `audience_id` and `stated_to_id` are for whom its owner and its endorser show it."""

    words: str
    audience_id: int
    stated_to_id: int


@transaction.atomic
def propose(
    actor: Persona,
    *,
    skill: Skill,
    kind: str,
    key: str,
    words: str,
    audience: int | None = None,
    stated_to: int | None = None,
    at: datetime | None = None,
) -> Evidence:
    """Say what one's endorsement rests on. The caller knows that it is a ground which both share.

    `audience` and `stated_to` are the ids of those, of the skill's owner and of the actor, that see the ground itself;
    nobody else will read of it.
    Another ground takes the place of one that waits or was declined; a confirmed one is withdrawn first.
    """
    skill = queries.skill(Viewer.of(actor), skill.pk)
    said, words = ones_own(actor, skill), clean_line(words)[:MAX_WORDS]
    there = Evidence.objects.filter(endorsement=said).first()
    if there is not None and (there.key == key or there.state == Evidence.State.CONFIRMED):
        Evidence.objects.filter(pk=there.pk).update(withdrawn=False)
        return there
    if there is not None:
        there.delete()
    evidence = Evidence.objects.create(
        author_id=skill.author_id,
        audience_id=audience or skill.audience_id,
        live=False,
        endorsement=said,
        kind=kind,
        key=key,
        words=words,
        proposed_at=at or clock.now(),
    )
    stated_to = stated_to or compose(actor, EVERYONE).pk
    Statement.objects.create(author=actor, audience_id=stated_to, evidence=evidence)
    announce(EvidenceProposed(evidence.pk, skill.author_id, actor.pk))
    return evidence


@transaction.atomic
def confirm(actor: Persona, *, evidence: Evidence, at: datetime | None = None) -> None:
    """Say that a ground is true: from now on it is shown, and a badge can be had for it."""
    evidence = _mine(actor, evidence)
    insist(policies.why_not_answer(evidence))
    evidence.state, evidence.live, evidence.confirmed_at = Evidence.State.CONFIRMED, True, at or clock.now()
    evidence.save(update_fields=["state", "live", "confirmed_at"])
    issue(actor, kind=BADGE, about=evidence.pk, at=evidence.confirmed_at)
    announce(EvidenceConfirmed(evidence.pk, actor.pk, evidence.endorsement.endorser_id))


@transaction.atomic
def decline(actor: Persona, *, evidence: Evidence) -> None:
    """Say no, silently: the endorser goes on seeing it as waiting, and stating it again changes nothing."""
    evidence = _mine(actor, evidence)
    insist(policies.why_not_answer(evidence))
    Evidence.objects.filter(pk=evidence.pk).update(state=Evidence.State.DECLINED)
    announce(EvidenceGone(actor.pk, evidence.endorsement.endorser_id))


@transaction.atomic
def take_back(actor: Persona, *, evidence: Evidence) -> None:
    """Stand by a ground no longer, as either of the two. The endorsement stays, as a plain one; the badge does not."""
    mine = Q(author=actor) | Q(endorsement__endorser=actor)
    found = Evidence.objects.filter(mine, pk=evidence.pk).first()
    if found is None:
        raise Absent
    if found.state == Evidence.State.DECLINED:
        Evidence.objects.filter(pk=found.pk).update(withdrawn=True)
    else:
        let_go([found.endorsement_id])


@transaction.atomic
def follow_grounds(owner_id: int, endorser_id: int, *, shared: Mapping[tuple[str, str], Ground]) -> None:
    """What the two share now, by kind and key. Grounds that they no longer share are let go of; of the others the
    words and whom they are for follow, so that nobody reads here what its owner shows to fewer people."""
    rows = Evidence.objects.filter(author=owner_id, endorsement__endorser=endorser_id)
    for row in rows:
        if ground := shared.get((row.kind, row.key)):
            row.words, row.audience_id = clean_line(ground.words)[:MAX_WORDS], ground.audience_id
            row.save(update_fields=["words", "audience"])
            Statement.objects.filter(evidence=row).update(audience=ground.stated_to_id)
    gone = [row.endorsement_id for row in rows if (row.kind, row.key) not in shared]
    if gone:
        let_go(gone)


def let_go(endorsement_ids: list[int]) -> None:
    """Undo the grounds of these endorsements in the transaction of the caller, and revoke their badges."""
    rows = list(Evidence.objects.filter(endorsement__in=endorsement_ids).select_related("endorsement"))
    revoke(kind=BADGE, abouts=[row.pk for row in rows])
    for row in rows:
        announce(EvidenceGone(row.author_id, row.endorsement.endorser_id))
    Evidence.objects.filter(pk__in=[row.pk for row in rows]).delete()


def _mine(actor: Persona, evidence: Evidence) -> Evidence:
    """The ground as it stands, held until the end of the transaction. Absent unless the skill is `actor`'s."""
    rows = Evidence.objects.select_for_update(no_key=True, of=("self",))
    found = rows.select_related("endorsement__skill__audience").filter(pk=evidence.pk, author=actor).first()
    if found is None:
        raise Absent
    return found
