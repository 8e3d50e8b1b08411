from dataclasses import dataclass


@dataclass(frozen=True)
class CardGiven:
    """`giver_id` gave their card to `keeper_id`; `asked` where the keeper took it by its address."""

    contact_id: int
    giver_id: int
    keeper_id: int
    asked: bool


@dataclass(frozen=True)
class CardWithdrawn:
    """Never tell the keeper more than that the card is gone."""

    giver_id: int
    keeper_id: int
