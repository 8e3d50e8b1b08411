"""The courier's part of a video: made in all its sizes, one video of the whole server at a time."""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from django.db import OperationalError, transaction
from django.db.models import F, Q

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.media import shelf, workshop
from twofold.network.media.actions.taking import film_name
from twofold.network.media.facts import FilmTaken, PictureReady
from twofold.network.media.models import Kind, Picture, Preparation, State

# Nobody who works on a video is silent for longer.
BEAT = timedelta(seconds=90)
PATIENCE = timedelta(seconds=4)
MAX_TRIES = 3


def prepare(picture_id: int) -> None:
    """Make a video, unless it is made or another one is being made: then it is put off. It bears being run twice."""
    waiting = Preparation.objects.filter(picture=picture_id).select_related("picture").first()
    if waiting is None:
        return
    if not _begin(waiting):
        with transaction.atomic():
            announce(FilmTaken(picture_id), at=clock.now() + PATIENCE)
        return
    if waiting.tries > MAX_TRIES:
        _fail(waiting.picture)
        return
    try:
        _make(waiting)
    except BaseException:
        # Whoever tries again, or the next one, need not wait until nobody can be at work here any more.
        Preparation.objects.filter(pk=waiting.pk).update(beat_at=None)
        raise


def _begin(waiting: Preparation) -> bool:
    """Whether it is this one's turn; it counts as begun then."""
    moment = clock.now()
    with transaction.atomic():
        busy = Preparation.objects.select_for_update().filter(beat_at__gt=moment - BEAT)
        if busy.exists():
            return False
        Preparation.objects.filter(pk=waiting.pk).update(tries=F("tries") + 1, beat_at=moment, percent=0)
    waiting.tries += 1
    return True


def _make(waiting: Preparation) -> None:
    picture = waiting.picture
    with workshop.bench() as folder:
        source = shelf.path_of(shelf.SOURCES, encode(picture.pk))
        if not source.exists():
            _fail(picture)
            return
        made = workshop.filmed(source, waiting.format, folder, picture.seconds, _teller(waiting))
        if "unfit" in made:
            _fail(picture)
            return
        _store(picture, made["heights"], made["seconds"], folder)


def _teller(waiting: Preparation):
    def tell(percent: int) -> None:
        # A figure that cannot be noted is not worth the video.
        with suppress(OperationalError):
            Preparation.objects.filter(pk=waiting.pk).update(percent=percent, beat_at=clock.now())

    return tell


def _store(picture: Picture, heights: list[int], seconds: float, folder: Path) -> None:
    size = sum(
        shelf.put(folder / f"{each}.mp4", shelf.PICTURES, film_name(picture.pk, each)) for each in heights
    )
    size += sum(path.stat().st_size for path in _files_of(picture) if path.exists())
    _close(
        picture,
        state=State.READY,
        heights=" ".join(map(str, heights)),
        seconds=seconds,
        bytes=size,
    )


def _files_of(picture: Picture) -> list[Path]:
    names = [f"{encode(picture.pk)}-{each}.webp" for each in ("large", "medium", "small")]
    names += [f"{encode(picture.pk)}-original.{picture.original}"] if picture.original else []
    return [shelf.path_of(shelf.PICTURES, name) for name in names]


def _fail(picture: Picture) -> None:
    """It cannot be made. A picture that moves is still a picture; of a video its poster stays, and says so."""
    still = picture.kind == Kind.LOOP
    _close(picture, state=State.READY if still else State.FAILED, kind=Kind.STILL if still else picture.kind)


def _close(picture: Picture, **changes: object) -> None:
    with transaction.atomic():
        Picture.objects.filter(pk=picture.pk).update(**changes)
        Preparation.objects.filter(picture=picture).delete()
        announce(PictureReady(picture.pk))
    shelf.remove(shelf.SOURCES, encode(picture.pk))


def take_up_again() -> int:
    """Announce the videos once more whose courier fell silent; how many."""
    silent = Q(beat_at=None) | Q(beat_at__lt=clock.now() - 4 * BEAT)
    found = Preparation.objects.filter(silent, picture__created_at__lt=clock.now() - 4 * BEAT)
    ids = list(found.values_list("picture", flat=True)[:50])
    with transaction.atomic():
        for each in ids:
            announce(FilmTaken(each))
    return len(ids)
