"""Feeds that calendar programs read, and calendar files that are taken over."""

from collections.abc import Collection
from datetime import datetime, timedelta
from secrets import token_urlsafe

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.events import policies, queries
from twofold.network.events.actions.dates import put_date
from twofold.network.events.actions.ending import remove
from twofold.network.events.actions.making import make_event
from twofold.network.events.models import KINDS, Event, Feed, Import, Occurrence
from twofold.network.events.taking_in import Entry, entries_of, kept, read_calendar, why_nothing
from twofold.people.audiences.specs import ONLY_ME
from twofold.people.personas.models import Network, Persona

_UNDONE_WITHIN = timedelta(days=7)


@transaction.atomic
def make_feed(actor: Persona, *, name: str) -> str:
    """A new address for a calendar program: the secret in it, shown this once."""
    name = clean_line(name)[:60] or _("Calendar")
    policies.check_new_feed(actor)
    secret = token_urlsafe(32)
    Feed.objects.create(persona=actor, name=name, digest=queries.digest(secret), made_at=clock.now())
    return secret


@transaction.atomic
def drop_feed(actor: Persona, *, feed_id: int) -> None:
    """From now on the address answers as one that never was."""
    if not Feed.objects.filter(pk=feed_id, persona=actor).delete()[0]:
        raise Absent


def note_reading(feed: Feed) -> None:
    """Remember the day on which a feed was read; written once a day."""
    today = clock.now().date()
    if feed.read_on != today:
        Feed.objects.filter(pk=feed.pk).update(read_on=today)


@transaction.atomic
def begin_import(actor: Persona, *, data: bytes) -> Import:
    """Keep a calendar file to be looked through. Refused where it cannot be read or holds no event."""
    policies.check_calendar(len(data))
    text = data.decode("utf-8-sig", errors="replace").replace("\x00", "")
    entries, report = read_calendar(text, actor.time_zone)
    if not entries:
        raise Refused(why_nothing(text, report), field="file")
    Import.objects.filter(persona=actor, done_at=None).delete()
    return Import.objects.create(
        persona=actor, entries=kept(entries), report=kept(report), made_at=clock.now()
    )


@transaction.atomic
def take_over(actor: Persona, *, import_id: int, keys: Collection[str]) -> int:
    """Make the chosen entries events of one's own, for oneself alone; how many. What is there already is left out."""
    found = _waiting(actor, import_id)
    chosen = [each for each in entries_of(found.entries) if each.key in keys]
    there = set(Event.objects.filter(author=actor).exclude(uid="").values_list("uid", flat=True))
    new = [each for each in chosen if each.uid not in there]
    for each in new:
        _take(actor, found, each)
    Import.objects.filter(pk=found.pk).update(done_at=clock.now(), entries=[], report={})
    return len(new)


def _waiting(actor: Persona, import_id: int) -> Import:
    found = Import.objects.filter(pk=import_id, persona=actor, done_at=None).first()
    if found is None:
        raise Absent
    return found


def _take(actor: Persona, source: Import, entry: Entry) -> None:
    kind = KINDS[Network(actor.network)][-1].value
    event = make_event(actor, plan=entry.plan(kind), spec=ONLY_ME, uid=entry.uid)
    Event.objects.filter(pk=event.pk).update(
        imported=source, cancelled_at=clock.now() if entry.cancelled else None
    )
    if entry.off:
        Occurrence.objects.filter(event=event, slot__in=entry.off).update(off=True)
    for slot, (begins_at, ends_at) in entry.moved.items():
        put_date(event, slot, begins_at, ends_at)


@transaction.atomic
def undo_import(actor: Persona, *, import_id: int) -> int:
    """Take away again what came with a file and nobody has answered to; how many."""
    since: datetime = clock.now() - _UNDONE_WITHIN
    found = Import.objects.filter(pk=import_id, persona=actor, done_at__gt=since).first()
    if found is None:
        raise Absent
    events = list(Event.objects.filter(imported=found, going=0, maybe=0, waiting=0).select_related("author"))
    for each in events:
        remove(each)
    return len(events)


def forget_files() -> int:
    """Files that nobody took over within a day, and imports that can no longer be undone."""
    now = clock.now()
    old = Import.objects.filter(done_at=None, made_at__lt=now - timedelta(days=1))
    done = Import.objects.filter(done_at__lt=now - _UNDONE_WITHIN)
    return old.delete()[0] + done.delete()[0]
