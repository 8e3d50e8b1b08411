"""Files that come in pieces: begun, continued at any later time until they expire, and taken in when they are whole."""

from collections.abc import Iterator
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.media import policies, shelf, workshop
from twofold.network.media.actions.taking import keep, ready_from
from twofold.network.media.models import Upload
from twofold.network.media.queries import upload_of
from twofold.people.personas.models import Persona

KEPT = timedelta(days=4)


class Elsewhere(Exception):
    """The piece begins where the file does not end; `args[0]` is where it ends."""


@transaction.atomic
def begin_upload(author: Persona, *, name: str, length: int, mime: str = "", mark: str = "") -> Upload:
    """Announce a file of `length` bytes. Refused, with the limit named, before a byte of it was sent."""
    name = clean_line(name)[:200]
    policies.check_size(length, film=policies.seems_film(name, mime), name=name)
    policies.check_open(author)
    policies.check_room(author, length)
    expires = clock.now() + KEPT
    return Upload.objects.create(
        author=author, name=name, mark=clean_line(mark)[:80], length=length, expires_at=expires
    )


def add_piece(author: Persona, *, upload_id: int, offset: int, chunks: Iterator[bytes]) -> Upload:
    """Write a piece at `offset`, and take the file in when that was the last one.

    Raises Elsewhere when the file ends at another place: the sender asks where, and goes on from there.
    """
    upload = upload_of(author, upload_id)
    if upload.picture_id or upload.problem:
        return upload
    if offset != upload.offset:
        raise Elsewhere(upload.offset)
    end = shelf.write_at(shelf.UPLOADS, encode(upload.pk), offset, _capped(chunks, upload.length - offset))
    mine = Upload.objects.filter(pk=upload.pk, offset=offset)
    if not mine.update(offset=end, expires_at=clock.now() + KEPT):
        raise Elsewhere(upload_of(author, upload_id).offset)
    upload.offset = end
    return _finished(author, upload) if end == upload.length else upload


def _capped(chunks: Iterator[bytes], room: int) -> Iterator[bytes]:
    """Not a byte more than was announced."""
    for chunk in chunks:
        if room > 0:
            yield chunk[:room]
        room -= len(chunk)


def _finished(author: Persona, upload: Upload) -> Upload:
    """Take the whole file in. Interrupted by a crash, it is done when the sender asks next."""
    name = encode(upload.pk)
    source = shelf.path_of(shelf.UPLOADS, name)
    try:
        if not source.exists():
            raise Refused(_("This file was lost on its way. Add it again."))
        with workshop.bench() as folder:
            ready = ready_from(source, workshop.sniffed(source), folder)
        with transaction.atomic():
            upload.picture = keep(author, ready=ready)
            upload.save(update_fields=["picture"])
    except Refused as refusal:
        upload.problem = str(refusal.reason)[:400]
        upload.save(update_fields=["problem"])
    shelf.remove(shelf.UPLOADS, name)
    return upload


def end_upload(author: Persona, *, upload_id: int) -> None:
    """Give an upload up; what had come of it is thrown away."""
    upload = upload_of(author, upload_id)
    upload.delete()
    shelf.remove(shelf.UPLOADS, encode(upload_id))
