from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.personas.models import Persona


class Mode(models.TextChoices):
    OFF = "off", _("Not taking part")
    PRIVATE = "private", _("In private")
    NAMED = "named", _("By name")


class Part(models.Model):
    """`persona` takes part, in this mode. Whoever has no row does not: they leave no trace and see none."""

    persona = models.OneToOneField(Persona, models.CASCADE, primary_key=True, related_name="+")
    mode = models.CharField(max_length=8, choices=Mode.choices)


class Visit(models.Model):
    """Somebody looked at the profile of `owner` on `day`, in UTC; one row for each day.

    `visitor` is None when they came in private. `mark` tells two visits of one day apart and joins no two days.
    """

    id = RandomIdField()
    owner = models.ForeignKey(Persona, models.CASCADE, related_name="+", db_index=False)
    visitor = models.ForeignKey(Persona, models.CASCADE, null=True, related_name="+")
    day = models.DateField()
    mark = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "day", "mark"], name="visits_one_a_day")]
