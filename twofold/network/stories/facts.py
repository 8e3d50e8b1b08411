from dataclasses import dataclass


@dataclass(frozen=True)
class StoryTold:
    story_id: int
    author_id: int


@dataclass(frozen=True)
class StoryAnswered:
    """`persona_id` felt something about it; `feeling` is empty when they took it back."""

    story_id: int
    persona_id: int
    author_id: int
    feeling: str


@dataclass(frozen=True)
class StoryGone:
    """Deleted by its author, or over for good."""

    story_id: int
