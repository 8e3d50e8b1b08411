from dataclasses import dataclass


@dataclass(frozen=True)
class TieRequested:
    sender_id: int
    receiver_id: int


@dataclass(frozen=True)
class TieRequestClosed:
    """The request no longer waits for an answer, without a tie: withdrawn or declined. Never tell anyone which."""

    sender_id: int
    receiver_id: int


@dataclass(frozen=True)
class TieMade:
    """`accepter_id` said yes to `asker_id`."""

    asker_id: int
    accepter_id: int


@dataclass(frozen=True)
class TieEnded:
    one_id: int
    other_id: int


@dataclass(frozen=True)
class Followed:
    follower_id: int
    followed_id: int


@dataclass(frozen=True)
class Unfollowed:
    follower_id: int
    followed_id: int


@dataclass(frozen=True)
class Blocked:
    by_id: int
    persona_id: int


@dataclass(frozen=True)
class IntroductionAsked:
    """`giver_id` asks `holder_id` to pass on a wish to meet somebody: their own, or one that they were given."""

    giver_id: int
    holder_id: int
    hop_id: int


@dataclass(frozen=True)
class IntroductionPassed:
    """`giver_id` introduces somebody to `holder_id`, whom they wished to meet."""

    giver_id: int
    holder_id: int
    hop_id: int


@dataclass(frozen=True)
class IntroductionClosed:
    """The letter in the hands of `holder_id` no longer waits. Never tell anyone why."""

    holder_id: int
    hop_id: int
