from django.db import models

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.audiences.models import Shared


class Picture(Shared):
    """One picture. Until the post that it belongs to is published its audience is its author alone.

    Variants are files beside each other: `large` (2048 px), `medium` (1024), `small` (480), all WebP.
    """

    id = RandomIdField()
    width = models.IntegerField()
    height = models.IntegerField()
    bytes = models.IntegerField()
    blurhash = models.CharField(max_length=60, blank=True)
    alt = models.CharField(max_length=1500, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["author", "created_at"], name="media_by_author")]
