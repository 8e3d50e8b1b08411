"""Files of messages: each is there as its message is."""

from collections.abc import Iterable

from twofold.foundation.kit.refusals import Absent
from twofold.network.messaging.models import Attachment, Message
from twofold.network.messaging.queries.reading import line
from twofold.people.personas.viewers import Viewer

SHELF = "talks"
# What the sound that we made of a voice note is called, after its id.
SOUND = ".m4a"


def attachment(viewer: Viewer, attachment_id: int) -> Attachment:
    """A file of a message that is there for the viewer, and finished. Absent otherwise."""
    found = Attachment.objects.filter(pk=attachment_id, state=Attachment.State.READY).first()
    if found is None or line(viewer, found.message_id).deleted_at:
        raise Absent
    return found


def attachments(message: Message) -> Iterable[Attachment]:
    """The files of a message that is there, those that could be made."""
    return Attachment.objects.filter(message=message).exclude(state=Attachment.State.FAILED)
