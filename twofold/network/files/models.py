from django.db import models

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Persona

MAX_NAME = 120


class File(Shared):
    """A paper. Its author is the body of the place that keeps it; `about` is the id of what it hangs on there, or 0."""

    id = RandomIdField()
    about = models.BigIntegerField(default=0)
    name = models.CharField(max_length=MAX_NAME)
    number = models.IntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["author", "about", "changed_at"], name="files_of_place")]


class Version(models.Model):
    """A file as it was from `at` on. Its bytes lie on the shelf under its id; `ending` is what they are."""

    id = RandomIdField()
    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="versions", db_index=False)
    number = models.IntegerField()
    by = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    bytes = models.BigIntegerField()
    ending = models.CharField(max_length=6)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="files_one_version")]
