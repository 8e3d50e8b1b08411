"""Of whom somebody may notice that they write or are here: where both show it, and see each other.

That holds both ways: whose writing somebody may notice may notice theirs.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from twofold.network.messaging.models import Manner, Membership, State
from twofold.network.messaging.queries.reading import membership
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@dataclass(frozen=True)
class Company:
    """Of whom the viewer may notice, in one conversation, that they write; and of whom that they are here."""

    writing: list[Persona]
    here: list[Persona]


def company(viewer: Viewer, conversation_id: int) -> Company:
    """Absent where the conversation is not there for the viewer. Three statements."""
    mine = membership(viewer, conversation_id)
    manner = Manner.objects.filter(persona=viewer.id).first()
    if mine.state != State.ACTIVE or manner is None or not (manner.typing or manner.presence):
        return Company([], [])
    rows = Membership.objects.filter(
        AdmitsPersona.to(viewer, at="persona"), conversation=conversation_id, state=State.ACTIVE
    )
    people = [each.persona for each in rows.exclude(persona=viewer.id).select_related("persona")]
    theirs = {each.persona_id: each for each in Manner.objects.filter(persona__in=people)}
    shown = [(each, theirs[each.pk]) for each in people if each.pk in theirs]
    return Company(
        [each for each, their in shown if manner.typing and their.typing],
        [each for each, their in shown if manner.presence and their.presence and mine.conversation.pair],
    )


def showing(persona_ids: Iterable[int]) -> list[int]:
    """Which of these show that they are here, to anybody who may notice it."""
    rows = Manner.objects.filter(persona__in=list(persona_ids), presence=True)
    return list(rows.values_list("persona", flat=True))


def partners(viewer: Viewer, among: Collection[int]) -> list[int]:
    """Those of `among` with whom the viewer talks as one of two, and who show that they are here."""
    mine = Membership.objects.filter(persona=viewer.id, state=State.ACTIVE, conversation__pair__isnull=False)
    rows = Membership.objects.filter(
        AdmitsPersona.to(viewer, at="persona"),
        conversation__in=mine.values("conversation"),
        persona__in=list(among),
        state=State.ACTIVE,
    )
    return showing(rows.exclude(persona=viewer.id).values_list("persona", flat=True))
