"""What the views of jobs share."""

from functools import partial

from django.http import HttpResponseRedirect
from django.urls import reverse

from twofold.foundation.kit.refusals import Absent
from twofold.people.personas import acting
from twofold.people.personas.models import Network


def here(network: str) -> None:
    """Absent where there are no jobs."""
    if network != Network.PROFESSIONAL:
        raise Absent


me = partial(acting.me, only=Network.PROFESSIONAL)


def see(name: str, *parts: object) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(name, args=[Network.PROFESSIONAL, *parts]), status=303)
