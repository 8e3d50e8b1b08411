"""Who had a part in a project."""

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from twofold.foundation.kit.prepared import prepared
from twofold.network.profiles.models import Entry, EntryKind, Member
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def members_of(viewer: Viewer, entries: Iterable[Entry]) -> dict[int, list[Member]]:
    """Those who said yes and whom `viewer` may come across, with their `persona`, by entry; at most one query."""
    projects = [entry.pk for entry in entries if entry.kind == EntryKind.PROJECT]
    found: dict[int, list[Member]] = {}
    if projects:
        for row in _agreed(me=viewer.id, home=viewer.home, entries=projects):
            found.setdefault(row.entry_id, []).append(row)
    return found


@prepared
def _agreed(me: int, home: str, entries: Sequence[int]) -> QuerySet[Member]:
    rows = Member.objects.filter(
        AdmitsPersona.to(Viewer(me, home, ""), at="persona"),
        entry__in=entries,
        state=Member.State.AGREED,
        persona__state=Persona.State.ACTIVE,
    )
    return rows.select_related("persona").order_by("named_at", "pk")


def named_in(viewer: Viewer, entry: Entry) -> list[Member]:
    """All whom the viewer named in a project of theirs; a no stays a waiting one."""
    rows = Member.objects.filter(AdmitsPersona.to(viewer, at="persona"), entry=entry, entry__author=viewer.id)
    return list(rows.select_related("persona").order_by("named_at", "pk"))


def asked_about(viewer: Viewer) -> list[Member]:
    """Projects of others in which the viewer is said to have had a part, the oldest first, as far as they see them."""
    return _mine(viewer, Member.State.NAMED)


def parts_of(viewer: Viewer) -> list[Member]:
    """Projects of others in which the viewer has a part."""
    return _mine(viewer, Member.State.AGREED)


def _mine(viewer: Viewer, state: Member.State) -> list[Member]:
    seen = Entry.objects.visible_to(viewer)
    rows = Member.objects.filter(
        AdmitsPersona.to(viewer, at="entry__author"), persona=viewer.id, state=state, entry__in=seen
    )
    return list(rows.select_related("entry", "entry__author").order_by("named_at", "pk")[:100])
