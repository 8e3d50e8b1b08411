from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.personas.models import Network, Persona

MAX_NOTE = 1_000


class Kind(models.TextChoices):
    """What can be reported."""

    POST = "post", pgettext_lazy("noun", "Post")
    COMMENT = "comment", _("Comment")
    MESSAGE = "message", _("Message")
    PERSON = "person", _("Person")
    PAGE = "page", _("Page")
    GROUP = "group", _("Group")
    EVENT = "event", _("Event")
    JOB = "job", _("Job")
    STORY = "story", _("Story")
    PHOTO = "photo", _("Picture in an album")
    QUESTION = "question", _("Question")
    ANSWER = "answer", pgettext_lazy("noun", "Answer")
    GUIDE = "guide", _("Guide")


class Reason(models.TextChoices):
    SPAM = "spam", _("Spam or advertising")
    FRAUD = "fraud", _("Fraud or a false offer")
    HARASSMENT = "harassment", _("Harassment or threats")
    HATE = "hate", _("Hatred of people for what they are")
    VIOLENCE = "violence", _("Violence or cruelty")
    NUDITY = "nudity", _("Nudity or sexual content")
    PRIVATE = "private", _("Shows something private without consent")
    FALSE = "false", _("Pretends to be somebody else")
    ILLEGAL = "illegal", _("Against the law")
    OTHER = "other", _("Something else")


class Officer(models.Model):
    """Somebody who looks after a network: named by whoever keeps the server, and shown to nobody."""

    persona = models.OneToOneField(Persona, on_delete=models.CASCADE, primary_key=True, related_name="+")
    since = models.DateTimeField()


class Desk(models.TextChoices):
    """Who decides: those who look after the network, or first those who keep the group in which it stands."""

    SERVER = "server"
    GROUP = "group"


class Outcome(models.TextChoices):
    DISMISSED = "dismissed", _("It can stay")
    REMOVED = "removed", _("It was taken down")
    SUSPENDED = "suspended", _("Whoever it came from was suspended")


class Case(models.Model):
    """One thing that was reported, once or often. `thing` is its id, `about` whose it is, `group` where it stands.

    Without an `outcome` it waits. `words` are the reason that whoever it is about reads; `appeal` is their answer.
    """

    id = RandomIdField()
    network = models.CharField(max_length=12, choices=Network.choices)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    thing = models.BigIntegerField()
    about = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    group = models.BigIntegerField(default=0)
    desk = models.CharField(max_length=6, choices=Desk.choices, default=Desk.SERVER)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    words = models.CharField(max_length=MAX_NOTE, blank=True)
    appeal = models.CharField(max_length=MAX_NOTE, blank=True)
    # Whether an appeal waits to be looked at.
    appealed = models.BooleanField(default=False)
    opened_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "thing"], condition=models.Q(outcome=""), name="moderation_one_open_case"
            )
        ]
        indexes = [
            models.Index(fields=["network", "outcome", "opened_at"], name="moderation_desk"),
            models.Index(fields=["group", "outcome"], name="moderation_group"),
        ]


class Report(models.Model):
    """What one person said of it, and `copy`: what it said then ("title", "text", "href")."""

    id = RandomIdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reports", db_index=False)
    reporter = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(max_length=12, choices=Reason.choices)
    note = models.CharField(max_length=MAX_NOTE, blank=True)
    copy = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "reporter"], name="moderation_one_report")]


class Exhibit(models.Model):
    """A picture of what was reported, kept with the report: the file itself, small."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="exhibits", db_index=False)
    place = models.SmallIntegerField()
    file = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "place"], name="moderation_one_exhibit")]


class Step(models.Model):
    """What somebody did with a case. Rows are added and never changed."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="steps")
    by = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    act = models.CharField(max_length=12)
    note = models.CharField(max_length=MAX_NOTE, blank=True)
    at = models.DateTimeField()
