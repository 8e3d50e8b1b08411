from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.events.models.events import Event
from twofold.people.personas.models import Persona

MAX_BRINGS = 120
MAX_REPLY = 500


class Answer(models.TextChoices):
    GOING = "going", _("Going")
    MAYBE = "maybe", _("Maybe")
    CANNOT = "cannot", _("Can’t")


class Guest(models.Model):
    """Somebody who was asked, or answered. `plus` is how many they bring; `seated` that all have a seat.

    Who goes and is not seated waits, in the order of `line`. Without a persona it is somebody without an account, who
    came by a link: `name`, and the digest of the secret by which they change their answer.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="guests", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, null=True, related_name="+")
    name = models.CharField(max_length=80, blank=True)
    secret = models.CharField(max_length=64, blank=True)
    answer = models.CharField(max_length=8, choices=Answer.choices, blank=True)
    plus = models.SmallIntegerField(default=0)
    seated = models.BooleanField(default=False)
    line = models.BigIntegerField(default=0)
    brings = models.CharField(max_length=MAX_BRINGS, blank=True)
    asked_by = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    # When somebody let them in at the door.
    came_at = models.DateTimeField(null=True)
    # Whether others who agreed to it too find them there, and what they would talk of and look for.
    findable = models.BooleanField(default=False)
    talks = models.CharField(max_length=MAX_BRINGS, blank=True)
    looks = models.CharField(max_length=MAX_BRINGS, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["event", "persona"],
                condition=models.Q(persona__isnull=False),
                name="events_one_guest",
            ),
            models.UniqueConstraint(
                fields=["secret"], condition=~models.Q(secret=""), name="events_one_secret"
            ),
        ]
        indexes = [
            models.Index(fields=["event", "answer", "line", "id"], name="events_in_order"),
            models.Index(fields=["persona", "answer"], name="events_of_guest"),
        ]

    @property
    def waits(self) -> bool:
        return self.answer == Answer.GOING and not self.seated


class Host(models.Model):
    """Somebody who hosts an event besides its author, once they said yes. A no is kept, and told to nobody."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="hosts", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    accepted = models.BooleanField(default=False)
    declined = models.BooleanField(default=False)
    asked_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "persona"], name="events_one_host")]


class Link(models.Model):
    """A way to an event for whoever has its address. Kept as a digest: the address is shown once, when it is made."""

    id = RandomIdField()
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="links")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    # How many more people it lets in.
    left = models.IntegerField()


class Question(models.Model):
    """What the hosts ask everybody who comes. The replies are for the hosts."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="questions")
    place = models.SmallIntegerField()
    text = models.CharField(max_length=200)


class Reply(models.Model):
    guest = models.ForeignKey(Guest, on_delete=models.CASCADE, related_name="replies")
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=MAX_REPLY)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["guest", "question"], name="events_one_reply")]
