"""Who was let in at the door, whom one could meet at an event and why, and what stands in its album afterwards."""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from datetime import time as time_of_day

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from twofold.foundation.kit import clock
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent, LinkGone
from twofold.foundation.kit.text import folded
from twofold.network.events.models import (
    Afterwards,
    Answer,
    Event,
    Guest,
    Host,
    HostThere,
    Meeting,
    Occurrence,
    Session,
    Snapshot,
)
from twofold.network.events.policies import is_host
from twofold.network.events.queries.guests import digest
from twofold.network.events.queries.reading import next_time
from twofold.network.events.recurring import instant, wall
from twofold.people.audiences.door import Admits, AdmitsPersona
from twofold.people.graph.queries import mutual_counts
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

SLOT = timedelta(minutes=20)
MOST_A_DAY, MOST_SLOTS = 60, 300
_OPENS, _CLOSES = time_of_day(9), time_of_day(18)
MOST_FOUND = 200


def visitor(secret: str) -> Guest:
    """The guest without an account whose address that is; the secret is what lets them in. Absent otherwise."""
    rows = Guest.objects.filter(persona=None, secret=digest(secret), event__live=True)
    rows = rows.filter(event__author__state=Persona.State.ACTIVE)
    found = rows.select_related("event__author", "event__whereabouts").first()
    if found is None:
        raise LinkGone
    return found


def ticket(guest: Guest) -> str:
    """What stands in the code of a guest: it says nothing to anybody but the hosts, and nobody can make it up."""
    return _ticket(guest.pk)


def _ticket(number: int) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), f"ticket:{number}".encode(), "sha256").hexdigest()[:24]


def by_ticket(event: Event, code: str) -> Guest:
    """Whose ticket that is; for the hosts. Absent where it is nobody's."""
    going = Guest.objects.filter(event=event, answer=Answer.GOING)
    for number in going.values_list("pk", flat=True).iterator():
        if hmac.compare_digest(_ticket(number).encode(), code.encode()):
            return going.select_related("persona").get(pk=number)
    raise Absent


def at_the_door(event: Event, name: str = "") -> list[Guest]:
    """Those with a seat, by name, those who have not come first; for the hosts."""
    rows = Guest.objects.filter(event=event, answer=Answer.GOING, seated=True).select_related("persona")
    if name:
        rows = rows.filter(Q(persona__name__icontains=name) | Q(name__icontains=name))
    found = sorted(rows[:400], key=lambda each: folded(each.persona.name if each.persona else each.name))
    return sorted(found, key=lambda each: each.came_at is not None)


def count_come(event: Event) -> int:
    return Guest.objects.filter(event=event, came_at__isnull=False).count()


def attending(persona_id: int, event: Event) -> Guest | None:
    """The answer of somebody who has a seat there."""
    rows = Guest.objects.filter(event=event, persona=persona_id, answer=Answer.GOING, seated=True)
    return rows.first()


@dataclass
class Found:
    """Somebody to meet, and why, the strongest reason first."""

    there: Guest | HostThere
    persona: Persona
    reasons: list[str] = field(default_factory=list)
    weight: int = 0


def there(persona_id: int, event: Event) -> Guest | HostThere | None:
    """How somebody is there: with a seat, or as one who hosts it. None for anybody else."""
    if not is_host(persona_id, event):
        return attending(persona_id, event)
    found = HostThere.objects.filter(event=event, persona=persona_id).first()
    return found or HostThere(event=event, persona_id=persona_id)


def found_there(viewer: Viewer, event: Event, persona_id: int) -> Guest | HostThere | None:
    """Somebody who agreed to be found there, for a viewer who did so too."""
    return next((each for each in _findable(viewer, event, persona_id) if each.persona), None)


def _findable(viewer: Viewer, event: Event, only: int = 0) -> list[Guest | HostThere]:
    mine = there(viewer.id, event)
    if mine is None or not mine.findable:
        return []
    open_to = Q(AdmitsPersona.to(viewer, at="persona"), event=event, findable=True)
    open_to &= Q(persona__state=Persona.State.ACTIVE, persona__network=Network.PROFESSIONAL)
    open_to &= ~Q(persona=viewer.id) & (Q(persona=only) if only else Q())
    hosting = Host.objects.filter(event=event, accepted=True).values("persona")
    hosts = HostThere.objects.filter(open_to, Q(persona__in=hosting) | Q(persona=event.author_id))
    guests = Guest.objects.filter(open_to, answer=Answer.GOING, seated=True).order_by("line", "pk")
    return [*hosts.select_related("persona"), *guests.select_related("persona")[:MOST_FOUND]]


def to_meet(viewer: Viewer, event: Event, mine: Guest | HostThere) -> list[Found]:
    """Whom the viewer could meet, those with the most reasons first. Six statements."""
    guests = _findable(viewer, event)
    common = mutual_counts(viewer, [each.persona_id for each in guests if each.persona_id])
    found = [_why(mine, each, common.get(each.persona_id or 0, 0)) for each in guests]
    return sorted(found, key=lambda each: (-each.weight, folded(each.persona.name)))


