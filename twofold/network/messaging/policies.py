"""May somebody do this in a conversation? Nothing, or a refusal that says why. Whether they see it is asked before."""

from datetime import timedelta

from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.network.media.policies import format_of
from twofold.network.messaging.models import (
    MAX_NAME,
    MAX_PEOPLE,
    MAX_TEXT,
    SIGNS,
    Conversation,
    Membership,
    Message,
    State,
    Writers,
)

EDITED_WITHIN = timedelta(minutes=15)
STRANGERS_A_DAY = 20
WAITING = 3
A_MINUTE = 40
MOST_PICTURES = 6
MOST_FILES = 6
MEGA = 1024 * 1024
MAX_FILE = 25 * MEGA
MAX_VOICE = 16 * MEGA
MAX_VOICE_SECONDS = 600
MOST_BYTES = 1024 * MEGA
MOST_LATER = 50
VANISHING = (3600, 86_400, 604_800)


def check_words(text: str, pictures: int, files: int = 0) -> None:
    if not text and not pictures and not files:
        raise Refused(_("Write something first."), field="text")
    if len(text) > MAX_TEXT:
        raise Refused(
            _("A message has room for %(limit)s characters. Yours is %(over)s too long.")
            % {"limit": f"{MAX_TEXT:,}", "over": f"{len(text) - MAX_TEXT:,}"},
            field="text",
        )
    if pictures > MOST_PICTURES:
        raise Refused(
            _("A message has room for %(limit)d pictures.") % {"limit": MOST_PICTURES}, field="pictures"
        )
    if files > MOST_FILES:
        raise Refused(_("A message has room for %(limit)d files.") % {"limit": MOST_FILES}, field="files")


def check_file(name: str, size: int, *, voice: bool = False) -> None:
    most = MAX_VOICE if voice else MAX_FILE
    if not size:
        raise Refused(_("“%(name)s” is empty.") % {"name": name}, field="files")
    if size > most:
        raise Refused(
            _("“%(name)s” has %(size)d MB. There is room for %(most)d MB.")
            % {"name": name, "size": -(-size // MEGA), "most": most // MEGA},
            field="files",
        )


def is_picture(head: bytes) -> bool:
    """Whether a file is a picture or a video, which says where and when it was taken, and so is drawn anew."""
    if head[4:8] == b"ftyp" and head[8:11] in (b"M4A", b"M4B"):
        return False
    try:
        format_of(head)
    except Refused:
        return False
    return True


def check_shelf(used: int, more: int) -> None:
    if used + more > MOST_BYTES:
        raise Refused(
            _("The files in your messages take all the room you have. Take some back to make room."),
            field="files",
        )


def voice_format(head: bytes) -> str:
    """Which decoder a sound is for, by its first bytes. Refused for what is no sound that opens here."""
    if head[4:8] == b"ftyp":
        return "mov"
    kinds = {b"\x1a\x45\xdf\xa3": "matroska", b"OggS": "ogg", b"RIFF": "wav", b"fLaC": "flac"}
    found = kinds.get(head[:4]) or ("mp3" if head[:3] == b"ID3" or head[:2] in _MP3 else "")
    if not found:
        raise Refused(_("This is no sound that opens here. Save it as MP3, M4A or OGG."), field="voice")
    return found


_MP3 = (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")


def check_later(waiting: int) -> None:
    if waiting >= MOST_LATER:
        raise Refused(_("Many messages wait to be sent already. Send or drop some first."), field="due")


def check_passing(message: Message, *, moving: bool) -> None:
    """What may be said on elsewhere: not what goes by itself, for that would keep it."""
    if message.notice or message.deleted_at:
        raise Refused(_("There is nothing here to pass on."))
    if message.expires_at:
        raise Refused(_("This message goes by itself. It cannot be passed on."))
    if moving:
        raise Refused(_("Videos cannot be passed on from here."))


def check_pace(in_a_minute: int) -> None:
    if in_a_minute >= A_MINUTE:
        raise Refused(_("That is many messages in a minute. Wait a moment and send this one again."))


def check_begin(writers: int, *, tied: bool, near: bool, strangers: int) -> None:
    """Whether one may begin to write to somebody: `writers` is theirs, `strangers` whom one wrote to today."""
    if tied:
        return
    if writers == Writers.TIES or (writers == Writers.FAR and not near):
        raise Refused(_("They take messages from people they know only."), forbidden=True)
    if strangers >= STRANGERS_A_DAY:
        raise Refused(
            _("You have written to %(most)d people who do not know you within a day. Go on tomorrow.")
            % {"most": STRANGERS_A_DAY}
        )


def check_waiting(lines: int, more: int) -> None:
    """What may lie with somebody who has not answered: few messages, and only words; `more` are pictures and files."""
    if more:
        raise Refused(_("Until they answer you can send words only."), field="pictures")
    if lines >= WAITING:
        raise Refused(
            _("They have not answered yet. What you wrote waits for them; there is no room for more.")
        )


def check_taken_up(*, waits: bool) -> None:
    if waits:
        raise Refused(_("They have not answered yet. Change that when they have."))


def check_in(mine: Membership) -> None:
    if mine.state != State.ACTIVE:
        raise Refused(_("Accept the request first, then you can answer."))


def check_author(message: Message, persona_id: int) -> None:
    if message.author_id != persona_id or message.notice:
        raise Refused(_("Only the one who wrote this can change it."), forbidden=True)
    if message.deleted_at:
        raise Refused(_("This message was taken back."))


def late(message: Message) -> bool:
    """Whether its words can no longer be changed."""
    return clock.now() - message.sent_at > EDITED_WITHIN


def check_edit(message: Message) -> None:
    if late(message):
        raise Refused(
            _("A message can be changed for fifteen minutes. You can take it back, or write another.")
        )


def check_sign(sign: str) -> None:
    if sign not in SIGNS:
        raise Refused(_("That sign does not exist here."), field="sign")


def check_group(conversation: Conversation) -> None:
    if conversation.pair:
        raise Refused(_("A conversation of two stays one of two. Begin a group instead."))


def check_admin(mine: Membership) -> None:
    if not mine.admin:
        raise Refused(_("Only those who look after this group can do that."), forbidden=True)


def check_people(number: int) -> None:
    if number > MAX_PEOPLE:
        raise Refused(_("A group has room for %(most)d people.") % {"most": MAX_PEOPLE}, field="people")


def check_name(name: str) -> None:
    if not name:
        raise Refused(_("Give the group a name."), field="name")
    if len(name) > MAX_NAME:
        raise Refused(_("A name has room for %(most)d characters.") % {"most": MAX_NAME}, field="name")
