"""Files and voice notes of messages: laid on the shelf before the message is written, gone when it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from shutil import copyfile
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.db.models import QuerySet, Sum

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit.ids import decode, encode, new_id
from twofold.foundation.kit.text import clean_line
from twofold.network.media import shelf, workshop
from twofold.network.messaging import policies
from twofold.network.messaging.facts import ConversationChanged, VoiceTaken
from twofold.network.messaging.models import Attachment, Message
from twofold.network.messaging.queries.files import SHELF, SOUND
from twofold.people.personas.models import Persona

_LONGEST_NAME = 100
_DAY = 86_400
State = Attachment.State


@dataclass(frozen=True)
class Laid:
    """A file that lies on the shelf, and of which nobody knows yet. `format` is a voice note's decoder."""

    number: int
    name: str
    bytes: int
    voice: bool = False
    format: str = ""


def lay(author: Persona, *, upload: File, voice: bool = False) -> Laid:
    """Put what somebody chose on the shelf. Refused when it is empty or too large, or as a voice note no sound."""
    name = clean_line(PurePosixPath((upload.name or "").replace("\\", "/")).name) or "file"
    stem, dot, ending = name.rpartition(".")
    name = f"{stem[:_LONGEST_NAME]}{dot}{ending[:10]}" if stem else name[:_LONGEST_NAME]
    policies.check_file(name, upload.size or 0, voice=voice)
    used = Attachment.objects.filter(message__author=author).aggregate(all=Sum("bytes"))["all"] or 0
    policies.check_shelf(used, upload.size or 0)
    number = new_id()
    with workshop.bench() as folder:
        source = Path(folder) / "file"
        with source.open("wb") as file:
            for chunk in upload.chunks():
                file.write(chunk)
        with source.open("rb") as file:
            form = policies.voice_format(file.read(16)) if voice else ""
        return Laid(number, name, shelf.put(source, SHELF, encode(number)), voice, form)


def again(attachment: Attachment) -> Laid:
    """The same file once more, for another message."""
    number = new_id()
    with workshop.bench() as folder:
        source = Path(folder) / "file"
        copyfile(shelf.path_of(SHELF, encode(attachment.pk) + _sound(attachment)), source)
        form = "mov" if attachment.voice else ""
        size = shelf.put(source, SHELF, encode(number))
        return Laid(number, attachment.name, size, attachment.voice, form)


def attach(message: Message, files: Sequence[Laid]) -> None:
    """Make files on the shelf part of a message; voice notes are prepared by the courier."""
    for place, each in enumerate(files):
        Attachment.objects.create(
            pk=each.number,
            message=message,
            place=place,
            voice=each.voice,
            state=State.PREPARING if each.voice else State.READY,
            name=each.name,
            bytes=each.bytes,
            format=each.format,
        )
        if each.voice:
            announce(VoiceTaken(each.number))


def unlay(files: Sequence[Laid]) -> None:
    """Nothing came of it: what was laid down goes."""
    for each in files:
        shelf.remove(SHELF, encode(each.number))


def detach(messages: QuerySet[Message] | Sequence[int]) -> None:
    """Take away all files of these messages, bytes and all."""
    rows = Attachment.objects.filter(message__in=messages)
    for each in rows:
        for name in (encode(each.pk), encode(each.pk) + SOUND):
            transaction.on_commit(partial(shelf.remove, SHELF, name))
    rows.delete()


def prepare_voice(attachment_id: int) -> None:
    """Make a voice note into what every browser plays, without metadata. It bears being run twice."""
    waiting = Attachment.objects.filter(pk=attachment_id, state=State.PREPARING)
    found = waiting.select_related("message").first()
    if found is None:
        return
    name = encode(found.pk)
    with workshop.bench() as folder:
        source = shelf.path_of(SHELF, name)
        made = (
            workshop.sounded(source, found.format, folder, longest=policies.MAX_VOICE_SECONDS)
            if source.exists()
            else {"unfit": "broken"}
        )
        changes: dict[str, Any] = {"state": State.FAILED, "bytes": 0}
        if "unfit" not in made:
            size = shelf.put(folder / "voice.m4a", SHELF, name + SOUND)
            changes = {
                "state": State.READY,
                "bytes": size,
                "seconds": made["seconds"],
                "loudness": made["loudness"],
            }
    with transaction.atomic():
        waiting.update(**changes)
        announce(ConversationChanged(found.message.conversation_id))
    shelf.remove(SHELF, name)


def sweep_files() -> int:
    """Remove files that belong to no message, a day later; how many."""
    gone = 0
    for path in shelf.older_than(SHELF, _DAY):
        sound = path.name.endswith(SOUND)
        rows = Attachment.objects.filter(pk=decode(path.name.removesuffix(SOUND)))
        kept = (
            rows.filter(voice=True, state=State.READY)
            if sound
            else rows.exclude(voice=True, state=State.READY)
        )
        if not kept.exists():
            path.unlink(missing_ok=True)
            gone += 1
    return gone


def _sound(attachment: Attachment) -> str:
    return SOUND if attachment.voice else ""
