from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.personas.models import Persona


class Per(models.TextChoices):
    YEAR = "year", _("a year")
    MONTH = "month", _("a month")
    HOUR = "hour", _("an hour")


class Entry(models.Model):
    """What `persona` earns or earned with one kind of work; nobody else ever reads it.

    `role_key` and `place_key` are how they are compared. `yearly` is the gross pay as a year's of full-time work.
    `year` is the last one in which it was so. No employer stands here: none can be asked for.
    """

    id = RandomIdField()
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=80)
    role_key = models.CharField(max_length=120)
    place = models.CharField(max_length=80)
    place_key = models.CharField(max_length=120)
    country = models.CharField(max_length=2)
    currency = models.CharField(max_length=3)
    amount = models.IntegerField()
    per = models.CharField(max_length=6, choices=Per.choices)
    # How much of a full week, in hundredths.
    share = models.SmallIntegerField(default=100)
    yearly = models.BigIntegerField()
    year = models.SmallIntegerField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["persona", "role_key", "country", "place_key"], name="salaries_one_entry"
            )
        ]
        indexes = [models.Index(fields=["role_key", "country", "currency"], name="salaries_group")]


class Figure(models.Model):
    """What ten or more earn with one kind of work, in one place or (`place_key` empty) in a whole country.

    `middle`, and `low` to `high` between which the middle half is (0 while too few), are drawn with noise once and
    kept. `people`, how many there were, never leaves the server.
    """

    id = RandomIdField()
    role = models.CharField(max_length=80)
    role_key = models.CharField(max_length=120)
    country = models.CharField(max_length=2)
    place = models.CharField(max_length=80, blank=True)
    place_key = models.CharField(max_length=120, blank=True)
    currency = models.CharField(max_length=3)
    # How many, told only as the lower end of a range.
    at_least = models.IntegerField()
    middle = models.BigIntegerField()
    low = models.BigIntegerField(default=0)
    high = models.BigIntegerField(default=0)
    people = models.IntegerField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["role_key", "country", "place_key", "currency"], name="salaries_one_figure"
            )
        ]
