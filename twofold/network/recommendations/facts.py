from dataclasses import dataclass


@dataclass(frozen=True)
class RecommendationAsked:
    asker_id: int
    writer_id: int


@dataclass(frozen=True)
class AskClosed:
    """The request waits no longer: withdrawn, declined, or answered. Never tell anyone which."""

    asker_id: int
    writer_id: int


@dataclass(frozen=True)
class RecommendationSent:
    recommendation_id: int
    writer_id: int
    receiver_id: int


@dataclass(frozen=True)
class RecommendationReturned:
    """The receiver would like a change."""

    recommendation_id: int
    writer_id: int
    receiver_id: int


@dataclass(frozen=True)
class RecommendationShown:
    recommendation_id: int
    writer_id: int
    receiver_id: int


@dataclass(frozen=True)
class RecommendationHidden:
    """It is not shown, or no longer. Nobody but the receiver is to learn of it."""

    recommendation_id: int
    writer_id: int
    receiver_id: int


@dataclass(frozen=True)
class RecommendationWithdrawn:
    writer_id: int
    receiver_id: int
