from dataclasses import dataclass


@dataclass(frozen=True)
class KinAsked:
    """`by_id` says to be family of `persona_id`, and waits for their yes."""

    by_id: int
    persona_id: int


@dataclass(frozen=True)
class KinAgreed:
    """`persona_id` said yes to `by_id`."""

    by_id: int
    persona_id: int


@dataclass(frozen=True)
class KinClosed:
    """That yes is not waited for any more. Never tell anyone why."""

    by_id: int
    persona_id: int


@dataclass(frozen=True)
class WishGiven:
    wish_id: int
    by_id: int
    persona_id: int


@dataclass(frozen=True)
class WishGone:
    by_id: int
    persona_id: int


@dataclass(frozen=True)
class Greeted:
    """`by_id` wrote on the card of the milestone that `persona_id` shared as `post_id`."""

    post_id: int
    by_id: int
    persona_id: int


@dataclass(frozen=True)
class GreetingGone:
    post_id: int
    by_id: int
    persona_id: int
