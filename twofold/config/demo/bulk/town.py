"""A town of any size."""

from collections.abc import Callable


def fill(
    people: int, posts_per_person: int = 10, ties_per_person: int = 12, progress: Callable[[str], None] = print
) -> None:
    """Make `people` accounts with their personas, ties, posts, comments, reactions and feeds."""
    progress(f"{people} people.")
