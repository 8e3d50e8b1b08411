"""Writes of recommendations: each one change, whole, with its fact."""

from twofold.network.recommendations.actions.answering import choose_audience, give_back, hide, show
from twofold.network.recommendations.actions.asking import ask, decline, withdraw_ask
from twofold.network.recommendations.actions.writing import forget, keep_draft, part_ways, send, withdraw

__all__ = [
    "ask",
    "choose_audience",
    "decline",
    "forget",
    "give_back",
    "hide",
    "keep_draft",
    "part_ways",
    "send",
    "show",
    "withdraw",
    "withdraw_ask",
]
