"""What a post may have besides words, pictures and an audience."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Extras:
    """`occasion` and `feeling` are keys, `replies` who may answer (`Replies`); `options` the answers of a poll, open
    for `days`, of which one may choose `many` or one.
    """

    occasion: str = ""
    feeling: str = ""
    place: str = ""
    replies: int = 0
    options: tuple[str, ...] = field(default=())
    many: bool = False
    days: int = 7


PLAIN = Extras()
