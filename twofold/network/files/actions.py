"""Keeping files. Who may do that in a place is for the app of the place to say: it asks before it calls down here."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from django.core.files.base import File as Upload
from django.db import transaction
from django.db.models import Sum

from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode, new_id
from twofold.foundation.kit.refusals import Absent
from twofold.network.files import policies
from twofold.network.files.models import File, Version
from twofold.network.files.policies import SHELF
from twofold.network.media import shelf, workshop
from twofold.network.media.workshop import Variant
from twofold.people.audiences.models import Audience
from twofold.people.personas.models import Persona

_LARGE = Variant("file", 4096, 4096)


@transaction.atomic
def keep_file(
    actor: Persona,
    *,
    body: Persona,
    audience: Audience,
    upload: Upload,
    about: int = 0,
    file_id: int | None = None,
) -> File:
    """A new file of the place of `body`, or a further version of one that hangs on the same thing there.

    A file of the same name is the same file: what was there stays as its earlier version.
    """
    name, ending = policies.checked_name(upload.name or "")
    policies.check_size(upload.size or 0)
    there = File.objects.select_for_update(of=("self",)).filter(author=body, about=about, live=True)
    file = there.filter(pk=file_id).first() if file_id else there.filter(name__iexact=name).first()
    if file_id and file is None:
        raise Absent
    used = Version.objects.filter(file__author=body).aggregate(all=Sum("bytes"))["all"] or 0
    files = 0 if file else File.objects.filter(author=body, live=True).count()
    policies.check_room(files, file.number if file else 0, used, upload.size or 0)
    version_id = new_id()
    size, ending = _lay(upload, ending, version_id)
    moment = clock.now()
    if file is None:
        file = File(author=body, audience=audience, about=about, name=name, changed_at=moment)
    file.name = f"{name.rpartition('.')[0]}.{ending}"
    file.number, file.changed_at = file.number + 1, moment
    file.save()
    Version.objects.create(
        pk=version_id, file=file, number=file.number, by=actor, bytes=size, ending=ending, at=moment
    )
    return file


def _lay(upload: Upload, ending: str, version_id: int) -> tuple[int, str]:
    """Put the bytes on the shelf; how many, and what they are now. A picture is drawn anew, without its metadata."""
    with workshop.bench() as folder:
        if ending in policies.PICTURES:
            source, form = workshop.laid_out(upload, folder)
            policies.check_picture(form.film)
            finished = workshop.decoded(source, form, folder, (_LARGE,))
            return shelf.put(finished.file(_LARGE), SHELF, encode(version_id)), "webp"
        upload.seek(0)
        data = upload.read(policies.MAX_BYTES + 1)
        policies.check_size(len(data))
        policies.check_bytes(data, ending)
        source = Path(folder) / "paper"
        source.write_bytes(data)
        return shelf.put(source, SHELF, encode(version_id)), ending


@transaction.atomic
def drop_file(*, body: Persona, file_id: int, about: int = 0) -> str:
    """Take a file away with all its versions; its name."""
    found = File.objects.filter(pk=file_id, author=body, about=about, live=True).first()
    if found is None:
        raise Absent
    _forget([found.pk])
    return found.name


def readdress(*, body: Persona, audience: Audience, abouts: Sequence[int] | None = None) -> None:
    """The place, or what is named of it, is for others from now on: the files follow."""
    rows = File.objects.filter(author=body)
    (rows if abouts is None else rows.filter(about__in=abouts)).update(audience=audience)


@transaction.atomic
def forget_about(*, body: Persona, about: int) -> None:
    """What the files hang on is gone for good."""
    _forget(list(File.objects.filter(author=body, about=about).values_list("pk", flat=True)))


@transaction.atomic
def forget_place(body_id: int) -> None:
    """The place is gone for good."""
    _forget(list(File.objects.filter(author=body_id).values_list("pk", flat=True)))


def _forget(ids: list[int]) -> None:
    for version in Version.objects.filter(file__in=ids).values_list("pk", flat=True):
        transaction.on_commit(partial(shelf.remove, SHELF, encode(version)))
    File.objects.filter(pk__in=ids).delete()


def forget_person(persona_id: int) -> None:
    """Nobody is left as the maker of a version under a name that is gone."""
    Version.objects.filter(by=persona_id).update(by=None)
