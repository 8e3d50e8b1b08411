"""What all pages of recommendations share: they are of one network."""

from django.http import HttpRequest

from twofold.foundation.kit.refusals import Absent
from twofold.people.audiences.queries import by_handle
from twofold.people.audiences.specs import AudienceSpec, parse
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network, Persona


def at_work(network: str) -> None:
    """Absent in the other network: there are no recommendations there."""
    if network != Network.PROFESSIONAL:
        raise Absent


def worker(request: HttpRequest, network: str) -> Persona:
    """The persona that acts here."""
    at_work(network)
    return me(request)


def worker_and(request: HttpRequest, network: str, handle: str) -> tuple[Persona, Persona]:
    """The persona that acts here, and the one of this handle."""
    return worker(request, network), by_handle(request.viewer, network, handle)  # type: ignore[attr-defined]


def spec_in(request: HttpRequest) -> AudienceSpec:
    """Who was chosen to see something: one value of the audience options."""
    return parse([request.POST.get("audience", "")[:40]])
