"""Where pictures belong: the nouns above make them part of something, and give them back to their author alone."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Refused
from twofold.network.media import shelf
from twofold.network.media.models import Picture, Preparation, Upload
from twofold.network.media.queries import is_picture, is_portrait
from twofold.people.audiences.actions import compose
from twofold.people.audiences.models import Audience
from twofold.people.audiences.specs import ONLY_ME
from twofold.people.personas.models import Persona

KEPT_UNUSED = timedelta(days=1)


@transaction.atomic
def place_in(
    author: Persona,
    *,
    pictures: Sequence[Picture],
    audience_id: int,
    place: str,
    ends_at: datetime | None = None,
) -> None:
    """Make pictures of one's own part of something that reaches `audience_id`; `place` as in `Picture`.

    Refused when one of them is part of something already: a picture has one place, and so one audience.
    """
    ids = {each.pk for each in pictures}
    free = Picture.objects.filter(pk__in=ids, author=author, place="")
    where = {"audience": audience_id, "place": place, "ends_at": ends_at}
    if len(ids) < len(pictures) or free.update(live=True, **where) < len(ids):
        raise Refused(_("A picture belongs to one place. Add it again to use it twice."), field="pictures")


@transaction.atomic
def release(picture_ids: Iterable[int]) -> None:
    """Take pictures out of what they are part of: each is its author's alone again."""
    authors: dict[int, list[int]] = {}
    for pk, author_id in Picture.objects.filter(pk__in=list(picture_ids)).values_list("pk", "author"):
        authors.setdefault(author_id, []).append(pk)
    for author in Persona.objects.in_bulk(authors).values():
        mine: Audience = compose(author, ONLY_ME)
        Picture.objects.filter(pk__in=authors[author.pk]).update(
            audience=mine, live=True, place="", ends_at=None
        )


def sweep() -> int:
    """Remove the files that belong to nothing and are a day old, and uploads that expired; how many files."""
    expired = Upload.objects.filter(expires_at__lte=clock.now())
    expired.delete()
    checks = (
        (shelf.PICTURES, is_picture),
        (shelf.PORTRAITS, is_portrait),
        (shelf.SOURCES, _is_waiting),
        (shelf.UPLOADS, _is_coming),
    )
    removed = 0
    for name, used in checks:
        for path in shelf.older_than(name, KEPT_UNUSED.total_seconds()):
            if not used(path.name.rpartition("-")[0] or path.name):
                path.unlink(missing_ok=True)
                removed += 1
    shelf.tidy_room(KEPT_UNUSED.total_seconds())
    return removed


def _is_waiting(name: str) -> bool:
    return is_picture(name) and Preparation.objects.filter(picture=decode(name)).exists()


def _is_coming(name: str) -> bool:
    return Upload.objects.filter(pk=decode(name), picture=None, problem="").exists()
