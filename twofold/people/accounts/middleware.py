"""The place decides the persona: the first part of the address names the network."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from twofold.foundation.kit.passing import in_passing
from twofold.people.accounts.actions import remember_network
from twofold.people.accounts.queries import as_viewer, owner_at, viewer_for
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer


class ViewerMiddleware:
    """Sets `request.viewer`, who is looking at the network that the address names."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        first = request.path_info.split("/", 2)[1]
        network = first if first in Network.values else ""
        # Whether the checklist of the first days was put away: known as soon as the viewer is.
        request.settled = False
        request.viewer = SimpleLazyObject(lambda: viewer_of(request, network))
        # For what lies outside both networks and yet belongs to one, as the file of a picture does.
        request.viewer_in = lambda network: as_viewer(owner_at(request.session, network), network)
        return self.get_response(request)


def viewer_of(request: HttpRequest, network: str) -> Viewer:
    """The viewer in two queries: the session, and the presence with its account and its persona."""
    presence = owner_at(request.session, network)
    if presence is None:
        # Signed out, without a presence here, or a session that only Django's own way can still understand.
        return viewer_for(request.user, network) if network else Viewer.stranger()
    request.settled = presence.settled
    # Django's own name for what `request.user` found; nobody has to look for the account again.
    request._cached_user = presence.account
    viewer = as_viewer(presence, network)
    if viewer and request.method == "GET":
        with in_passing():
            remember_network(presence.account, network)
    return viewer
