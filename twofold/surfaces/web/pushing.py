"""Sending to devices: what was told, in a few words, encrypted for each browser whose owner is still signed in."""

import json
from collections.abc import Sequence
from email.utils import parseaddr
from html import unescape

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import salted_hmac
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from twofold.foundation.kit.fetch import Unreachable, post
from twofold.foundation.kit.webpush import encrypted, signed
from twofold.network.messaging.queries import unread_count as talks_count
from twofold.people.accounts.queries import tethered
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.notifications import devices, keys
from twofold.reach.notifications.discretion import lines_outside, outside
from twofold.reach.notifications.models import Device
from twofold.reach.notifications.queries import TALKS, Told, unread_count

# More than these at once come as one.
SINGLY = 3
LINES = 4
KEPT_SECONDS = 24 * 3600
GONE = (404, 410)
TAKEN = range(200, 300)
LATER = (408, 429, *range(500, 600))


def push(persona: Persona, told: Sequence[Told], screen: str) -> bool:
    """Send to every device of `persona`. False when none took it and it is worth trying again."""
    with translation.override(persona.language):
        notes = _notes(persona, told, screen)
    outcomes = [_send_all(device, notes, persona.network) for device in _reachable(persona)]
    return any(outcomes) or None not in outcomes


def try_out(persona: Persona, device_id: int) -> bool:
    """Send a first note to one device, to see whether it comes."""
    with translation.override(persona.language):
        note = _note(
            persona, _("This is how you are told here."), reverse("web:device", args=[persona.network]), "try"
        )
    mine = [each for each in _reachable(persona) if each.pk == device_id]
    return any(_send_all(each, [note], persona.network) for each in mine)


def _reachable(persona: Persona) -> list[Device]:
    """Devices at which the session holds that added them; a device of another session is forgotten."""
    known = devices.devices_of(persona)
    held = tethered([each.pk for each in known], persona.network)
    for each in known:
        if held.get(each.pk) != persona.pk:
            devices.forget(each)
    return [each for each in known if held.get(each.pk) == persona.pk]


def _notes(persona: Persona, told: Sequence[Told], screen: str) -> list[dict]:
    """What devices show: a sentence each, or a few of them as one; never what somebody shared."""
    if len(told) <= SINGLY:
        return [_note_of(persona, each, screen) for each in told]
    title = ngettext("%(number)d thing is new", "%(number)d things are new", len(told)) % {
        "number": len(told)
    }
    lines = [_spoken(each) for each in lines_outside(told[:LINES], persona.network, screen)]
    more = len(told) - LINES
    if more > 0:
        lines.append(_("and %(number)d more") % {"number": more})
    return [_note(persona, "\n".join(lines), gathered_at(persona.network, told), "news") | {"title": title}]


def _note_of(persona: Persona, told: Told, screen: str) -> dict:
    place = reverse("notifications:open", args=[persona.network, told.bundle])
    return _note(persona, _spoken(outside(told, persona.network, screen)), place, told.bundle)


def _spoken(line: str) -> str:
    return unescape(strip_tags(line))


def gathered_at(network: str, told: Sequence[Told]) -> str:
    """Where one reads what comes as one: messages have a place of their own."""
    of_messages = all(each.kind in TALKS for each in told)
    return reverse("messaging:inbox" if of_messages else "notifications:inbox", args=[network])


def _note(persona: Persona, line: str, place: str, tag: str) -> dict:
    viewer = Viewer.of(persona)
    return {
        "title": f"{settings.NAME} · {Network(persona.network).label}",
        "body": line[:600],
        "place": place,
        "tag": tag,
        "lang": persona.language,
        "waiting": unread_count(viewer) + talks_count(viewer),
    }


def _send_all(device: Device, notes: Sequence[dict], network: str) -> bool | None:
    """True: its service took them. None: not now. False: never, and the device may be gone."""
    for note in notes:
        status = _send(device, note, network)
        if status in GONE:
            devices.forget(device)
            return False
        if status not in TAKEN:
            devices.missed(device)
            return None if status in LATER else False
    devices.told(device)
    return True


def _send(device: Device, note: dict, network: str) -> int:
    """The status that the push service answers with; 503 where there is none."""
    contact = f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}"
    body = json.dumps(note, ensure_ascii=False, separators=(",", ":")).encode()
    headers = {
        "TTL": str(KEPT_SECONDS),
        "Urgency": "normal",
        # A later note of the same takes the place of one that was not fetched yet.
        "Topic": salted_hmac("twofold.push", f"{device.pk}:{note['tag']}", algorithm="sha256").hexdigest()[
            :32
        ],
        "Content-Type": "application/octet-stream",
        "Content-Encoding": "aes128gcm",
        "Authorization": signed(device.endpoint, key=keys.key_of(network), contact=contact),
    }
    sealed = encrypted(body, p256dh=device.p256dh, auth=device.auth)
    try:
        status, _after = post(device.endpoint, body=sealed, headers=headers, let_through=settings.PUSH_NEAR)
    except Unreachable:
        return 503
    return status
