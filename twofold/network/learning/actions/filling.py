"""What hangs on a lesson: a video with its captions, and files."""

from django.core.files.base import File as Upload
from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.files import actions as files
from twofold.network.files.models import File
from twofold.network.learning.actions.asking import lesson_of, own
from twofold.network.learning.models import Course, Lesson
from twofold.network.media import actions as media
from twofold.network.media.models import Kind
from twofold.people.personas.models import Persona


def set_video(actor: Persona, *, course: Course, lesson_id: int, upload: Upload, alt: str = "") -> None:
    """Take in a video for a lesson; the one that was there goes. The courier prepares it."""
    with transaction.atomic():
        lesson_of(own(actor, course), lesson_id)
    ready = media.make_ready(upload)
    if ready.kind != Kind.VIDEO:
        raise Refused(_("This is a picture. A lesson takes a video; add pictures as files."), field="video")
    with transaction.atomic():
        kept = own(actor, course)
        lesson = lesson_of(kept, lesson_id)
        picture = media.keep(actor, ready=ready, alt=alt)
        media.place_in(actor, pictures=[picture], audience_id=kept.audience_id, place="lesson")
        if lesson.video_id:
            media.release([lesson.video_id])
        Lesson.objects.filter(pk=lesson.pk).update(video=picture)


@transaction.atomic
def drop_video(actor: Persona, *, course: Course, lesson_id: int) -> None:
    lesson = lesson_of(own(actor, course), lesson_id)
    if lesson.video_id:
        media.release([lesson.video_id])
        Lesson.objects.filter(pk=lesson.pk).update(video=None)


def add_captions(actor: Persona, *, course: Course, lesson_id: int, upload: Upload, language: str) -> None:
    with transaction.atomic():
        lesson = lesson_of(own(actor, course), lesson_id)
    if lesson.video is None:
        raise Absent
    media.add_captions(actor, picture=lesson.video, file=upload, language=language)


@transaction.atomic
def add_file(actor: Persona, *, course: Course, lesson_id: int, upload: Upload) -> File:
    """Hang a file on a lesson; one of the same name becomes its next version."""
    kept = own(actor, course)
    lesson = lesson_of(kept, lesson_id)
    return files.keep_file(actor, body=actor, audience=kept.audience, upload=upload, about=lesson.pk)


@transaction.atomic
def drop_file(actor: Persona, *, course: Course, lesson_id: int, file_id: int) -> str:
    """Take a file away with all its versions; its name."""
    lesson = lesson_of(own(actor, course), lesson_id)
    return files.drop_file(body=actor, file_id=file_id, about=lesson.pk)
