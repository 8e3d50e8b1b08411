from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.events.models.events import Event
from twofold.network.events.models.guests import MAX_BRINGS
from twofold.network.media.models import Picture
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Persona

MAX_AFTERWARDS = 8_000


class Meeting(models.Model):
    """`asker` would like to meet `other` at an event, in the slot that begins then. A no stays, as if waiting."""

    class State(models.IntegerChoices):
        ASKED = 0, _("Waiting")
        AGREED = 1, _("Agreed")
        DECLINED = 2, _("Declined")

    id = RandomIdField()
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="meetings", db_index=False)
    asker = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    begins_at = models.DateTimeField()
    words = models.CharField(max_length=200, blank=True)
    state = models.SmallIntegerField(choices=State.choices, default=State.ASKED)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "asker", "other"], name="events_one_meeting")]


class HostThere(models.Model):
    """What guests say with their answer, of somebody who hosts an event: whether they are found, and for what."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    findable = models.BooleanField(default=False)
    talks = models.CharField(max_length=MAX_BRINGS, blank=True)
    looks = models.CharField(max_length=MAX_BRINGS, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "persona"], name="events_one_host_there")]


class Afterwards(Shared):
    """What the hosts write once an event is over, for those who see the event."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, primary_key=True, related_name="afterwards")
    text = models.TextField(max_length=MAX_AFTERWARDS, blank=True)
    changed_at = models.DateTimeField()


class Snapshot(models.Model):
    """A picture of an event, from somebody who was there, for those who were."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="snapshots", db_index=False)
    picture = models.OneToOneField(Picture, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["event", "at"], name="events_album")]
