"""Where one goes after a form, always to a page of ours, and what is said there."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.html import format_html, format_html_join
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _


def see(address: str) -> HttpResponseRedirect:
    """Done; look there now."""
    return HttpResponseRedirect(address, status=303)


def say_with_undo(request: HttpRequest, words: str, address: str, *, made: str = "", **field: str) -> None:
    """A line on the next page, with a button that takes it back; it sends the one `field` that is given, if any.

    `made`: the address of what was made, where the line leads to it.
    """
    sent = format_html_join("", ' name="{}" value="{}"', field.items())
    button = format_html(
        '<button class="btn small" form="act" formaction="{}"{}>{}</button>', address, sent, _("Undo")
    )
    way = format_html('<a class="btn small" href="{}">{}</a>', made, _("See it")) if made else ""
    messages.success(request, format_html("{} {} {}", words, way, button))


def way_back(request: HttpRequest, otherwise: str) -> str:
    """The address that the form names as `next`, else the page it was sent from, else `otherwise`."""
    return _ours(request.POST.get("next", "") or _sent_from(request)) or otherwise


def back(request: HttpRequest, otherwise: str) -> HttpResponseRedirect:
    """To where the form stood, if that is here; else to `otherwise`."""
    return see(way_back(request, otherwise))


def named_way(request: HttpRequest, otherwise: str) -> str:
    """The same, but never back to the page of the form, which is done."""
    return _ours(request.POST.get("next", "")) or otherwise


def _ours(address: str) -> str:
    ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if ours else ""


def _sent_from(request: HttpRequest) -> str:
    """The page that the browser says it comes from, when that is on this host."""
    try:
        parts = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return ""
    if parts.netloc != request.get_host():
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")
