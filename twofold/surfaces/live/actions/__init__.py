"""Writes of live streams: signals, and for seconds who writes and who is here."""

from twofold.surfaces.live.actions.company import BEAT, arrive, depart, forget, write, wrote
from twofold.surfaces.live.actions.signals import (
    signal_persona,
    signal_personas,
    signal_post,
    signal_talk,
    sweep,
)

__all__ = [
    "BEAT",
    "arrive",
    "depart",
    "forget",
    "signal_persona",
    "signal_personas",
    "signal_post",
    "signal_talk",
    "sweep",
    "write",
    "wrote",
]
