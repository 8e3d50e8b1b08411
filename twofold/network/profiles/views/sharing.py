"""Telling others of what stands on one's profile: the composer with a beginning, and the way back to the entry."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Absent
from twofold.network.profiles import queries
from twofold.network.profiles.models import Entry, EntryKind
from twofold.network.profiles.sections import BY_KIND
from twofold.network.profiles.views.own import own_persona, profile_of


@require_safe
def share(request: HttpRequest, network: str, handle: str, entry_id: int) -> HttpResponse:
    """To the composer, with words to begin with and the entry's address; nothing is posted yet."""
    own, entry = own_persona(request, network, handle), queries.own_entry(request.viewer, entry_id)
    if not BY_KIND[EntryKind(entry.kind)].share:
        raise Absent
    link = f"{settings.BASE_URL}{profile_of(own)}#e-{encode(entry.pk)}"
    words = urlencode({"text": f"{_beginning(entry)}\n\n{link}"})
    return redirect(f"{reverse('posts:new', args=[network])}?{words}")


def _beginning(entry: Entry) -> str:
    what = entry.title or entry.organisation_name
    where = entry.organisation_name if entry.title else ""
    sentence = _BEGINNINGS[EntryKind(entry.kind)]() % {"what": what}
    return f"{sentence} ({where})" if where else sentence


_BEGINNINGS = {
    EntryKind.EXPERIENCE: lambda: _("What I do: %(what)s"),
    EntryKind.EDUCATION: lambda: _("What I learnt: %(what)s"),
    EntryKind.LICENCE: lambda: _("Earned: %(what)s"),
    EntryKind.PROJECT: lambda: _("A project of mine: %(what)s"),
    EntryKind.VOLUNTEERING: lambda: _("Where I help: %(what)s"),
    EntryKind.PUBLICATION: lambda: _("Published: %(what)s"),
    EntryKind.COURSE: lambda: _("A course I took: %(what)s"),
    EntryKind.HONOUR: lambda: _("An honour: %(what)s"),
}
