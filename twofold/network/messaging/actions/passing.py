"""Saying on elsewhere what somebody wrote, within the same network."""

from django.core.files.base import ContentFile

from twofold.foundation.kit.refusals import Absent
from twofold.network.media import shelf
from twofold.network.media.actions import file_name, take_in
from twofold.network.media.models import Picture
from twofold.network.messaging import policies, queries
from twofold.network.messaging.actions.attaching import again, unlay
from twofold.network.messaging.actions.sending import send
from twofold.network.messaging.models import Message
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def pass_on(actor: Persona, *, message_id: int, conversation_id: int, once: str = "") -> Message:
    """Send the words, pictures and files of a message into another conversation; who wrote it is not told there."""
    viewer = Viewer.of(actor)
    message = queries.line(viewer, message_id)
    if made := queries.submitted(actor, once):
        return made
    held = [each.picture for each in message.pictures.select_related("picture")]
    policies.check_passing(message, moving=any(each.moves for each in held))
    mine = queries.membership(viewer, conversation_id)
    kept = list(queries.attachments(message))
    if (held or kept) and queries.waits(mine):
        policies.check_waiting(0, len(held) + len(kept))
    files = [again(each) for each in kept if each.state == each.State.READY]
    try:
        return send(
            actor,
            conversation=mine.conversation,
            text=message.text,
            pictures=[_again(actor, each) for each in held],
            files=files,
            once=once,
            passed_on=True,
        )
    except BaseException:
        unlay(files)
        raise


def _again(actor: Persona, picture: Picture) -> Picture:
    data = shelf.read(shelf.PICTURES, file_name(picture.pk, "large"))
    if data is None:
        raise Absent
    return take_in(actor, upload=ContentFile(data, name="picture.webp"), alt=picture.alt)
