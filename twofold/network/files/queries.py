"""Reads of files: those of a place, one, and its bytes. Each asks the door."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

from django.db.models import Count, QuerySet

from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.network.files.models import File, Version
from twofold.network.files.policies import SHELF
from twofold.network.media import shelf
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.viewers import Viewer

__all__ = ["Paper", "counts", "one", "opened", "there"]


@dataclass
class Paper:
    """A file with its versions, the latest first; each says by `knows` whether the viewer may come across its maker."""

    file: File
    versions: list[Version]


def there(viewer: Viewer, body_id: int, about: int = 0) -> list[File]:
    """The files that hang on one thing of a place, the latest first. One statement."""
    return _there(me=viewer.id, home=viewer.home, body=body_id, about=about)


@prepared
def _there(me: int, home: str, body: int, about: int) -> QuerySet[File]:
    rows = File.objects.visible_to(Viewer(me, home, "")).filter(author=body, about=about)
    return rows.order_by("-changed_at", "pk")[:300]


def counts(viewer: Viewer, body_id: int, abouts: Sequence[int]) -> dict[int, int]:
    """How many files hang on each of these things of a place. One statement."""
    rows = File.objects.visible_to(viewer).filter(author=body_id, about__in=list(abouts))
    return dict(rows.values_list("about").annotate(number=Count("pk")))


def one(viewer: Viewer, file_id: int) -> Paper:
    """A file of the network that is looked at, with its versions. Absent where the viewer finds none."""
    rows = File.objects.visible_to(viewer).filter(pk=file_id, author__network=viewer.network)
    found = rows.select_related("author").first()
    if found is None:
        raise Absent
    versions = Version.objects.filter(file=found).annotate(knows=AdmitsPersona.to(viewer, at="by"))
    return Paper(found, list(versions.select_related("by").order_by("-number")))


def opened(viewer: Viewer, file_id: int, number: int) -> tuple[File, Version, IO[bytes]]:
    """The bytes of one version. Absent where the viewer finds none."""
    paper = one(viewer, file_id)
    version = next((each for each in paper.versions if each.number == number), None)
    if version is None:
        raise Absent
    return paper.file, version, shelf.opened(SHELF, encode(version.pk))
