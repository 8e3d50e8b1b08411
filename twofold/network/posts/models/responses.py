"""What others do with a post: reactions, and keeping it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.posts.models.posts import Post
from twofold.people.personas.models import Network, Persona


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


class Reaction(models.Model):
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="reactions", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=ReactionKind.choices)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "persona"], name="posts_one_reaction")]


class Collection(models.Model):
    """A named place for kept posts, of one persona alone."""

    id = RandomIdField()
    owner = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    name = models.CharField(max_length=60)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="posts_one_collection")]


class Save(models.Model):
    """A post kept for later; nobody else learns of it."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+")
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    position = models.BigIntegerField()
    collection = models.ForeignKey(Collection, on_delete=models.SET_NULL, null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["persona", "post"], name="posts_one_save")]
        indexes = [models.Index(fields=["persona", "position"], name="posts_saves")]
