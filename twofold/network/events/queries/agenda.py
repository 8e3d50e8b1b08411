"""The agenda of an event, for whoever sees the event: `event` is from `get`."""

from dataclasses import dataclass

from django.db.models import Prefetch

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.network.events.models import Event, Session, Speaker
from twofold.people.audiences.queries import by_ids
from twofold.people.personas.viewers import Viewer


def agenda(viewer: Viewer, event: Event, track: str = "") -> list[Session]:
    """Its sessions in order, with who speaks; those of one track where one is named. Three queries."""
    rows = Session.objects.filter(event=event, **({"track": track} if track else {}))
    speakers = Speaker.objects.order_by("place").select_related("persona")
    found = list(rows.order_by("begins_at", "room", "pk").prefetch_related(Prefetch("speakers", speakers)))
    _veil(viewer, found)
    return found


def count_sessions(event: Event) -> int:
    return Session.objects.filter(event=event).count()


GLANCE = 5
_FACES = 12


@dataclass(frozen=True)
class Glance:
    """What comes next in an agenda (or how it began, once it is over), how long it is, and who speaks."""

    sessions: list[Session]
    number: int
    speakers: list[Speaker]


def glance(viewer: Viewer, event: Event) -> Glance:
    """Four queries, however long the agenda is."""
    rows = Session.objects.filter(event=event).order_by("begins_at", "room", "pk")
    sessions = list(rows.filter(ends_at__gt=clock.now())[:GLANCE]) or list(rows[:GLANCE])
    said = Speaker.objects.filter(session__event=event).order_by("session__begins_at", "place", "pk")
    speakers: dict[int | str, Speaker] = {}
    for each in said.select_related("persona")[:80]:
        speakers.setdefault(each.persona_id or each.name, each)
    shown = list(speakers.values())[:_FACES]
    _known(viewer, shown)
    return Glance(sessions, rows.count(), shown)


def session(viewer: Viewer, event: Event, session_id: int) -> Session:
    found = Session.objects.filter(event=event, pk=session_id).first()
    if found is None:
        raise Absent
    return found


def _veil(viewer: Viewer, sessions: list[Session]) -> None:
    """Speakers whom the viewer does not come across stand there by name alone."""
    _known(viewer, [each for one in sessions for each in one.speakers.all()])


def _known(viewer: Viewer, speakers: list[Speaker]) -> None:
    said = [each for each in speakers if each.persona_id]
    known = by_ids(viewer, {each.persona_id for each in said if each.persona_id}) if said else {}
    for each in said:
        each.persona = known.get(each.persona_id or 0)


def tracks(event: Event) -> list[str]:
    rows = Session.objects.filter(event=event).exclude(track="").order_by("track")
    return list(rows.values_list("track", flat=True).distinct())
