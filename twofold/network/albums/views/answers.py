"""What all pages of albums share: who acts, where one goes afterwards, and that albums live in one network alone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Absent, SignInNeeded
from twofold.people.personas.models import Network, Persona


def here(network: str) -> None:
    """Absent where there are no albums."""
    if network != Network.SOCIAL:
        raise Absent


def me(request: HttpRequest) -> Persona:
    """The persona that acts here. SignInNeeded without one."""
    viewer = request.viewer
    here(viewer.network)
    if viewer.persona is None or viewer.home != viewer.network:
        raise SignInNeeded
    return viewer.persona


def see(address: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(address, status=303)


def album_at(network: str, album_id: int) -> str:
    return reverse("albums:album", args=[network, album_id])


def back(request: HttpRequest, otherwise: str) -> HttpResponse:
    """To where the form stood, if that is one of our pages; for script nothing but that it is done."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204)
    wanted = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith("/")
    return see(wanted if ours else otherwise)


def say_with_undo(request: HttpRequest, words: str, address: str, fields: str = "") -> None:
    """A line on the next page, with a button that takes it back; `fields` is the value of its `picture`."""
    button = format_html(
        '<button class="btn small" form="act" formaction="{}" name="picture" value="{}">{}</button>',
        address,
        fields,
        _("Undo"),
    )
    messages.success(request, format_html("{} {}", words, button))
