"""Files that come in and go out: a PDF that is a document and nothing more, and an interview for a calendar."""

import re
import zlib
from datetime import timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.jobs.models import Slot

_MOST_STREAMS = 400
_MOST_INFLATED = 8 * 1024 * 1024
_STREAM = re.compile(rb"stream\r?\n")
_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
_ACTIVE = re.compile(
    rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToR|GoToE|Movie|Sound|Rendition)"
    rb"(?![A-Za-z])"
)


def is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024] and b"%%EOF" in data[-2048:]


def is_active(data: bytes) -> bool:
    """Whether it names anything that acts, also within the compressed objects; what cannot be read counts as acting."""
    if b"/Encrypt" in data:
        return True
    if _acts(data):
        return True
    room = _MOST_INFLATED
    for number, found in enumerate(_STREAM.finditer(data)):
        # Only lists of objects can hold names that act: pictures and text stay packed.
        if b"/ObjStm" not in data[max(0, found.start() - 400) : found.start()]:
            continue
        if number >= _MOST_STREAMS or room <= 0:
            return True
        try:
            text = zlib.decompressobj().decompress(data[found.end() :], room)
        except zlib.error:
            return True
        room -= len(text)
        if _acts(text):
            return True
    return False


def _acts(text: bytes) -> bool:
    plain = _NAME.sub(lambda match: bytes([int(match[1], 16)]), text) if b"#" in text else text
    return _ACTIVE.search(plain) is not None


def interview_file(slot: Slot, title: str, whom: str) -> bytes:
    """An interview as iCalendar (RFC 5545)."""
    calendar, entry = Calendar(), Event()
    calendar.add("prodid", "-//Twofold//Interviews//EN")
    calendar.add("version", "2.0")
    entry.add("uid", f"interview-{encode(slot.pk)}")
    entry.add("dtstamp", clock.now())
    entry.add("summary", _("Interview: %(title)s, %(whom)s") % {"title": title, "whom": whom})
    entry.add("location", slot.place)
    entry.add("dtstart", slot.begins)
    entry.add("dtend", slot.begins + timedelta(minutes=slot.minutes))
    calendar.add_component(entry)
    return calendar.to_ical()
