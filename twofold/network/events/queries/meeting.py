"""Who was let in at the door, whom one could meet at an event and why, and what stands in its album afterwards."""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from twofold.foundation.kit import clock
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import folded
from twofold.network.events.models import Afterwards, Answer, Event, Guest, Meeting, Snapshot
from twofold.network.events.queries.guests import digest
from twofold.network.events.queries.reading import next_time
from twofold.people.audiences.door import Admits, AdmitsPersona
from twofold.people.graph.queries import mutual_counts
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

SLOT = timedelta(minutes=20)
MOST_SLOTS = 60
MOST_FOUND = 200


def visitor(secret: str) -> Guest:
    """The guest without an account whose address that is; the secret is what lets them in. Absent otherwise."""
    rows = Guest.objects.filter(persona=None, secret=digest(secret), event__live=True)
    rows = rows.filter(event__author__state=Persona.State.ACTIVE)
    found = rows.select_related("event__author", "event__whereabouts").first()
    if found is None:
        raise Absent
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

    guest: Guest
    persona: Persona
    reasons: list[str] = field(default_factory=list)
    weight: int = 0


def found_there(viewer: Viewer, event: Event, persona_id: int) -> Guest | None:
    """Somebody who agreed to be found there, for a viewer who did so too."""
    return _findable(viewer, event).filter(persona=persona_id).first()


def _findable(viewer: Viewer, event: Event):
    mine = attending(viewer.id, event)
    rows = Guest.objects.filter(
        AdmitsPersona.to(viewer, at="persona"),
        event=event,
        answer=Answer.GOING,
        seated=True,
        findable=True,
        persona__state=Persona.State.ACTIVE,
        persona__network=Network.PROFESSIONAL,
    ).exclude(persona=viewer.id)
    return rows.select_related("persona") if mine is not None and mine.findable else rows.none()


def to_meet(viewer: Viewer, event: Event, mine: Guest) -> list[Found]:
    """Whom the viewer could meet, those with the most reasons first. Five statements."""
    guests = list(_findable(viewer, event).order_by("line", "pk")[:MOST_FOUND])
    common = mutual_counts(viewer, [each.persona_id for each in guests if each.persona_id])
    found = [_why(mine, each, common.get(each.persona_id or 0, 0)) for each in guests]
    return sorted(found, key=lambda each: (-each.weight, folded(each.persona.name)))


def _why(mine: Guest, other: Guest, common: int) -> Found:
    assert other.persona is not None
    one = Found(other, other.persona)
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
    """When meetings can begin: every twenty minutes of the time that comes next, from now on."""
    time = next_time(event)
    if time is None:
        return []
    count = min(MOST_SLOTS, int((time.ends_at - time.begins_at) / SLOT))
    return [each for n in range(count) if (each := time.begins_at + n * SLOT) > clock.now()]


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
