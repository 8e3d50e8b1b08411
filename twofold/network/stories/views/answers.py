"""What all pages of stories share: who acts, and that stories live in one network alone."""

from functools import partial

from django.urls import reverse

from twofold.foundation.kit.refusals import Absent
from twofold.people.personas import acting
from twofold.people.personas.models import Network


def here(network: str) -> None:
    """Absent where there are no stories."""
    if network != Network.SOCIAL:
        raise Absent


me = partial(acting.me, only=Network.SOCIAL)


def story_at(network: str, story_id: int) -> str:
    return reverse("stories:story", args=[network, story_id])
