from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.media.models import Picture
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Network, Persona

MAX_TEXT = 10_000
MAX_PICTURES = 10


class Replies(models.IntegerChoices):
    """Who of those that see a post may answer it. Its author always may, unless what it stands in is closed."""

    ALL = 0, _("Everyone who can see it")
    TIES = 1, _("My friends or connections")
    MENTIONED = 2, _("Only those I mention")
    NOBODY = 3, _("Nobody")
    # Nobody at all, and not for its author to choose: see `seal_group`.
    CLOSED = 4, _("Nobody: it is archived")


CHOSEN = (Replies.ALL, Replies.TIES, Replies.MENTIONED, Replies.NOBODY)


class Occasion(models.TextChoices):
    """What a milestone is about; each network has its own few."""

    BIRTHDAY = "birthday", _("Birthday")
    BIRTH = "birth", _("A new family member")
    ENGAGEMENT = "engagement", _("Engagement")
    WEDDING = "wedding", _("Wedding")
    MOVE = "move", _("A new home")
    GRADUATION = "graduation", _("Graduation")
    JOB = "job", _("A new job")
    PROMOTION = "promotion", _("Promotion")
    ANNIVERSARY = "anniversary", _("Anniversary")
    AWARD = "award", _("Award or certificate")
    LAUNCH = "launch", _("Launch")
    RETIREMENT = "retirement", _("Retirement")
    FAREWELL = "farewell", _("In memory")
    MOMENT = "moment", _("A moment of my own")


OCCASIONS = {
    Network.PROFESSIONAL: (
        Occasion.JOB,
        Occasion.PROMOTION,
        Occasion.ANNIVERSARY,
        Occasion.GRADUATION,
        Occasion.AWARD,
        Occasion.LAUNCH,
        Occasion.RETIREMENT,
        Occasion.MOMENT,
    ),
    Network.SOCIAL: (
        Occasion.BIRTHDAY,
        Occasion.BIRTH,
        Occasion.ENGAGEMENT,
        Occasion.WEDDING,
        Occasion.ANNIVERSARY,
        Occasion.MOVE,
        Occasion.GRADUATION,
        Occasion.JOB,
        Occasion.FAREWELL,
        Occasion.MOMENT,
    ),
}


class Feeling(models.TextChoices):
    """How somebody says that they feel (social)."""

    HAPPY = "happy", _("happy")
    GRATEFUL = "grateful", _("grateful")
    PROUD = "proud", _("proud")
    EXCITED = "excited", _("excited")
    LOVED = "loved", _("loved")
    HOPEFUL = "hopeful", _("hopeful")
    RELAXED = "relaxed", _("relaxed")
    SILLY = "silly", _("silly")
    TIRED = "tired", _("tired")
    SAD = "sad", _("sad")
    WORRIED = "worried", _("worried")
    ANGRY = "angry", _("angry")


class Post(Shared):
    """Something shared. A comment has a `root` and a `parent`; a repost has `repost_of` and no text.

    Comments and reposts carry the audience of what they belong to, so that one look at the door suffices.
    `position` orders streams: microseconds since 1970. `version` grows with whatever a card shows.
    """

    OWN = models.Q(repost_of=None)

    id = RandomIdField()
    network = models.CharField(max_length=12, choices=Network.choices)
    root = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="+", db_index=False)
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="+")
    repost_of = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="+")
    quote_of = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")
    text = models.TextField(max_length=MAX_TEXT, blank=True)
    html = models.TextField(blank=True)
    warning = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=12, blank=True)
    occasion = models.CharField(max_length=12, choices=Occasion.choices, blank=True)
    feeling = models.CharField(max_length=12, choices=Feeling.choices, blank=True)
    place = models.CharField(max_length=80, blank=True)
    replies = models.SmallIntegerField(choices=Replies.choices, default=Replies.ALL)
    published_at = models.DateTimeField()
    position = models.BigIntegerField()
    edited_at = models.DateTimeField(null=True)
    # When its own author took it away. What hangs on something deleted is not live either, but has no such date.
    deleted_at = models.DateTimeField(null=True)
    # The key of the form or the request that made it: the same one sent twice makes one post.
    submission = models.CharField(max_length=80, null=True)
    version = models.IntegerField(default=1)
    reactions_count = models.IntegerField(default=0)
    # Of a post: all in its thread. Of a comment: the direct replies.
    comments_count = models.IntegerField(default=0)
    reposts_count = models.IntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["author", "position"], name="posts_by_author"),
            # Answers alone: that `root` is null says of nothing more than half of all posts.
            models.Index(
                fields=["root", "position"], condition=models.Q(root__isnull=False), name="posts_by_root"
            ),
            models.Index(
                fields=["network", "position"], condition=models.Q(root=None), name="posts_by_network"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "repost_of"], condition=models.Q(live=True), name="posts_one_repost"
            ),
            models.UniqueConstraint(
                fields=["author", "submission"],
                condition=models.Q(submission__isnull=False),
                name="posts_one_submission",
            ),
        ]


class PostPicture(models.Model):
    """A picture in a post, at its place."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="pictures", db_index=False)
    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="+")
    place = models.SmallIntegerField()

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["post", "place"], name="posts_picture_place")]


class Version(models.Model):
    """What a post said before an edit."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="versions")
    text = models.TextField(max_length=MAX_TEXT, blank=True)
    html = models.TextField(blank=True)
    warning = models.CharField(max_length=200, blank=True)
    until = models.DateTimeField()


class Draft(models.Model):
    """What someone is writing: the composer's fields as they stand. Nobody else can ever read it."""

    id = RandomIdField()
    author = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    fields = models.JSONField(default=dict)
    changed_at = models.DateTimeField()
    # When it is to be sent by itself; empty: when its author says so.
    due_at = models.DateTimeField(null=True, db_index=True)
    # Why it could not be sent when it was due.
    problem = models.CharField(max_length=300, blank=True)
