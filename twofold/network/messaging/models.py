from enum import IntFlag

from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.media.models import Picture
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Network, Persona

MAX_TEXT = 8_000
MAX_NAME = 80
MAX_PEOPLE = 500
SIGNS = ("👍", "❤️", "😂", "😮", "😢", "🙏")


class Conversation(Shared):
    """Two people, or a group with a name. Its author owns its audience, which holds all who are in it.

    `pair` names the two of a conversation of two, and only those. `position` is that of its newest message.
    """

    id = RandomIdField()
    network = models.CharField(max_length=12, choices=Network.choices)
    pair = models.CharField(max_length=48, null=True, unique=True)
    name = models.CharField(max_length=MAX_NAME, blank=True)
    position = models.BigIntegerField(default=0)
    # After how many seconds its messages go by themselves; empty: never.
    vanish_after = models.IntegerField(null=True)


class State(models.IntegerChoices):
    """How somebody is in a conversation."""

    ACTIVE = 0
    ASKED = 1
    DECLINED = 2


class Membership(models.Model):
    """Somebody in a conversation, and what they alone make of it. `position` is that of the newest message for them."""

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="members", db_index=False
    )
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    state = models.SmallIntegerField(choices=State.choices, default=State.ACTIVE)
    admin = models.BooleanField(default=False)
    position = models.BigIntegerField(default=0)
    read_position = models.BigIntegerField(default=0)
    # That of the newest message that names them.
    named_position = models.BigIntegerField(default=0)
    archived = models.BooleanField(default=False)
    muted = models.BooleanField(default=False)
    pinned = models.BooleanField(default=False)
    starred = models.BooleanField(default=False)
    draft = models.TextField(max_length=MAX_TEXT, blank=True)
    joined_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "persona"], name="messaging_one_membership")
        ]
        indexes = [models.Index(fields=["persona", "state", "position"], name="messaging_inbox")]


class Notice(models.TextChoices):
    """What a line says that nobody wrote."""

    BEGAN = "began"
    ADDED = "added"
    LEFT = "left"
    REMOVED = "removed"
    NAMED = "named"
    VANISHING = "vanishing"


class Part(IntFlag):
    """What a message has besides words: what none of the lines of a page has is not looked for."""

    PICTURE = 1
    FILE = 2
    VOICE = 4
    LINK = 8
    SIGN = 16
    PASSED_ON = 32


_PARTS = {each.name: each.value for each in Part}


class Message(Shared):
    """A line of a conversation, with its audience. `position` orders them: microseconds since 1970."""

    id = RandomIdField()
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="messages", db_index=False
    )
    reply_to = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")
    notice = models.CharField(max_length=10, choices=Notice.choices, blank=True)
    # Whom a notice is about.
    about = models.ForeignKey(Persona, on_delete=models.CASCADE, null=True, related_name="+")
    text = models.TextField(max_length=MAX_TEXT, blank=True)
    html = models.TextField(blank=True)
    parts = models.SmallIntegerField(default=0)
    # The text as search reads it: folded, so that neither accents nor capitals matter.
    words = models.TextField(blank=True)
    position = models.BigIntegerField()
    sent_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)
    # Taken back for all: the line stays, its words are gone.
    deleted_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True, db_index=True)
    # The key of the form that sent it: the same one sent twice makes one message.
    submission = models.CharField(max_length=80, null=True)

    class Meta:
        indexes = [
            models.Index(fields=["conversation", "position"], name="messaging_lines"),
            models.Index(fields=["author", "position"], name="messaging_by_author"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "submission"],
                condition=models.Q(submission__isnull=False),
                name="messaging_one_submission",
            )
        ]

    def has(self, part: str) -> bool:
        """Whether it has a part of that name, as in `Part`."""
        return bool(self.parts & _PARTS[part])


class MessagePicture(models.Model):
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="pictures", db_index=False)
    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="+")
    place = models.SmallIntegerField()

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["message", "place"], name="messaging_picture_place")]


class Attachment(models.Model):
    """A file or a voice note of a message. Its bytes lie on the shelf under its id; the door is that of its message."""

    class State(models.IntegerChoices):
        READY = 0
        PREPARING = 1
        FAILED = 2

    id = RandomIdField()
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="attachments", db_index=False)
    place = models.SmallIntegerField()
    voice = models.BooleanField(default=False)
    state = models.SmallIntegerField(choices=State.choices, default=State.READY)
    name = models.CharField(max_length=120)
    bytes = models.BigIntegerField()
    # Of a voice note: how long it is, and how loud from its beginning to its end, a digit for each stretch.
    seconds = models.FloatField(default=0)
    loudness = models.CharField(max_length=64, blank=True)
    # What the decoder of a voice note that waits for the courier is called.
    format = models.CharField(max_length=12, blank=True)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["message", "place"], name="messaging_attachment_place")
        ]


class LinkCard(models.Model):
    """What stands behind the first link of a message, as the courier found it. `fetched_at`: empty while it looks."""

    message = models.OneToOneField(Message, on_delete=models.CASCADE, primary_key=True, related_name="card")
    url = models.URLField(max_length=2000)
    title = models.CharField(max_length=300, blank=True)
    description = models.CharField(max_length=500, blank=True)
    site = models.CharField(max_length=100, blank=True)
    fetched_at = models.DateTimeField(null=True)


class Later(models.Model):
    """Words that are sent by themselves at `due_at`; without one they could not be, and `problem` says why."""

    id = RandomIdField()
    author = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(max_length=MAX_TEXT)
    reply_to = models.ForeignKey(Message, on_delete=models.SET_NULL, null=True, related_name="+")
    due_at = models.DateTimeField(null=True, db_index=True)
    problem = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField()


class Sign(models.Model):
    """A small sign that somebody put on a message."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="signs", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    sign = models.CharField(max_length=8)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "persona"], name="messaging_one_sign")]


class Hidden(models.Model):
    """A message that somebody deleted for themselves."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="+", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "persona"], name="messaging_one_hiding")]


class Writers(models.IntegerChoices):
    """Who may begin to write to somebody."""

    MEMBERS = 0, _("Everybody in this network; strangers by a request")
    FAR = 1, _("My ties, and those they know by a request")
    TIES = 2, _("Only my ties")


class Manner(models.Model):
    """How somebody wants to be written to; without a row, as the defaults say."""

    persona = models.OneToOneField(Persona, on_delete=models.CASCADE, primary_key=True, related_name="+")
    writers = models.SmallIntegerField(choices=Writers.choices, default=Writers.MEMBERS)
    # Each shows only between two who both show theirs: how far one has read, that one is writing, that one is here.
    receipts = models.BooleanField(default=False)
    typing = models.BooleanField(default=False)
    presence = models.BooleanField(default=False)
