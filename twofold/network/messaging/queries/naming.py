"""Whom a message in a group names."""

from twofold.foundation.kit.text import begins
from twofold.network.messaging.models import Conversation, Membership, State
from twofold.network.messaging.queries.reading import membership
from twofold.network.posts.markup import handles_in
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.audiences.queries import mention_candidates
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

OFFERED = 8


def named_in(viewer: Viewer, conversation: Conversation, text: str) -> dict[str, Persona]:
    """Those in a group whom `text` names and whom its author may come across, by handle. Of two nobody is named."""
    handles = handles_in(text) if "@" in text and not conversation.pair else []
    if not handles:
        return {}
    found = mention_candidates(viewer, handles)
    rows = Membership.objects.filter(
        conversation=conversation, state=State.ACTIVE, persona__in=found.values()
    )
    inside = set(rows.values_list("persona", flat=True))
    return {handle: each for handle, each in found.items() if each.pk in inside}


def names_begun(viewer: Viewer, conversation_id: int, text: str) -> list[Persona]:
    """Those in a conversation whose handle, or a word of whose name, begins with `text`; whatever accents and capitals.

    Absent where the conversation is. The viewer is not among them, nor whoever they do not come across.
    """
    mine = membership(viewer, conversation_id)
    rows = Membership.objects.filter(
        AdmitsPersona.to(viewer, at="persona"), conversation=mine.conversation_id, state=State.ACTIVE
    )
    rows = rows.exclude(persona=viewer.id).order_by("persona__name")
    found = [
        persona_id
        for persona_id, handle, name in rows.values_list("persona", "persona__handle", "persona__name")
        if begins(text, handle, name)
    ][:OFFERED]
    people = Persona.objects.in_bulk(found)
    return [people[each] for each in found]
