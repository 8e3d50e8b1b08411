"""The agenda of an event, for whoever sees the event: `event` is from `get`."""

from django.db.models import Prefetch

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


def session(viewer: Viewer, event: Event, session_id: int) -> Session:
    found = Session.objects.filter(event=event, pk=session_id).first()
    if found is None:
        raise Absent
    return found


def _veil(viewer: Viewer, sessions: list[Session]) -> None:
    """Speakers whom the viewer does not come across stand there by name alone."""
    said = [each for one in sessions for each in one.speakers.all() if each.persona_id]
    known = by_ids(viewer, {each.persona_id for each in said if each.persona_id}) if said else {}
    for each in said:
        each.persona = known.get(each.persona_id or 0)


def tracks(event: Event) -> list[str]:
    rows = Session.objects.filter(event=event).exclude(track="").order_by("track")
    return list(rows.values_list("track", flat=True).distinct())
