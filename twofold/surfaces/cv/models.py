from django.db import models

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.personas.models import Persona


class Import(models.Model):
    """A file that was read and waits for its owner's review, or was reviewed; theirs alone.

    `proposal` is `reading.proposal.packed`. `made` says what came of it: ids of entries and skills, and the words
    that stood there before.
    """

    id = RandomIdField()
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    proposal = models.JSONField()
    made = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    kept_at = models.DateTimeField(null=True)
