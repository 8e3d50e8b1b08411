from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Persona

MAX_TEXT = 3000
# More than can be sent, so that nothing typed is lost.
MAX_DRAFT = 30_000
MAX_NOTE = 300
MAX_POSITION = 120
MAX_REPLY = 600


class Relation(models.TextChoices):
    """How the writer knows the one whom they recommend, as the writer says it."""

    COLLEAGUE = "colleague", _("worked with them")
    MANAGER = "manager", _("led the team that they were in")
    REPORT = "report", _("was led by them")
    CLIENT = "client", _("was their client")
    SUPPLIER = "supplier", _("worked for them from outside")
    TEACHER = "teacher", _("taught or mentored them")
    STUDENT = "student", _("learned from them")
    PEER = "peer", _("knows their work")


class Recommendation(Shared):
    """What `author` writes about `receiver`, one text for each pair. Its audience is the receiver's: they own it.

    Live only while it is shown. Before that, and when it is hidden, it is for the two alone, in their own lists.
    `text` is what was sent last, `draft` what the author is writing and has not sent; `reply` is what the receiver
    would like to be changed.
    """

    class State(models.IntegerChoices):
        DRAFT = 0, _("Draft")
        SENT = 1, _("Sent")
        RETURNED = 2, _("Sent back")
        SHOWN = 3, _("Shown")
        HIDDEN = 4, _("Not shown")

    id = RandomIdField()
    receiver = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    relation = models.CharField(max_length=12, choices=Relation.choices)
    position = models.CharField(max_length=MAX_POSITION, blank=True)
    text = models.TextField(max_length=MAX_TEXT, blank=True)
    draft = models.TextField(max_length=MAX_DRAFT, blank=True)
    reply = models.CharField(max_length=MAX_REPLY, blank=True)
    state = models.SmallIntegerField(choices=State.choices, default=State.DRAFT)
    changed_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["receiver", "author"], name="recommendations_one_each")
        ]
        indexes = [
            models.Index(fields=["author", "sent_at"], name="recommendations_given"),
            models.Index(fields=["receiver", "sent_at"], name="recommendations_received"),
        ]


class Ask(models.Model):
    """`asker` would like `writer` to recommend them. A silent no stays, for the asker to see as waiting."""

    id = RandomIdField()
    asker = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    writer = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    relation = models.CharField(max_length=12, choices=Relation.choices)
    position = models.CharField(max_length=MAX_POSITION, blank=True)
    note = models.CharField(max_length=MAX_NOTE, blank=True)
    created_at = models.DateTimeField()
    declined = models.BooleanField(default=False)
    withdrawn = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asker", "writer"], name="recommendations_one_ask")]
