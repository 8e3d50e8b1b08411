from django.db import models

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.personas.models import Persona


class Note(models.Model):
    """What `by` would like to remember of `persona`. Nobody else ever reads it; a tie neither makes nor ends it."""

    by = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(max_length=2000)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["by", "persona"], name="graph_one_note")]


class Tag(models.Model):
    """A word of `by` for `persona`, for nobody but `by`. `folded` is what two spellings of it share."""

    id = RandomIdField()
    by = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=40)
    folded = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["by", "persona", "folded"], name="graph_one_tag")]
        indexes = [models.Index(fields=["by", "folded"], name="graph_tagged")]
