"""Telling at once: by mail and to devices, what still stands when it goes out."""

from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.notifications import outgoing
from twofold.reach.notifications.models import Way
from twofold.reach.notifications.queries import Told, going_out
from twofold.reach.notifications.wishes import Wishes, wishes_of
from twofold.surfaces.web import letters, pushing


def send(persona_id: int) -> None:
    """Whatever goes out to a persona now."""
    persona = outgoing.persona_of(persona_id)
    for way in _SENDERS:
        if persona is None:  # suspended or gone: nothing waits for them
            outgoing.take(persona_id, way)
        else:
            _send(persona, way)


def send_due() -> None:
    for persona_id in outgoing.due():
        send(persona_id)


def _send(persona: Persona, way: Way) -> None:
    """The door is asked again now: what waited may have been taken back, hidden, read or switched off meanwhile."""
    ids = outgoing.take(persona.pk, way)
    if not ids:
        return
    wishes = wishes_of(persona)
    told = going_out(Viewer.of(persona), ids, way=way, ways=wishes.ways)
    if told and not _SENDERS[way](persona, wishes, told):
        outgoing.give_back(persona.pk, ids, way)


def _mail(persona: Persona, wishes: Wishes, told: list[Told]) -> bool:
    return letters.send_at_once(wishes.choices, persona, told)


def _push(persona: Persona, wishes: Wishes, told: list[Told]) -> bool:
    return pushing.push(persona, told, wishes.choices.screen)


_SENDERS = {Way.MAIL: _mail, Way.PUSH: _push}
