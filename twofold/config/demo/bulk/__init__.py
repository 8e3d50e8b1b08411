"""Larger networks of the same texture, the same for the same numbers: to measure with."""

from twofold.config.demo.bulk.town import fill

__all__ = ["fill"]