def _why(mine: Guest | HostThere, other: Guest | HostThere, common: int) -> Found:
    assert other.persona is not None
    one = Found(other, other.persona)
    if isinstance(other, HostThere):
        one.reasons.append(_("Hosts it"))
    for words, weight, shared in (
        (_("You look for it, they talk of it: %(what)s"), 3, _both(mine.looks, other.talks)),
        (_("They look for it, you talk of it: %(what)s"), 3, _both(other.looks, mine.talks)),
        (_("Both talk of %(what)s"), 1, _both(mine.talks, other.talks)),
    ):
        if shared:
            one.reasons.append(words % {"what": ", ".join(shared)})
            one.weight += weight * len(shared)
    if common:
        said = ngettext("%(n)d person you both know", "%(n)d people you both know", common)
        one.reasons.append(said % {"n": common})
        one.weight += 2
    return one


def _both(one: str, other: str) -> list[str]:
    """What stands in both lists of words, as it is written in the second."""
    wanted = {folded(each) for each in one.split(",") if each.strip()}
    return [each.strip() for each in other.split(",") if folded(each) in wanted]


def of_one(persona_id: int) -> Q:
    return Q(asker=persona_id) | Q(other=persona_id)


def between_two(one: int, other: int) -> Q:
    return Q(asker=one, other=other) | Q(asker=other, other=one)


def slots(event: Event) -> list[datetime]:
    """When meetings can begin: every twenty minutes of each of its days, from now on."""
    time = next_time(event)
    if time is None:
        return []
    hours = (_slots_in(*each) for each in _hours_of(event, time))
    return [each for slots in hours for each in slots if each > clock.now()][:MOST_SLOTS]


def _slots_in(begin: datetime, end: datetime) -> list[datetime]:
    return [begin + n * SLOT for n in range(min(MOST_A_DAY, int((end - begin) / SLOT)))]


def _hours_of(event: Event, time: Occurrence) -> list[tuple[datetime, datetime]]:
    """From when to when it is, day by day: as its agenda says, else by the hours at which it begins and ends."""
    begins, ends = wall(time.begins_at, event.zone), wall(time.ends_at, event.zone)
    if not event.all_day and ends - begins < timedelta(hours=24):
        return [(time.begins_at, time.ends_at)]
    said = _said(event) if event.agenda else {}
    found = []
    for number in range((max(begins, ends - timedelta(seconds=1)).date() - begins.date()).days + 1):
        day = begins.date() + timedelta(days=number)
        found.append(said.get(day) or _usual(event, day, begins, ends))
    return found


def _said(event: Event) -> dict[date, tuple[datetime, datetime]]:
    days: dict[date, tuple[datetime, datetime]] = {}
    for begin, end in Session.objects.filter(event=event).values_list("begins_at", "ends_at"):
        day = wall(begin, event.zone).date()
        first, last = days.get(day, (begin, end))
        days[day] = min(first, begin), max(last, end)
    return days


def _usual(event: Event, day: date, begins: datetime, ends: datetime) -> tuple[datetime, datetime]:
    """The hours of a day of which no agenda tells."""
    first, last = begins.time(), ends.time()
    if event.all_day or first >= last:
        first = _OPENS if event.all_day or day > begins.date() else first
        last = _CLOSES if event.all_day or day < ends.date() else last
    span = (datetime.combine(day, first), datetime.combine(day, last))
    return instant(span[0], event.zone), instant(max(span), event.zone)


def free_slots(event: Event, *persona_ids: int) -> list[datetime]:
    """The slots in which none of these people agreed to meet anybody."""
    who = Q(asker__in=persona_ids) | Q(other__in=persona_ids)
    taken = Meeting.objects.filter(who, event=event, state=Meeting.State.AGREED)
    gone = set(taken.values_list("begins_at", flat=True))
    return [each for each in slots(event) if each not in gone]


def meetings(viewer: Viewer, event: Event) -> list[Meeting]:
    """The viewer's meetings there; of a no only whoever asked sees a trace, as waiting."""
    seen = [AdmitsPersona.to(viewer, at=each) for each in ("asker", "other")]
    rows = Meeting.objects.filter(of_one(viewer.id), *seen, event=event)
    rows = rows.exclude(other=viewer.id, state=Meeting.State.DECLINED)
    return list(rows.select_related("asker", "other").order_by("begins_at"))


def meetings_between(viewer: Viewer, begin: datetime, end: datetime) -> list[Meeting]:
    """Those that the viewer agreed on, at events that take place, that touch this span. One query."""
    return _agreed(me=viewer.id, home=viewer.home, since=begin - SLOT, until=end)


@prepared
def _agreed(me: int, home: str, since: datetime, until: datetime) -> QuerySet[Meeting]:
    viewer = Viewer(me, home, "")
    seen = [AdmitsPersona.to(viewer, at=each) for each in ("asker", "other")]
    rows = Meeting.objects.filter(of_one(me), Admits.thing(viewer, at="event"), *seen)
    rows = rows.filter(event__live=True, event__cancelled_at=None, state=Meeting.State.AGREED)
    rows = rows.filter(begins_at__gt=since, begins_at__lt=until)
    return rows.select_related("asker", "other", "event")


def afterwards(viewer: Viewer, event: Event) -> Afterwards | None:
    return Afterwards.objects.visible_to(viewer).filter(event=event).first()


def album(viewer: Viewer, event: Event) -> list[Snapshot]:
    """The pictures of an event that are there for the viewer, in their order."""
    seen = Admits.thing(viewer, at="picture")
    rows = Snapshot.objects.filter(seen, event=event, picture__live=True)
    return list(rows.select_related("picture__author").order_by("at", "pk")[:500])


def pictures_of(event_ids: Iterable[int]) -> list[int]:
    return list(Snapshot.objects.filter(event__in=list(event_ids)).values_list("picture", flat=True))
