"""The place decides the persona: the first part of the address names the network."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from twofold.people.accounts.queries import viewer_for
from twofold.people.personas.models import Network


class ViewerMiddleware:
    """Sets `request.viewer`, who is looking at the network that the address names."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        first = request.path_info.split("/", 2)[1]
        network = first if first in Network.values else ""
        request.viewer = SimpleLazyObject(lambda: viewer_for(request.user, network))
        return self.get_response(request)
