"""The demo network: Veermond, an invented harbour town, with both of its lives. All of its people are invented.

`words/` holds what they say, `pictures/` draws what they show, `bulk/` makes larger towns of the same texture for
measurements. Everything goes through the actions that people use.
"""

from twofold.config.demo.filling import Summary, fill

__all__ = ["Summary", "fill"]
