from django.db import models

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.personas.models import Network, Persona


class Kind(models.IntegerChoices):
    """What a document stands for; `Document.ref` is the id of it."""

    PERSONA = 0
    ENTRY = 1
    POST = 2
    GROUP = 3
    EVENT = 4


class Document(models.Model):
    """The folded words of one thing. Whether somebody may find it is asked of the thing itself."""

    id = RandomIdField()
    kind = models.SmallIntegerField(choices=Kind.choices)
    ref = models.BigIntegerField()
    network = models.CharField(max_length=12, choices=Network.choices)
    # Of a post its place in streams: newer ones come first.
    position = models.BigIntegerField(default=0)
    words = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "ref"], name="search_one_document")]


class Near(models.Model):
    """A word of a name with one letter left out, or whole: two spellings that share one differ by a letter or so."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="near")
    spelling = models.CharField(max_length=40)

    class Meta:
        indexes = [models.Index(fields=["spelling"], name="search_by_spelling")]


class Recent(models.Model):
    """What somebody searched for lately; for themselves alone, and gone when they say so."""

    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    words = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["persona", "words"], name="search_one_recent")]
