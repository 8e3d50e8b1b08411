from django.db import models

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.personas.models import Persona


class Feed(models.Model):
    """An address under which a calendar program reads what a persona goes to. Kept as a digest, and shown once."""

    id = RandomIdField()
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    # The day on which it was last read: so that one sees which of them is still used.
    read_on = models.DateField(null=True)


class Import(models.Model):
    """A calendar file on its way in: looked through first, then taken over, and for a week it can be undone."""

    id = RandomIdField()
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    # What was read of it, as it stands in `taking_in.Entry`.
    entries = models.JSONField(default=list)
    # What of it is not taken, as in `taking_in.Report`.
    report = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
