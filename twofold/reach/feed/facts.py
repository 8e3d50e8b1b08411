from dataclasses import dataclass


@dataclass(frozen=True)
class FeedDelivered:
    """A post has arrived in the home feeds of those whom it reaches."""

    post_id: int
