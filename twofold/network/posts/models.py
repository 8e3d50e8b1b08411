from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.media.models import Picture
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Network, Persona

MAX_TEXT = 10_000
MAX_PICTURES = 10


class ReactionKind(models.TextChoices):
    """What one can feel about a post; each network has its own few."""

    INSIGHTFUL = "insightful", _("Insightful")
    CELEBRATE = "celebrate", _("Celebrate")
    SUPPORT = "support", _("Support")
    CURIOUS = "curious", _("Curious")
    LOVE = "love", _("Love")
    LAUGH = "laugh", _("Haha")
    WOW = "wow", _("Wow")
    SAD = "sad", _("Sad")
    HUG = "hug", _("Hug")


REACTIONS = {
    Network.PROFESSIONAL: (
        ReactionKind.INSIGHTFUL,
        ReactionKind.CELEBRATE,
        ReactionKind.SUPPORT,
        ReactionKind.CURIOUS,
    ),
    Network.SOCIAL: (
        ReactionKind.LOVE,
        ReactionKind.LAUGH,
        ReactionKind.WOW,
        ReactionKind.SAD,
        ReactionKind.HUG,
    ),
}


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
            models.Index(fields=["root", "position"], name="posts_by_root"),
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


class Reaction(models.Model):
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="reactions", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=ReactionKind.choices)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "persona"], name="posts_one_reaction")]


class Save(models.Model):
    """A post kept for later; nobody else learns of it."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+")
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    position = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["persona", "post"], name="posts_one_save")]
        indexes = [models.Index(fields=["persona", "position"], name="posts_saves")]


class Hashtag(models.Model):
    """A hashtag as it is compared (`name`: case folded) and as it was first written."""

    id = RandomIdField()
    network = models.CharField(max_length=12, choices=Network.choices)
    name = models.CharField(max_length=80)
    written = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network", "name"], name="posts_one_hashtag")]


class Tagging(models.Model):
    tag = models.ForeignKey(Hashtag, on_delete=models.CASCADE, related_name="+", db_index=False)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="taggings")
    position = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "position", "post"], name="posts_one_tagging")]


class Mention(models.Model):
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="mentions", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "persona"], name="posts_one_mention")]


class LinkCard(models.Model):
    """What stands behind the first link of a post, as the courier found it. `fetched_at` is empty while it looks."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, primary_key=True, related_name="card")
    url = models.URLField(max_length=2000)
    title = models.CharField(max_length=300, blank=True)
    description = models.CharField(max_length=500, blank=True)
    site = models.CharField(max_length=100, blank=True)
    fetched_at = models.DateTimeField(null=True)
