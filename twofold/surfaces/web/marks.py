"""What tells a browser whose pages it holds, and nobody who that is: of one network, and no way back from it."""

from functools import lru_cache

from django.utils.crypto import salted_hmac

from twofold.people.personas.viewers import Viewer

HEADER = "Twofold-For"


def mark_of(viewer: Viewer) -> str:
    """The mark of who looks at their own network; empty for everybody else."""
    return _mark(viewer.id) if viewer and viewer.home == viewer.network else ""


@lru_cache(maxsize=10_000)
def _mark(persona_id: int) -> str:
    return salted_hmac("twofold.marks", str(persona_id), algorithm="sha256").hexdigest()[:20]
