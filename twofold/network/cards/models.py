from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Persona

MAX_WHERE = 120
MAX_NOTE = 1_000


class Look(models.TextChoices):
    PAPER = "paper", _("Paper")
    INK = "ink", _("Ink")
    SEA = "sea", _("Sea")
    CLAY = "clay", _("Clay")


class Card(Shared):
    """What somebody gives away of themselves, beside their name. One for each persona.

    Its audience is the part "card" with its id: those who keep it. `key` stands in its address and in its code; whoever
    has that may read it, until it is made anew.
    """

    id = RandomIdField()
    key = models.CharField(max_length=24, unique=True)
    look = models.CharField(max_length=8, choices=Look.choices, default=Look.PAPER)
    line = models.CharField(max_length=120, blank=True)
    organisation = models.CharField(max_length=120, blank=True)
    email = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    website = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=120, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author"], name="cards_one_each")]


class Contact(models.Model):
    """A card that somebody keeps, with where and when they met and a note. Nobody but the keeper reads it.

    A card that was withdrawn or is gone leaves its contact behind, with what the keeper wrote.
    """

    id = RandomIdField()
    keeper = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    card = models.ForeignKey(Card, on_delete=models.SET_NULL, null=True, related_name="contacts")
    met_on = models.DateField()
    met_where = models.CharField(max_length=MAX_WHERE, blank=True)
    note = models.TextField(max_length=MAX_NOTE, blank=True)
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["keeper", "card"], name="cards_kept_once")]
        indexes = [models.Index(fields=["keeper", "kept_at"], name="cards_kept")]
