"""Drawing the pictures of the town and taking them in."""

from dataclasses import dataclass, field

from twofold.config.demo.casting import Cast
from twofold.network.media.models import Picture


@dataclass
class Gallery:
    """The photos of posts by name, ready to be attached, and how many pictures there are in all."""

    photos: dict[str, Picture] = field(default_factory=dict)
    count: int = 0


def hang(town: Cast, *, hands: int = 2) -> Gallery:
    """Draw everything."""
    return Gallery()
