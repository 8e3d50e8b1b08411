"""What calendar programs read, and calendar files on their way in: for their persona alone."""

from datetime import datetime, timedelta

from django.db.models import Q

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.network.events.calendars import Written
from twofold.network.events.models import Answer, Event, Feed, Guest, Import, Occurrence
from twofold.network.events.queries.guests import digest
from twofold.network.events.queries.reading import mine, seen, written
from twofold.people.audiences.door import Admits
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_BEHIND, _AHEAD = timedelta(days=90), timedelta(days=400)
_MOST = 600


def feeds(viewer: Viewer) -> list[Feed]:
    return list(Feed.objects.filter(persona=viewer.id).order_by("-made_at")) if viewer else []


def feed(network: str, secret: str) -> Feed:
    """The feed behind a secret address. Absent for any other."""
    rows = Feed.objects.filter(digest=digest(secret), persona__network=network)
    found = rows.filter(persona__state=Persona.State.ACTIVE).select_related("persona").first()
    if found is None:
        raise Absent
    return found


def feed_span() -> tuple[datetime, datetime]:
    """Between which moments a feed lists what is no event."""
    now = clock.now()
    return now - _BEHIND, now + _AHEAD


def in_calendar(viewer: Viewer) -> list[Written]:
    """All that the viewer hosts, goes to, may go to or is asked to, as their calendar shows it. Three queries."""
    since = clock.now() - _BEHIND
    lately = Occurrence.objects.filter(ends_at__gt=since).values("event")
    events = seen(viewer).filter(mine(viewer), pk__in=lately)
    events = events.annotate(where=Admits.thing(viewer, at="whereabouts")).select_related("whereabouts")
    found = list(events.order_by("-begins_at")[:_MOST])
    guests = Guest.objects.filter(persona=viewer.id, event__in=found)
    sure = set(guests.filter(answer=Answer.GOING, seated=True).values_list("event", flat=True))
    return [_status(each, viewer, sure) for each in written(viewer, found)]


def _status(each: Written, viewer: Viewer, sure: set[int]) -> Written:
    certain = each.event.author_id == viewer.id or each.event.pk in sure or bool(each.status)
    return Written(each.event, each.place, each.link, "CONFIRMED" if certain else "TENTATIVE", each.times)


def waiting_import(viewer: Viewer, import_id: int) -> Import:
    """A file that the viewer is looking through. Absent for anybody else."""
    found = Import.objects.filter(pk=import_id, persona=viewer.id, done_at=None).first()
    if found is None:
        raise Absent
    return found


def known_uids(viewer: Viewer) -> set[str]:
    """What was imported already."""
    rows = Event.objects.filter(~Q(uid=""), author=viewer.id)
    return set(rows.values_list("uid", flat=True))
