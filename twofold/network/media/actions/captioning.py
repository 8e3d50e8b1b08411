"""Captions of one's own videos."""

from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.media import shelf, subtitles
from twofold.network.media.actions.taking import captions_name
from twofold.network.media.facts import PictureReady
from twofold.network.media.models import Kind, Picture
from twofold.people.personas.models import Persona


def add_captions(author: Persona, *, picture: Picture, file: File, language: str) -> None:
    """Take in a file of captions for a video of one's own; the one that was there goes."""
    _check(author, picture)
    clean = subtitles.written(file.read(subtitles.MAX_BYTES + 1))
    with NamedTemporaryFile(dir=shelf.room(), delete=False) as made:
        made.write(clean)
    shelf.put(Path(made.name), shelf.PICTURES, captions_name(picture.pk))
    _say(picture, clean_line(language)[:12] or "en")


def drop_captions(author: Persona, *, picture: Picture) -> None:
    _check(author, picture)
    _say(picture, "")
    shelf.remove(shelf.PICTURES, captions_name(picture.pk))


def _check(author: Persona, picture: Picture) -> None:
    if picture.author_id != author.pk:
        raise Absent
    if picture.kind != Kind.VIDEO:
        raise Refused(_("Only videos have subtitles."), field="captions")


@transaction.atomic
def _say(picture: Picture, language: str) -> None:
    Picture.objects.filter(pk=picture.pk).update(captions=language)
    picture.captions = language
    announce(PictureReady(picture.pk))
