"""The app on this device: adding it to those that are told, keeping the last feed, putting it on the home screen."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.people.accounts.actions import tether
from twofold.people.accounts.queries import browser_of
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network
from twofold.reach.notifications import devices, keys
from twofold.surfaces.web import appearing, pushing


@require_GET
def device(request: HttpRequest, network: Network) -> HttpResponse:
    """What this device does for one network, and which others are told."""
    persona = me(request)
    context = {"devices": devices.devices_of(persona), "key": keys.public_key(network)}
    return render(request, "web/device.html", context)


@require_POST
def add(request: HttpRequest, network: Network) -> HttpResponse:
    """A browser says how it is reached; for as long as this session lasts. Said again, it takes the place of before."""
    persona, form = me(request), request.POST
    try:
        added = devices.add(
            persona,
            endpoint=form.get("endpoint", ""),
            p256dh=form.get("p256dh", ""),
            auth=form.get("auth", ""),
            name=browser_of(request.headers.get("User-Agent", "")),
        )
    except Refused as refusal:
        return JsonResponse({"problem": str(refusal.reason)}, status=422)
    tether(request.session.session_key or "", held=added.pk)
    return JsonResponse({"device": added.pk})


@require_POST
def act(request: HttpRequest, network: Network, device_id: int) -> HttpResponse:
    """Take a device off, or try it out."""
    persona = me(request)
    if request.POST.get("act") != "try":
        devices.take_off(persona, device_id=device_id)
        messages.success(request, _("Nothing is sent there any more."))
    elif pushing.try_out(persona, device_id):
        messages.success(request, _("It is on its way."))
    else:
        messages.warning(
            request, _("Its push service did not take it. Try again later, or add the device anew.")
        )
    return see(reverse("web:device", args=[network]))


@require_safe
def manifest(request: HttpRequest, network: Network) -> HttpResponse:
    """What a browser needs to put one network on a home screen; it does not know of the other."""
    answer = JsonResponse(appearing.manifest(network), content_type="application/manifest+json")
    answer.headers["Cache-Control"] = "public, max-age=3600"
    answer.headers["Vary"] = "Accept-Language"
    return answer


@require_safe
def worker(request: HttpRequest, network: Network) -> HttpResponse:
    """The script that works beside the pages of one network: its address says how far it reaches."""
    answer = HttpResponse(appearing.worker(network), content_type="text/javascript; charset=utf-8")
    answer.headers["Cache-Control"] = "no-store"
    return answer


@require_safe
def offline(request: HttpRequest, network: Network) -> HttpResponse:
    """What stands where a page cannot be had. It is the same for everybody."""
    return render(request, "web/offline.html", {"site": settings.NAME})
