"""What all pages of skills share: they are of one network, and each act ends where it began."""

from django.http import HttpRequest

from twofold.foundation.kit.refusals import Absent
from twofold.people.audiences.specs import AudienceSpec, parse
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network, Persona


def at_work(network: str) -> None:
    """Absent in the other network: there are no skills there."""
    if network != Network.PROFESSIONAL:
        raise Absent


def worker(request: HttpRequest, network: str) -> Persona:
    """The persona that acts here."""
    at_work(network)
    return me(request)


def spec_in(request: HttpRequest) -> AudienceSpec:
    """Who was chosen to see something: one value of the audience options."""
    return parse([request.POST.get("audience", "")[:40]])
