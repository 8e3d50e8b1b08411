from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.media.models import Picture
from twofold.network.posts.models import ReactionKind
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Persona

MAX_WORDS = 300
MAX_TITLE = 40
LASTS = timedelta(days=1)


class Colour(models.TextChoices):
    """What words of their own stand on. Both themes show the same: a story looks as its author saw it."""

    CORAL = "coral", _("Coral")
    SUN = "sun", _("Sun")
    MOSS = "moss", _("Moss")
    SEA = "sea", _("Sea")
    DUSK = "dusk", _("Dusk")
    INK = "ink", _("Ink")


class Highlight(models.Model):
    """Stories that their author keeps on the profile. Whoever sees one of them sees its title, and no more."""

    id = RandomIdField()
    author = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=MAX_TITLE)
    created_at = models.DateTimeField()


class Story(Shared):
    """A picture, a video, or words on a colour. `ends_at` is empty while it is kept in a highlight."""

    ENDS = "ends_at"

    id = RandomIdField()
    picture = models.OneToOneField(Picture, on_delete=models.CASCADE, null=True, related_name="story")
    words = models.CharField(max_length=MAX_WORDS, blank=True)
    colour = models.CharField(max_length=8, choices=Colour.choices, blank=True)
    created_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, db_index=True)
    highlight = models.ForeignKey(Highlight, on_delete=models.SET_NULL, null=True, related_name="stories")
    # Which sending it came with: one that is sent twice is there once.
    once = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [models.Index(fields=["author", "created_at"], name="stories_by_author")]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "once"], condition=~models.Q(once=""), name="stories_once"
            )
        ]

    @property
    def day_ends(self):
        """When its day is over, kept or not."""
        return self.created_at + LASTS


class Look(models.Model):
    """`persona` looked at the story, and felt something about it or not. For the author's eyes alone."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="looks", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    feeling = models.CharField(max_length=12, choices=ReactionKind.choices, blank=True)
    position = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "persona"], name="stories_one_look")]
        indexes = [models.Index(fields=["story", "position"], name="stories_looks")]
