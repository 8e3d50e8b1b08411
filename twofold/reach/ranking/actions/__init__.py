"""Writes of how a feed is put in order: each one change."""

from twofold.reach.ranking.actions.bonds import count_bonds, count_old_bonds
from twofold.reach.ranking.actions.choosing import choose_order, choose_profiling, lean, refresh, tune
from twofold.reach.ranking.actions.ranking import ordered, ranking_of, trim
from twofold.reach.ranking.actions.seeing import forget_seen, saw, saw_and_did

__all__ = [
    "choose_order",
    "choose_profiling",
    "count_bonds",
    "count_old_bonds",
    "forget_seen",
    "lean",
    "ordered",
    "ranking_of",
    "refresh",
    "saw",
    "saw_and_did",
    "trim",
    "tune",
]
