from datetime import timedelta

from django.db import models

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.personas.models import Persona

# So long a letter waits; then it is forgotten, and nobody is told.
LAPSE = timedelta(days=30)


class Introduction(models.Model):
    """`asker` would like to meet `target`, who is two or three ties away. Nobody ever sees the whole of it.

    `words` are what may be passed on, to the target in the end. What its state is only the server knows.
    """

    class State(models.IntegerChoices):
        OPEN = 0
        TAKEN_BACK = 1
        MET = 2
        ENDED = 3

    id = RandomIdField()
    asker = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    target = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    words = models.TextField(max_length=600)
    state = models.SmallIntegerField(choices=State.choices, default=State.OPEN)
    asked_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["asker", "asked_at"], name="graph_asked")]


class Hop(models.Model):
    """The letter from one person on the way to the next: `giver` to `holder`, who know each other.

    `words` are the giver's own to the holder, and go no further. On the `last` hop the holder is the target.
    """

    class State(models.IntegerChoices):
        WAITING = 0
        PASSED = 1
        CLOSED = 2

    id = RandomIdField()
    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="hops")
    giver = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    holder = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    words = models.TextField(max_length=600, blank=True)
    first = models.BooleanField(default=False)
    last = models.BooleanField(default=False)
    state = models.SmallIntegerField(choices=State.choices, default=State.WAITING)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["introduction", "holder"], name="graph_one_hop")]
        indexes = [models.Index(fields=["holder", "state", "at"], name="graph_waiting")]
