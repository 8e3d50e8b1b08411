from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.vocabulary.models import Term
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Persona


class Workplace(models.TextChoices):
    ONSITE = "onsite", _("On site")
    HYBRID = "hybrid", _("Hybrid")
    REMOTE = "remote", _("Remote")


class Type(models.TextChoices):
    FULL = "full", _("Full time")
    PART = "part", _("Part time")
    TEMPORARY = "temporary", _("Temporary")
    CONTRACT = "contract", _("Contract")
    INTERNSHIP = "internship", _("Internship")
    VOLUNTEER = "volunteer", _("Voluntary")


class Level(models.TextChoices):
    ENTRY = "entry", _("Starting out")
    MIDDLE = "middle", _("Experienced")
    SENIOR = "senior", _("Senior")
    LEAD = "lead", _("Leading others")
    DIRECTOR = "director", _("Direction")


class Period(models.TextChoices):
    YEAR = "year", _("a year")
    MONTH = "month", _("a month")
    WEEK = "week", _("a week")
    DAY = "day", _("a day")
    HOUR = "hour", _("an hour")


class State(models.TextChoices):
    DRAFT = "draft", _("Draft")
    OPEN = "open", _("Open")
    PAUSED = "paused", _("Paused")
    CLOSED = "closed", _("Closed")
    EXPIRED = "expired", _("Past its date")


class Seal(models.TextChoices):
    """What an applicant keeps back until the employer has taken a step."""

    NONE = "", _("Nothing: everything at once")
    NAME = "name", _("My name, until an interview")
    ALL = "all", _("Skills first, then the CV, the name last")


class Feed(models.Model):
    """Where jobs of `page` come from, as whoever keeps the server set it: an address on the web, or a file.

    `notes` are for them: what was wrong the last time, or worth knowing. `well_at` is when it was read last.
    """

    id = RandomIdField()
    page = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12)
    address = models.CharField(max_length=600)
    added_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True)
    well_at = models.DateTimeField(null=True)
    failures = models.IntegerField(default=0)
    jobs = models.IntegerField(default=0)
    notes = models.CharField(max_length=600, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "address"], name="jobs_one_feed")]


class Job(Shared):
    """A place to fill at `author`, a page. It is live while it is open.

    `closes_on` is the last day (UTC) on which one can apply. `yearly_low` and `yearly_high` are the pay as a year's, to
    compare with. `position` orders open jobs by when they were published. `words` is all its text, folded, for phrases.
    One that comes from a feed has a `source`, which names it `source_key`, and is applied for at `source_url`.
    """

    id = RandomIdField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    title = models.CharField(max_length=120)
    place = models.CharField(max_length=80, blank=True)
    country = models.CharField(max_length=2, blank=True)
    workplace = models.CharField(max_length=8, choices=Workplace.choices, default=Workplace.ONSITE)
    type = models.CharField(max_length=12, choices=Type.choices, default=Type.FULL)
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.MIDDLE)
    salary_low = models.IntegerField(null=True)
    salary_high = models.IntegerField(null=True)
    currency = models.CharField(max_length=3, blank=True)
    period = models.CharField(max_length=6, choices=Period.choices, default=Period.YEAR)
    yearly_low = models.BigIntegerField(default=0)
    yearly_high = models.BigIntegerField(default=0)
    text = models.TextField(max_length=8000, blank=True)
    # Lines of {"words", "kind": "text" | "yes", "needed"}.
    questions = models.JSONField(default=list)
    reply_days = models.SmallIntegerField(default=14)
    # The team sees no name before an interview, whatever applicants choose.
    blind = models.BooleanField(default=False)
    closes_on = models.DateField(null=True)
    published_at = models.DateTimeField(null=True)
    position = models.BigIntegerField(default=0)
    changed_at = models.DateTimeField()
    words = models.TextField(blank=True)
    source = models.ForeignKey(Feed, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False)
    source_key = models.CharField(max_length=200, blank=True)
    source_url = models.CharField(max_length=600, blank=True)
    # What the feed said of it last, so that what has not changed is not written again.
    source_mark = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_key"], condition=~models.Q(source=None), name="jobs_once_a_feed"
            )
        ]
        indexes = [
            models.Index(fields=["-position"], condition=models.Q(live=True), name="jobs_newest"),
            models.Index(fields=["closes_on"], condition=models.Q(live=True), name="jobs_ending"),
        ]


