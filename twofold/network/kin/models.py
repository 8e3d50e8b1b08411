from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.kin.words import BY_KEY
from twofold.network.posts.models import Post
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Persona

MAX_WISH = 500


class Kinship(Shared):
    """What `author` is to `other` in a family: one half of a tie, with its own audience.

    It is live once both said yes; then there is the other half too. Whoever reads it must be shown both. A no is kept:
    whoever asked goes on seeing it as waiting, and asking again asks nothing.
    """

    class State(models.IntegerChoices):
        ASKED = 0, _("Waiting")
        AGREED = 1, _("Confirmed")
        DECLINED = 2, _("Declined")
        # Taken back by whoever asked, after a no of which they do not know.
        WITHDRAWN = 3, _("Taken back")

    id = RandomIdField()
    other = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    word = models.CharField(max_length=14)
    state = models.SmallIntegerField(choices=State.choices, default=State.ASKED)
    asked_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author", "other"], name="kin_one_half")]

    @property
    def says(self) -> str:
        """ "Sister of %(name)s", the name still to be put in."""
        return str(BY_KEY[self.word].of)

    @property
    def name(self) -> str:
        return str(BY_KEY[self.word].name)


class Birthday(Shared):
    """The day of the year on which somebody was born: `day` is 100 × the month + the day, 1231 for the last."""

    id = RandomIdField()
    day = models.SmallIntegerField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author"], name="kin_one_birthday")]


class BirthYear(Shared):
    """The year, which may be for fewer people than the day."""

    id = RandomIdField()
    year = models.SmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author"], name="kin_one_year")]


class Wish(Shared):
    """What `author` wishes for a birthday in `year`.

    Its audience is that of the birthday, or the one person whose birthday it is: never anybody further.
    """

    id = RandomIdField()
    birthday = models.ForeignKey(Birthday, on_delete=models.CASCADE, related_name="+", db_index=False)
    year = models.SmallIntegerField()
    text = models.CharField(max_length=MAX_WISH)
    # Only for the one whose birthday it is.
    alone = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["birthday", "year", "author"], name="kin_one_wish"),
        ]


class Greeting(Shared):
    """What `author` writes on the card of a milestone that somebody shared, in either network.

    Its audience is that of the milestone, or the one person whose it is: never anybody further.
    """

    id = RandomIdField()
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+", db_index=False)
    text = models.CharField(max_length=MAX_WISH)
    # Only for the one who shared it.
    alone = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "author"], name="kin_one_greeting")]
