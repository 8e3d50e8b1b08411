"""What a post may have besides words, pictures and an audience."""

from dataclasses import dataclass, field
from datetime import timedelta


@dataclass(frozen=True)
class Extras:
    """`occasion` and `feeling` are keys, `replies` who may answer (`Replies`); `options` the answers of a poll, open
    for `days`, or for as many `seconds` where a program says them, of which one may choose `many` or one.
    """

    occasion: str = ""
    feeling: str = ""
    place: str = ""
    replies: int = 0
    options: tuple[str, ...] = field(default=())
    many: bool = False
    days: int = 7
    seconds: int = 0

    @property
    def lasting(self) -> timedelta:
        """How long a poll is open."""
        return timedelta(seconds=self.seconds) if self.seconds else timedelta(days=self.days)


PLAIN = Extras()
