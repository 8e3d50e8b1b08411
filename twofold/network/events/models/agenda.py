from django.db import models

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.events.models.events import Event
from twofold.people.personas.models import Persona

MAX_WORDS = 3_000


class Session(models.Model):
    """A part of an event: a talk, a workshop, lunch. Whoever sees the event reads it."""

    id = RandomIdField()
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="sessions", db_index=False)
    title = models.CharField(max_length=160)
    words = models.TextField(max_length=MAX_WORDS, blank=True)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    track = models.CharField(max_length=60, blank=True)
    room = models.CharField(max_length=60, blank=True)
    # Where its slides and papers lie.
    link = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["event", "begins_at"], name="events_agenda")]


class Speaker(models.Model):
    """Who speaks in a session: a name; with a persona only where they host the event, which they agreed to."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="speakers")
    place = models.SmallIntegerField(default=0)
    name = models.CharField(max_length=80)
    persona = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
