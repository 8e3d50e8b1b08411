"""What all pages of games share: who acts, and where one goes afterwards."""

from functools import partial

from django.urls import reverse

from twofold.people.personas import acting
from twofold.people.personas.models import Network

me = partial(acting.me, only=Network.SOCIAL)


def game_at(game_id: int) -> str:
    return reverse("games:game", args=[Network.SOCIAL.value, game_id])


def home_at() -> str:
    return reverse("games:home", args=[Network.SOCIAL.value])
