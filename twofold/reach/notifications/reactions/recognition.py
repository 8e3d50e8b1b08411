"""What is told of endorsements, the grounds they rest on, and recommendations."""

from twofold.foundation.courier.registry import on
from twofold.network.endorsements.facts import (
    EndorsementWithdrawn,
    EvidenceConfirmed,
    EvidenceGone,
    EvidenceProposed,
    SkillEndorsed,
)
from twofold.network.endorsements.queries import still_endorses
from twofold.network.recommendations.facts import (
    AskClosed,
    RecommendationAsked,
    RecommendationHidden,
    RecommendationReturned,
    RecommendationSent,
    RecommendationShown,
    RecommendationWithdrawn,
)
from twofold.reach.notifications.actions import take_back
from twofold.reach.notifications.models import Kind
from twofold.reach.notifications.reactions.telling import tell_anew, today


@on(SkillEndorsed)
def tell_of_an_endorsement(fact: SkillEndorsed) -> None:
    tell_anew(fact.owner_id, fact.endorser_id, Kind.ENDORSED, f"endorsed:{today()}")


@on(EndorsementWithdrawn)
def forget_an_endorsement(fact: EndorsementWithdrawn) -> None:
    if not still_endorses(fact.endorser_id, fact.owner_id):
        take_back(kind=Kind.ENDORSED, actor=fact.endorser_id, recipient=fact.owner_id)


@on(EvidenceProposed)
def tell_of_a_ground(fact: EvidenceProposed) -> None:
    tell_anew(fact.owner_id, fact.endorser_id, Kind.GROUND_ASKED, f"ground:{fact.evidence_id}")


@on(EvidenceConfirmed)
def tell_of_a_confirmed_ground(fact: EvidenceConfirmed) -> None:
    take_back(kind=Kind.GROUND_ASKED, actor=fact.endorser_id, recipient=fact.owner_id)
    tell_anew(fact.endorser_id, fact.owner_id, Kind.GROUND_AGREED, f"agreed:{fact.evidence_id}")


@on(EvidenceGone)
def forget_a_ground(fact: EvidenceGone) -> None:
    take_back(kind=Kind.GROUND_ASKED, actor=fact.endorser_id, recipient=fact.owner_id)
    take_back(kind=Kind.GROUND_AGREED, actor=fact.owner_id, recipient=fact.endorser_id)


@on(RecommendationAsked)
def tell_of_being_asked(fact: RecommendationAsked) -> None:
    tell_anew(fact.writer_id, fact.asker_id, Kind.REC_ASKED, f"asks:{fact.asker_id}")


@on(AskClosed)
def forget_being_asked(fact: AskClosed) -> None:
    take_back(kind=Kind.REC_ASKED, actor=fact.asker_id, recipient=fact.writer_id)


@on(RecommendationSent)
def tell_of_a_recommendation(fact: RecommendationSent) -> None:
    take_back(kind=Kind.REC_RETURNED, actor=fact.receiver_id, recipient=fact.writer_id)
    take_back(kind=Kind.REC_SHOWN, actor=fact.receiver_id, recipient=fact.writer_id)
    tell_anew(fact.receiver_id, fact.writer_id, Kind.REC_SENT, f"words:{fact.recommendation_id}")


@on(RecommendationReturned)
def tell_of_a_wish(fact: RecommendationReturned) -> None:
    take_back(kind=Kind.REC_SENT, actor=fact.writer_id, recipient=fact.receiver_id)
    take_back(kind=Kind.REC_SHOWN, actor=fact.receiver_id, recipient=fact.writer_id)
    tell_anew(fact.writer_id, fact.receiver_id, Kind.REC_RETURNED, f"wish:{fact.recommendation_id}")


@on(RecommendationShown)
def tell_that_it_is_shown(fact: RecommendationShown) -> None:
    take_back(kind=Kind.REC_SENT, actor=fact.writer_id, recipient=fact.receiver_id)
    take_back(kind=Kind.REC_RETURNED, actor=fact.receiver_id, recipient=fact.writer_id)
    tell_anew(fact.writer_id, fact.receiver_id, Kind.REC_SHOWN, f"shown:{fact.recommendation_id}")


@on(RecommendationHidden)
def forget_what_is_hidden(fact: RecommendationHidden) -> None:
    take_back(kind=Kind.REC_SENT, actor=fact.writer_id, recipient=fact.receiver_id)
    take_back(kind=Kind.REC_SHOWN, actor=fact.receiver_id, recipient=fact.writer_id)


@on(RecommendationWithdrawn)
def forget_what_is_withdrawn(fact: RecommendationWithdrawn) -> None:
    for kind in (Kind.REC_SENT, Kind.REC_RETURNED, Kind.REC_SHOWN):
        pair = [fact.writer_id, fact.receiver_id]
        take_back(kind=kind, actor__in=pair, recipient__in=pair)
