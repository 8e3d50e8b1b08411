"""The browsers to which a persona is told: added, listed, taken off, and forgotten when they are gone."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.webpush import browser_key, padded
from twofold.people.personas.models import Persona
from twofold.reach.notifications.models import Device, Notification

MOST = 10
# So often in a row a push service may fail, over days, until a device is given up.
MOST_FAILURES = 30
LONGEST = 1_000


def devices_of(persona: Persona) -> list[Device]:
    return list(Device.objects.filter(persona=persona).order_by("-added_at"))


@transaction.atomic
def add(persona: Persona, *, endpoint: str, p256dh: str, auth: str, name: str) -> Device:
    """Tell `persona` in this browser too. Whoever had it in this network before has it no longer."""
    _check(endpoint, p256dh, auth)
    Device.objects.filter(persona__network=persona.network, endpoint=endpoint).delete()
    if Device.objects.filter(persona=persona).count() >= MOST:
        raise Refused(_("More than %(most)d devices are too many. Take one off first.") % {"most": MOST})
    return Device.objects.create(
        persona=persona, endpoint=endpoint, p256dh=p256dh.rstrip("="), auth=auth.rstrip("="), name=name[:80]
    )


def _check(endpoint: str, p256dh: str, auth: str) -> None:
    """Whether a browser could have said so: an address of the web, a point of the curve, sixteen bytes."""
    try:
        parts = urlsplit(endpoint)
        near = parts.netloc in settings.PUSH_NEAR
        well = (parts.scheme == "https" or near) and bool(parts.hostname) and parts.username is None
        browser_key(p256dh)
        well = well and endpoint.isascii() and len(endpoint) <= LONGEST and len(padded(auth)) == 16
    except ValueError:
        well = False
    if not well:
        raise Refused(_("This browser cannot be told: what it said makes no sense."))


def take_off(persona: Persona, *, device_id: int) -> None:
    """Tell `persona` there no longer. Absent for a device of anybody else."""
    if not Device.objects.filter(persona=persona, pk=device_id).delete()[0]:
        raise Absent
    stop_waiting(persona.pk)


def stop_waiting(persona_id: int) -> None:
    """Without a device nothing waits for one."""
    if not Device.objects.filter(persona=persona_id).exists():
        Notification.objects.filter(recipient=persona_id, push_at__isnull=False).update(push_at=None)


def forget(device: Device) -> None:
    """It is gone: its service says so, its session has ended, or it never answers."""
    Device.objects.filter(pk=device.pk).delete()
    stop_waiting(device.persona_id)


def told(device: Device) -> None:
    Device.objects.filter(pk=device.pk).update(told_at=clock.now(), failed=0)


def missed(device: Device) -> None:
    """Its service did not take it this time."""
    Device.objects.filter(pk=device.pk).update(failed=F("failed") + 1)
    if device.failed + 1 >= MOST_FAILURES:
        forget(device)


def counts() -> tuple[int, int]:
    """How many devices there are, and at how many something failed last; for the one who keeps the server."""
    return Device.objects.count(), Device.objects.filter(failed__gt=0).count()
