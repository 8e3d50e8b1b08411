import uuid

from django.db import models

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.personas.models import Persona

# Places of a status list: the least that the standard allows, so that one place hides among very many.
PLACES = 131_072


class Credential(models.Model):
    """Something that the server signs about `subject`; `kind` and `about` say for its noun what it is.

    `place` is its bit in the status list number `roll`, drawn at random. A revoked one keeps only its place and when:
    the paper is out in the world, and its bit must stay set for good.
    """

    id = RandomIdField()
    serial = models.UUIDField(default=uuid.uuid4, unique=True)
    subject = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=20, blank=True)
    about = models.BigIntegerField(null=True)
    roll = models.IntegerField()
    place = models.IntegerField()
    issued_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["roll", "place"], name="credentials_one_place"),
            models.UniqueConstraint(
                fields=["kind", "about"], condition=models.Q(revoked_at=None), name="credentials_one_each"
            ),
        ]
        indexes = [
            models.Index(
                fields=["roll"], condition=models.Q(revoked_at__isnull=False), name="credentials_revoked"
            )
        ]
