"""Whoever is suspended in a network answers from outside: nobody comes across them, and they are heard all the same."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from twofold.care.moderation.actions import appeal
from twofold.care.moderation.models import Case
from twofold.care.moderation.queries import why_suspended
from twofold.foundation.kit.refusals import Absent, SignInNeeded
from twofold.foundation.kit.ways import see
from twofold.people.accounts.queries import suspended_at


def suspension(request: HttpRequest, network: str) -> Case | None:
    """Why somebody who is signed in is a stranger here."""
    if not request.user.is_authenticated:
        return None
    persona = suspended_at(request.user.pk, network)
    return why_suspended(persona) if persona else None


@require_POST
def answer(request: HttpRequest, network: str) -> HttpResponse:
    """To the suspension, once."""
    if not request.user.is_authenticated:
        raise SignInNeeded
    case = suspension(request, network)
    if case is None:
        raise Absent
    appeal(case.about, case_id=case.pk, text=request.POST.get("appeal", ""))
    messages.success(request, _("Sent. Somebody looks at it again."))
    return see(reverse("web:home", args=[network]))
