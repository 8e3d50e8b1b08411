from dataclasses import dataclass


@dataclass(frozen=True)
class PostPublished:
    """A post of its own, a quote or a repost; not a comment."""

    post_id: int
    author_id: int


@dataclass(frozen=True)
class CommentPublished:
    post_id: int
    root_id: int
    author_id: int


@dataclass(frozen=True)
class PostEdited:
    post_id: int


@dataclass(frozen=True)
class AudienceChanged:
    post_id: int


@dataclass(frozen=True)
class MentionAnswered:
    """`persona_id` said whether a post may lead to them. Never tell anyone which."""

    post_id: int
    persona_id: int


@dataclass(frozen=True)
class PastLimited:
    """All that somebody shared beyond their ties was narrowed to them, or that was taken back."""

    author_id: int


@dataclass(frozen=True)
class PostDeleted:
    post_id: int


@dataclass(frozen=True)
class PostRestored:
    post_id: int


@dataclass(frozen=True)
class Reposted:
    """`repost_id` is the repost, `post_id` what was reposted."""

    repost_id: int
    post_id: int
    persona_id: int


@dataclass(frozen=True)
class Reacted:
    post_id: int
    persona_id: int
    kind: str


@dataclass(frozen=True)
class ReactionWithdrawn:
    post_id: int
    persona_id: int
