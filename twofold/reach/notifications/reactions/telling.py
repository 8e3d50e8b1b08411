"""What several of them say alike."""

from twofold.foundation.kit import clock
from twofold.reach.notifications.actions import notify, take_back
from twofold.reach.notifications.models import Kind


def today() -> str:
    """The day, for what is gathered in one line a day."""
    return f"{clock.now():%Y-%m-%d}"


def tell_anew(recipient_id: int, actor_id: int, kind: Kind, bundle: str) -> None:
    """Of what can happen again between two people: the last time counts."""
    take_back(kind=kind, actor=actor_id, recipient=recipient_id)
    notify({recipient_id}, actor_id=actor_id, kind=kind, bundle=bundle)
