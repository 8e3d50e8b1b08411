"""What waits to be sent: for its author alone."""

from django.db.models import QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.network.messaging.models import Later
from twofold.network.messaging.queries.there import there
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def _own(viewer: Viewer) -> QuerySet[Later]:
    return Later.objects.filter(author=viewer.id, conversation__in=there(viewer))


def laters(viewer: Viewer) -> list[Later]:
    """All that waits, the next first; what could not be sent before that."""
    rows = _own(viewer).select_related("conversation").prefetch_related("conversation__members__persona")
    return list(rows.order_by("due_at", "made_at"))


def later(viewer: Viewer, later_id: int) -> Later:
    """One of them. Absent otherwise."""
    found = _own(viewer).filter(pk=later_id).select_related("conversation").first()
    if found is None:
        raise Absent
    return found


def laters_in(viewer: Viewer, conversation_id: int) -> list[Later]:
    """What waits to be sent in a conversation that is there for the viewer, the next first."""
    return _in(me=viewer.id, conversation=conversation_id)


@prepared
def _in(me: int, conversation: int) -> QuerySet[Later]:
    return Later.objects.filter(author=me, conversation=conversation).order_by("due_at")[:20]


def due() -> list[Later]:
    """What is to be sent now, by whomever: for the courier."""
    rows = Later.objects.filter(due_at__lte=clock.now(), author__state=Persona.State.ACTIVE)
    return list(rows.select_related("author", "conversation").order_by("due_at")[:50])
