"""Jobs, what they are found by, and what was done with them."""

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
    # How far around the place the work is, in kilometres; 0 for there alone.
    radius = models.SmallIntegerField(default=0)
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
    # Lines of {"words", "needed"}: what goes along besides a CV.
    documents = models.JSONField(default=list)
    # Who of the hiring team is told of its applications; nobody chosen means all of them.
    team = models.ManyToManyField(Persona, related_name="+")
    reply_days = models.SmallIntegerField(default=14)
    # How long the team keeps what was settled, before the courier erases it at their side.
    keep_months = models.SmallIntegerField(default=6)
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
    is known. `radius` (km) is how far around it the work is. `asked` is what its skills weigh.
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
    radius = models.SmallIntegerField(default=0)
    asked = models.SmallIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["-position"], name="jobs_face_newest"),
            models.Index(fields=["latitude", "longitude"], name="jobs_face_near"),
            models.Index(
                fields=["latitude", "longitude"], condition=models.Q(radius__gt=0), name="jobs_face_around"
            ),
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
