from django.db import models

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.media.models import Picture
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Persona

MAX_TITLE = 100
MAX_DESCRIPTION = 2_000
MAX_CAPTION = 1_000


class Album(Shared):
    """Pictures kept together. Whoever its audience admits sees all of them; contributors add to it.

    The contributors of a shared album are a part of its audience: the part "album" with the album's id.
    """

    id = RandomIdField()
    title = models.CharField(max_length=MAX_TITLE)
    description = models.TextField(max_length=MAX_DESCRIPTION, blank=True)
    cover = models.ForeignKey(Picture, on_delete=models.SET_NULL, null=True, related_name="+")
    # Whether anybody was ever asked to add to it: most albums are spared the question who does.
    shared = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["author", "changed_at"], name="albums_by_author")]


class Item(models.Model):
    """A picture at its place in an album. Its author is who added it; its audience is the album's."""

    album = models.ForeignKey(Album, on_delete=models.CASCADE, related_name="items", db_index=False)
    picture = models.OneToOneField(Picture, on_delete=models.CASCADE, related_name="item")
    place = models.IntegerField()
    caption = models.CharField(max_length=MAX_CAPTION, blank=True)
    # When it was taken out: for a day it can be brought back.
    removed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["album", "place"], name="albums_in_order")]


class Contributor(models.Model):
    """Somebody who may add to an album, once they said yes."""

    album = models.ForeignKey(Album, on_delete=models.CASCADE, related_name="contributors", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    accepted = models.BooleanField(default=False)
    # A no is kept, so that nobody is asked again and again; the owner sees no answer.
    declined = models.BooleanField(default=False)
    invited_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["album", "persona"], name="albums_one_contributor")]