class JobSkill(models.Model):
    """What a job asks for, as it was typed, and the term that it is, if it is one."""

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="skills", db_index=False)
    name = models.CharField(max_length=60)
    folded = models.CharField(max_length=120)
    term = models.ForeignKey(Term, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False)
    must = models.BooleanField()
    place = models.SmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "folded"], name="jobs_one_skill")]
        # All that a match reads of it.
        indexes = [
            models.Index(fields=["folded", "term", "job", "must"], name="jobs_by_skill"),
            models.Index(fields=["term", "job", "must"], name="jobs_by_term"),
        ]


class JobWord(models.Model):
    """A word that finds a job. `weight` says how much it says of it; places stand with an @ before them."""

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="+")
    word = models.CharField(max_length=60)
    weight = models.SmallIntegerField()

    class Meta:
        # All that a search reads of it, so that it reads nothing else. Whoever writes them writes each word once.
        indexes = [models.Index(fields=["word", "job", "weight"], name="jobs_by_word")]


class Shelf(Shared):
    """Where all jobs stand that a page has open for the same audience: the door is asked once for all of them."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author", "audience"], name="jobs_one_shelf")]


class Face(models.Model):
    """Of an open job what filters and counts read, and nothing that is read: a few bytes instead of pages of text.

    `code` is its workplace, type and level (codes.py). `latitude` and `longitude` (degrees) are of its town, where that
    is known. `asked` is what its skills weigh.
    """

    job = models.OneToOneField(Job, on_delete=models.CASCADE, primary_key=True, related_name="face")
    shelf = models.ForeignKey(Shelf, on_delete=models.CASCADE, related_name="+")
    position = models.BigIntegerField()
    closes_on = models.DateField()
    code = models.SmallIntegerField()
    yearly_high = models.BigIntegerField()
    currency = models.CharField(max_length=3, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    asked = models.SmallIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["-position"], name="jobs_face_newest"),
            models.Index(fields=["latitude", "longitude"], name="jobs_face_near"),
            # What a search reads of it, so that it reads nothing else.
            models.Index(fields=["job", "closes_on", "position", "code", "shelf"], name="jobs_face_read"),
        ]


class Deed(models.Model):
    """What was done to a job or to an application for it, for those who hire: who, what, when."""

    page = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    job = models.ForeignKey(Job, on_delete=models.CASCADE, null=True, related_name="+")
    # Of whom it tells, while their application is there.
    applicant = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    actor = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    what = models.CharField(max_length=20)
    about = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()


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
    # The author's own, for nobody else.
    memo = models.CharField(max_length=300, blank=True)

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


class Outside(models.Model):
    """An application somewhere else, kept by hand by `persona` alone. `next_on` is the day to be reminded on."""

    id = RandomIdField()
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=120)
    employer = models.CharField(max_length=80)
    link = models.CharField(max_length=400, blank=True)
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.SENT)
    memo = models.CharField(max_length=300, blank=True)
    next_on = models.DateField(null=True)
    reminded = models.BooleanField(default=False)
    changed_at = models.DateTimeField()


class Receipt(models.Model):
    """What was erased when `persona` withdrew an application: counts and kinds, nothing of the content."""

    id = RandomIdField()
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=120)
    employer = models.CharField(max_length=80)
    sent_at = models.DateTimeField(null=True)
    erased = models.JSONField(default=dict)
    at = models.DateTimeField()


class SavedJob(models.Model):
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["persona", "job"], name="jobs_saved_once")]


class SavedSearch(models.Model):
    """A search as it stands in the address. `seen` is the position of the newest job that was told of."""

    id = RandomIdField()
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=600)
    alert = models.BooleanField(default=True)
    seen = models.BigIntegerField(default=0)
    fresh = models.IntegerField(default=0)
    made_at = models.DateTimeField()
