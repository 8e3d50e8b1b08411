from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.events.models.calendars import Import
from twofold.network.media.models import Picture
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Network

MAX_TITLE = 120
MAX_DESCRIPTION = 8_000
MAX_PLACE = 300


class Kind(models.TextChoices):
    CONFERENCE = "conference", _("Conference")
    SEMINAR = "seminar", _("Seminar")
    MEETING = "meeting", _("Meeting")
    PARTY = "party", _("Party")
    GATHERING = "gathering", _("Gathering")


KINDS = {
    Network.PROFESSIONAL: (Kind.CONFERENCE, Kind.SEMINAR, Kind.MEETING),
    Network.SOCIAL: (Kind.PARTY, Kind.GATHERING),
}


class Shown(models.TextChoices):
    """To whom the list of guests is shown."""

    READERS = "readers", _("Everybody who can see the event")
    GUESTS = "guests", _("Those who come")
    HOSTS = "hosts", _("The hosts alone")


class Event(Shared):
    """Something that people meet for. Whoever its audience admits reads what it is about, not where it is.

    Those who were asked, those who come and those who host it are parts of its audience: "event_asked", "event_going"
    and "event_host" with its id. `zone` is where its clock hangs; `rule` says how it comes back (RFC 5545, without
    "RRULE:"); all its times are in `Occurrence`. The counts are those of guests; `seats` is how many are taken.
    """

    id = RandomIdField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    title = models.CharField(max_length=MAX_TITLE)
    description = models.TextField(max_length=MAX_DESCRIPTION, blank=True)
    picture = models.ForeignKey(Picture, on_delete=models.SET_NULL, null=True, related_name="+")
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    zone = models.CharField(max_length=40)
    all_day = models.BooleanField(default=False)
    rule = models.CharField(max_length=300, blank=True)
    # The town or so: what everybody may know of where it is.
    area = models.CharField(max_length=80, blank=True)
    online = models.BooleanField(default=False)
    capacity = models.IntegerField(null=True)
    # How many others each guest may bring.
    plus = models.SmallIntegerField(default=0)
    # Whether guests are asked what they bring.
    potluck = models.BooleanField(default=False)
    asks = models.BooleanField(default=False)
    agenda = models.BooleanField(default=False)
    shown = models.CharField(max_length=8, choices=Shown.choices, default=Shown.READERS)
    going = models.IntegerField(default=0)
    maybe = models.IntegerField(default=0)
    waiting = models.IntegerField(default=0)
    seats = models.IntegerField(default=0)
    version = models.IntegerField(default=0)
    cancelled_at = models.DateTimeField(null=True)
    cancel_words = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    # What an imported calendar called it, so that it is not imported twice.
    uid = models.CharField(max_length=200, blank=True)
    imported = models.ForeignKey(Import, on_delete=models.SET_NULL, null=True, related_name="events")

    class Meta:
        indexes = [models.Index(fields=["author", "begins_at"], name="events_by_author")]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "uid"], condition=~models.Q(uid=""), name="events_one_import"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__gte=models.F("begins_at")), name="events_end_after_begin"
            ),
        ]

    @property
    def free(self) -> int | None:
        """Seats that nobody has; None where there are as many as one likes."""
        return None if self.capacity is None else max(0, self.capacity - self.seats)


class Occurrence(models.Model):
    """One time at which an event is. `slot` is when the rule puts it, in the wall time of its zone: "20261109T190000".

    `moved` says that it is at another time than that, `off` that it does not take place. Of an event without end only
    those of the next two years are here; the courier adds to them.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="occurrences", db_index=False)
    slot = models.CharField(max_length=15)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    moved = models.BooleanField(default=False)
    off = models.BooleanField(default=False)
    # How far guests were reminded: 0 not at all, 1 the day before, 2 the hour before.
    reminded = models.SmallIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["event", "begins_at"], name="events_times_of_one"),
            models.Index(fields=["begins_at", "event"], name="events_times"),
        ]
        constraints = [models.UniqueConstraint(fields=["event", "slot"], name="events_one_slot")]


class Whereabouts(Shared):
    """Where an event is: for its hosts and for those who have a seat."""

    event = models.OneToOneField(
        Event, on_delete=models.CASCADE, primary_key=True, related_name="whereabouts"
    )
    place = models.CharField(max_length=MAX_PLACE, blank=True)
    link = models.CharField(max_length=500, blank=True)


class GuestList(Shared):
    """Who comes: for those to whom the hosts show it. Each name passes the door of personas besides."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, primary_key=True, related_name="guest_list")
