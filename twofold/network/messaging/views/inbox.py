"""The list of conversations, what was found in them, and how one wants to be written to."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.paging import read_cursor
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.ways import see
from twofold.network.messaging import actions, queries
from twofold.network.messaging.models import Writers
from twofold.network.messaging.views.answers import inbox_at
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network

_LONGEST_SEARCH = 200


@require_safe
def inbox(request: HttpRequest, network: Network) -> HttpResponse:
    """A folder of conversations; with `q`, the messages that hold these words, of all or of the one called `within`."""
    me(request)
    within = _within(request)
    folder, words = request.GET.get("in", "inbox"), request.GET.get("q", "")[:_LONGEST_SEARCH].strip()
    folder = folder if folder in queries.FOLDERS else "inbox"
    context = {"folder": folder, "words": words, "requests": queries.requests_count(request.viewer)}
    context["within"] = within
    if words:
        number = within.conversation.pk if within else 0
        context["found"] = queries.searched(request.viewer, words, within=number)
    elif not within:
        context["page"] = queries.inbox(request.viewer, folder, read_cursor(request.GET.get("before")))
    return render(request, "messaging/inbox.html", context)


def _within(request: HttpRequest) -> queries.Talk | None:
    """The conversation that is searched alone."""
    if not (key := request.GET.get("within", "")):
        return None
    try:
        return queries.with_people(request.viewer, decode(key))  # type: ignore[attr-defined]
    except ValueError:
        raise Absent from None


@require_safe
def beside(request: HttpRequest, network: Network, conversation_id: int) -> HttpResponse:
    """The newest conversations, for the page of one of them where there is room beside it."""
    me(request)
    context = {"page": queries.inbox(request.viewer), "at": conversation_id}
    return render(request, "messaging/_beside.html", context)


@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest, network: Network) -> HttpResponse:
    """Who may begin to write, and what one shows of oneself while talking."""
    actor = me(request)
    if request.method == "POST":
        chosen = request.POST.get("writers", "")
        actions.set_manner(
            actor,
            writers=int(chosen) if chosen in ("0", "1", "2") else 0,
            **{each: request.POST.get(each) == "on" for each in ("receipts", "typing", "presence")},
        )
        messages.success(request, _("Saved."))
        return see(inbox_at(network))
    context = {"manner": queries.manner(actor.pk), "choices": Writers}
    return render(request, "messaging/settings.html", context)
