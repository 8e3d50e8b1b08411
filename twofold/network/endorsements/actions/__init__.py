"""Writes of skills and endorsements: each one change, whole, with its fact."""

from twofold.network.endorsements.actions.claiming import (
    choose_audience,
    choose_default,
    claim,
    move,
    pin,
    remove,
    restore,
    unpin,
)
from twofold.network.endorsements.actions.endorsing import endorse, hide, show, withdraw
from twofold.network.endorsements.actions.evidence import (
    confirm,
    decline,
    follow_grounds,
    propose,
    take_back,
)
from twofold.network.endorsements.actions.forgetting import forget_removed, part_ways

__all__ = [
    "choose_audience",
    "choose_default",
    "claim",
    "confirm",
    "decline",
    "endorse",
    "follow_grounds",
    "forget_removed",
    "hide",
    "move",
    "part_ways",
    "pin",
    "propose",
    "remove",
    "restore",
    "show",
    "take_back",
    "unpin",
    "withdraw",
]
