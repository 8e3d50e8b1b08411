from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.learning.models.courses import Lesson

MAX_QUESTION = 500
MAX_CHOICE = 300


class Asks(models.TextChoices):
    """What kind of answer a question wants."""

    ONE = "one", _("One of several")
    SEVERAL = "several", _("Several of several")
    TEXT = "text", _("A word or a few")
    NUMBER = "number", _("A number")
    ORDER = "order", _("The right order")


class Question(models.Model):
    """A question of a lesson. `tolerance` is how far a number may be off; `why` explains, whatever was answered."""

    id = RandomIdField()
    lesson = models.ForeignKey(Lesson, on_delete=models.CASCADE, related_name="questions")
    asks = models.CharField(max_length=8, choices=Asks.choices)
    text = models.CharField(max_length=MAX_QUESTION)
    tolerance = models.FloatField(default=0)
    why = models.CharField(max_length=MAX_QUESTION, blank=True)
    place = models.SmallIntegerField()

    class Meta:
        ordering = ["place", "pk"]


class Choice(models.Model):
    """Something to choose; or a word that is taken for right, the right number, a thing at its place in the order.

    `feedback` is said to whoever gives this answer.
    """

    id = RandomIdField()
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="choices")
    text = models.CharField(max_length=MAX_CHOICE)
    right = models.BooleanField(default=False)
    feedback = models.CharField(max_length=MAX_CHOICE, blank=True)
    place = models.SmallIntegerField()

    class Meta:
        ordering = ["place", "pk"]
