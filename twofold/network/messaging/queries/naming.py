"""Whom a message in a group names."""

from twofold.network.messaging.models import Conversation, Membership, State
from twofold.network.posts.markup import handles_in
from twofold.people.audiences.queries import mention_candidates
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


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
