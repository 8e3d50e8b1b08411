from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.vocabulary.models import Term
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Persona

MAX_ABOUT = 1_500
MAX_MESSAGE = 1_500
MAX_RHYTHM = 120
MAX_TEXT = 4_000


class Side(models.TextChoices):
    OFFER = "offer", _("Mentoring offered")
    WISH = "wish", _("Mentoring wished for")


class Notice(Shared):
    """What `author` offers as a mentor, or wishes for; live while it is open. `reach` is the choice of its audience.

    `languages` are codes with commas around each: ",en,nl,". `most` is how many mentees they take at once.
    """

    id = RandomIdField()
    side = models.CharField(max_length=6, choices=Side.choices)
    about = models.TextField(max_length=MAX_ABOUT, blank=True)
    hours = models.SmallIntegerField(default=2)
    languages = models.CharField(max_length=80, blank=True)
    most = models.SmallIntegerField(default=2)
    reach = models.CharField(max_length=12)
    changed_at = models.DateTimeField()
    position = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author", "side"], name="mentoring_one_each")]
        indexes = [models.Index(fields=["side", "position"], name="mentoring_in_order")]

    @property
    def tongues(self) -> list[str]:
        return [each for each in self.languages.split(",") if each]


class Topic(models.Model):
    """What it is about: as typed, folded, and the term that it is, if it is one."""

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="topics")
    name = models.CharField(max_length=60)
    folded = models.CharField(max_length=60, db_index=True)
    term = models.ForeignKey(Term, on_delete=models.SET_NULL, null=True, related_name="+")
    place = models.SmallIntegerField()

    class Meta:
        ordering = ["place"]


class State(models.TextChoices):
    ASKED = "asked", _("Asked")
    DECLINED = "declined", _("Declined")
    AGREEING = "agreeing", _("Being agreed on")
    RUNNING = "running", _("Under way")
    CLOSED = "closed", _("Ended")


class Mentoring(Shared):
    """Between `mentor` and `mentee`. Its author is who asked, its audience the other one: the two, and nobody else.

    A no is kept, so that nobody asks again and again; whoever asked sees no answer. What they agree on holds once each
    has said so (`…_agreed_at`); a change asks both anew. The badge follows once each has signed.
    """

    id = RandomIdField()
    mentor = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    mentee = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices, default=State.ASKED)
    message = models.TextField(max_length=MAX_MESSAGE)
    topics = models.CharField(max_length=400, blank=True)
    rhythm = models.CharField(max_length=MAX_RHYTHM, blank=True)
    until = models.DateField(null=True)
    asked_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    mentor_agreed_at = models.DateTimeField(null=True)
    mentee_agreed_at = models.DateTimeField(null=True)
    mentor_signed_at = models.DateTimeField(null=True)
    mentee_signed_at = models.DateTimeField(null=True)
    mentor_closing = models.TextField(max_length=MAX_TEXT, blank=True)
    mentee_closing = models.TextField(max_length=MAX_TEXT, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["mentor", "state"], name="mentoring_of_mentor"),
            models.Index(fields=["mentee", "state"], name="mentoring_of_mentee"),
        ]


class Goal(models.Model):
    """What it is for."""

    id = RandomIdField()
    mentoring = models.ForeignKey(Mentoring, on_delete=models.CASCADE, related_name="goals")
    words = models.CharField(max_length=200)
    done_at = models.DateTimeField(null=True)
    place = models.SmallIntegerField()

    class Meta:
        ordering = ["place", "pk"]


class Meeting(models.Model):
    """When the two meet. `notes` are for both."""

    id = RandomIdField()
    mentoring = models.ForeignKey(Mentoring, on_delete=models.CASCADE, related_name="meetings")
    begins_at = models.DateTimeField()
    minutes = models.SmallIntegerField(default=60)
    place = models.CharField(max_length=200, blank=True)
    agenda = models.TextField(max_length=MAX_TEXT, blank=True)
    notes = models.TextField(max_length=MAX_TEXT, blank=True)
    # Grows with each change of when and where, for calendars.
    sequence = models.SmallIntegerField(default=0)
    # Both were told the day before; of what is planned for so soon they know.
    reminded = models.BooleanField(default=False)

    class Meta:
        ordering = ["begins_at", "pk"]
        indexes = [
            models.Index(fields=["begins_at"], condition=models.Q(reminded=False), name="mentoring_to_remind")
        ]


class OwnNote(models.Model):
    """What one of the two keeps for themselves of a meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="own_notes", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(max_length=MAX_TEXT)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "persona"], name="mentoring_one_note")]
