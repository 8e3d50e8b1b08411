"""What all pages of albums share: who acts, where one goes afterwards, and that albums live in one network alone."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.ways import named_way, see
from twofold.people.personas import acting
from twofold.people.personas.models import Network


def here(network: str) -> None:
    """Absent where there are no albums."""
    if network != Network.SOCIAL:
        raise Absent


me = partial(acting.me, only=Network.SOCIAL)


def album_at(network: str, album_id: int) -> str:
    return reverse("albums:album", args=[network, album_id])


def back(request: HttpRequest, otherwise: str) -> HttpResponse:
    """To where the form stood, if that is one of our pages; for script nothing but that it is done."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204)
    return see(named_way(request, otherwise))
