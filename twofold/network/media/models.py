from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Persona


class Kind(models.TextChoices):
    """What moves: nothing, a video, or a picture that moves by itself."""

    STILL = "", _("Picture")
    VIDEO = "video", _("Video")
    LOOP = "loop", _("Moving picture")


class State(models.IntegerChoices):
    READY = 0
    PREPARING = 1
    FAILED = 2


class Picture(Shared):
    """One picture, or one video with its poster. Until it is part of something its audience is its author alone.

    Variants are files beside each other: `large` (2048 px), `medium` (1024), `small` (480), all WebP; of a video they
    show its poster, and `heights` names its sizes ("1080 720 480", the shorter side), all MP4. `place` says what it is
    part of: "" (nothing yet), "post", "comment", "album" or another noun of this storey.
    """

    ENDS = "ends_at"

    id = RandomIdField()
    width = models.IntegerField()
    height = models.IntegerField()
    bytes = models.BigIntegerField()
    blurhash = models.CharField(max_length=60, blank=True)
    alt = models.CharField(max_length=1500, blank=True)
    created_at = models.DateTimeField()
    kind = models.CharField(max_length=8, choices=Kind.choices, blank=True, default=Kind.STILL)
    state = models.SmallIntegerField(choices=State.choices, default=State.READY)
    seconds = models.FloatField(default=0)
    heights = models.CharField(max_length=40, blank=True)
    # The language of its captions, where it has some.
    captions = models.CharField(max_length=12, blank=True)
    # The ending of the original's name, where one is kept for its owner.
    original = models.CharField(max_length=4, blank=True)
    place = models.CharField(max_length=12, blank=True)
    # When it ends for everybody but its author, as what it is part of does.
    ends_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["author", "created_at"], name="media_by_author")]

    @property
    def moves(self) -> bool:
        return self.kind != Kind.STILL

    @property
    def sizes(self) -> list[int]:
        """The sizes of a video, the largest first."""
        return [int(each) for each in self.heights.split()]


class Preparation(models.Model):
    """A video that waits for the courier or is being made. `beat_at` says when somebody last worked on it."""

    picture = models.OneToOneField(
        Picture, on_delete=models.CASCADE, primary_key=True, related_name="preparation"
    )
    # What its decoder is called: of a video's container or of a moving picture's format.
    format = models.CharField(max_length=12)
    percent = models.SmallIntegerField(default=0)
    tries = models.SmallIntegerField(default=0)
    beat_at = models.DateTimeField(null=True)


class Upload(models.Model):
    """A file on its way, in pieces; nobody but its author can ever ask for it."""

    id = RandomIdField()
    author = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    # What the browser knows the file by besides its name, so that it can be continued another day.
    mark = models.CharField(max_length=80, blank=True)
    length = models.BigIntegerField()
    offset = models.BigIntegerField(default=0)
    expires_at = models.DateTimeField(db_index=True)
    # What came of it: a picture, or why there is none.
    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, null=True, related_name="+")
    problem = models.CharField(max_length=400, blank=True)


class PersonTag(models.Model):
    """`by` says that `persona` is on the picture. It shows once they agreed, to the audience that they agreed to."""

    class State(models.IntegerChoices):
        PROPOSED = 0
        CONFIRMED = 1
        # Kept: nobody is asked twice, and whoever asked is not told of a no.
        DECLINED = 2

    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="tags", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    state = models.SmallIntegerField(choices=State.choices, default=State.PROPOSED)
    # The id of the audience for which they agreed; for any other they are asked again.
    agreed_for = models.BigIntegerField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["picture", "persona"], name="media_one_tag")]
