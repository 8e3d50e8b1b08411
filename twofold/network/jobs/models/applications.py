"""Applications, and what a hiring team adds to them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import RandomIdField
from twofold.network.jobs.models.openings import Job
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Persona


class Stage(models.TextChoices):
    """Where an application stands, in the order in which it moves."""

    DRAFT = "draft", _("Draft")
    SENT = "sent", _("Applied")
    VIEWED = "viewed", _("Viewed")
    REVIEW = "review", _("In review")
    INTERVIEW = "interview", _("Interview")
    OFFER = "offer", _("Offer")
    HIRED = "hired", _("Hired")
    REJECTED = "rejected", _("Not selected")
    CLOSED = "closed", _("Closed")


# The way up, for what an application reached before it was settled.
STEPS_UP = (Stage.SENT, Stage.VIEWED, Stage.REVIEW, Stage.INTERVIEW, Stage.OFFER, Stage.HIRED)


class Seal(models.TextChoices):
    """What an applicant keeps back until the employer has taken a step."""

    NONE = "", _("Nothing: everything at once")
    NAME = "name", _("My name, until an interview")
    ALL = "all", _("Skills first, then the CV, the name last")


class Application(Shared):
    """`author` applies for a job. It is live once it was sent: for its author and for whoever hires for `page`.

    `title` and `employer` are kept for the author, whatever becomes of the job. `cv` holds what was copied from the
    profile when it was sent: lines of {"heading", "lines": [{"title", "where", "when", "text"}]}. `answers` are
    pairs of a question and what was answered. `reply_by` is the promised day, `answered_at` when the promise was met.
    `opened` says how much of it the team may read by now, see seals.py; `number` is what they call it until then.
    """

    id = RandomIdField()
    job = models.ForeignKey(Job, on_delete=models.SET_NULL, null=True, related_name="+")
    page = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=120)
    employer = models.CharField(max_length=80)
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.DRAFT)
    name = models.CharField(max_length=80, blank=True)
    email = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    place = models.CharField(max_length=80, blank=True)
    cv_from = models.CharField(max_length=8, blank=True)
    cv = models.JSONField(default=list)
    answers = models.JSONField(default=list)
    letter = models.TextField(max_length=3000, blank=True)
    began_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    moved_at = models.DateTimeField(null=True)
    reply_by = models.DateField(null=True)
    answered_at = models.DateTimeField(null=True)
    sealed = models.CharField(max_length=4, choices=Seal.choices, default=Seal.NONE, blank=True)
    opened = models.SmallIntegerField(default=2)
    number = models.SmallIntegerField(default=0)
    # The furthest of `STEPS_UP` that it came to, by its place there.
    reached = models.SmallIntegerField(default=0)
    # Told that the promised day is over.
    late = models.BooleanField(default=False)
    # As the job promised when it was sent; never longer afterwards.
    keep_months = models.SmallIntegerField(default=6)
    # What its author was told last, until they are told of the move that may still be undone: stage, moved_at,
    # answered_at and reached. `told_at` is when they are.
    before = models.JSONField(null=True)
    told_at = models.DateTimeField(null=True)
    # The author's own, for nobody else.
    memo = models.CharField(max_length=300, blank=True)
    # The day on which its author wants to be reminded of it.
    next_on = models.DateField(null=True)
    reminded = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "author"], name="jobs_one_application")]
        indexes = [
            models.Index(fields=["author", "began_at"], name="jobs_tracker"),
            models.Index(fields=["page", "reply_by"], name="jobs_promises"),
            models.Index(
                fields=["reply_by"], condition=models.Q(live=True, answered_at=None), name="jobs_waiting"
            ),
        ]

    @property
    def undoable(self) -> bool:
        """Whether its last move is still kept from its author, and can be undone."""
        return self.told_at is not None and self.told_at > clock.now()

    @property
    def settled(self) -> bool:
        return self.stage in (Stage.HIRED, Stage.REJECTED, Stage.CLOSED)


class CvFile(models.Model):
    """A CV as a file, in the database: it is gone in the transaction that erases its application."""

    application = models.OneToOneField(
        Application, on_delete=models.CASCADE, primary_key=True, related_name="file"
    )
    name = models.CharField(max_length=120)
    size = models.IntegerField()
    data = models.BinaryField()


class Paper(models.Model):
    """A document that goes along besides the CV: the one that the job asked for as `asked`, or any other ("")."""

    id = RandomIdField()
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="papers")
    asked = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=120)
    size = models.IntegerField()
    data = models.BinaryField()


class Remark(models.Model):
    """What somebody who hires noted of an application, for the others who hire."""

    id = RandomIdField()
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="remarks")
    by = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    text = models.TextField(max_length=2000)
    at = models.DateTimeField()


class Score(models.Model):
    """What somebody who hires thinks of an application: `marks` by criterion, 1 (weak) to 4 (strong), and a verdict."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="scores", db_index=False
    )
    by = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    marks = models.JSONField(default=dict)
    verdict = models.SmallIntegerField()
    text = models.TextField(max_length=2000, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["application", "by"], name="jobs_one_score")]


class Reply(models.Model):
    """What the employer wrote to an applicant. {name} and {job} in it are filled in for whoever reads it."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="replies")
    by = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    text = models.TextField(max_length=3000)
    at = models.DateTimeField()


class Template(models.Model):
    """Words that a page's hiring team sends again and again."""

    id = RandomIdField()
    page = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    name = models.CharField(max_length=60)
    text = models.TextField(max_length=3000)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "name"], name="jobs_one_template")]


class Slot(models.Model):
    """A time that an employer offers for an interview; `taken_at` is set on the one that the applicant chose."""

    id = RandomIdField()
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="slots")
    begins = models.DateTimeField()
    minutes = models.SmallIntegerField(default=45)
    place = models.CharField(max_length=240)
    taken_at = models.DateTimeField(null=True)

    @property
    def coming(self) -> bool:
        return self.begins > clock.now()
