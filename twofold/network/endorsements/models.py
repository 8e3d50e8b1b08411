from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.vocabulary.models import Term
from twofold.people.audiences.models import Audience, Shared
from twofold.people.personas.models import Persona

MAX_NAME = 60
MAX_WORDS = 200


class Skill(Shared):
    """Something that `author` claims to be able to do, as they typed it, and the term that it is, if it is one.

    `folded` or the term make two names the same one. Pinned ones come first, then by `place`. A removed one is not live
    and can be brought back for a day.
    """

    id = RandomIdField()
    name = models.CharField(max_length=MAX_NAME)
    folded = models.CharField(max_length=2 * MAX_NAME)
    term = models.ForeignKey(Term, on_delete=models.SET_NULL, null=True, related_name="+")
    pinned = models.BooleanField(default=False)
    place = models.IntegerField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author", "folded"], name="endorsements_one_skill")]


class Default(models.Model):
    """Who sees a skill that `owner` adds, unless something else is chosen for it."""

    owner = models.OneToOneField(Persona, on_delete=models.CASCADE, primary_key=True, related_name="+")
    audience = models.ForeignKey(Audience, on_delete=models.PROTECT, related_name="+")


class Endorsement(models.Model):
    """`endorser` says that the owner of `skill` has it. Whoever sees both the skill and the endorser sees it.

    One that is `hidden` is seen by its endorser, who never learns of it, and by the owner alone.
    """

    id = RandomIdField()
    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="endorsements", db_index=False)
    endorser = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    hidden = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["skill", "endorser"], name="endorsements_one_endorsement")
        ]


class Evidence(Shared):
    """What an endorsement rests on: a ground that its endorser stated and the owner of the skill confirmed.

    Its author is the owner of the skill, whose life it tells of: it is seen by whoever sees the skill, the endorser,
    this, and the endorser's statement. Before it is confirmed it is live for nobody; a declined one stays so, for its
    endorser to see as waiting. `kind` and `key` name the ground for whoever keeps it; `words` say it ("worked
    together at …, 2019–21").
    """

    class State(models.IntegerChoices):
        PROPOSED = 0, _("Waiting")
        CONFIRMED = 1, _("Confirmed")
        DECLINED = 2, _("Declined")

    id = RandomIdField()
    endorsement = models.OneToOneField(Endorsement, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=120)
    words = models.CharField(max_length=MAX_WORDS)
    state = models.SmallIntegerField(choices=State.choices, default=State.PROPOSED)
    # A declined one that its endorser took back is kept too: stating it again must not undo the no.
    withdrawn = models.BooleanField(default=False)
    proposed_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["author", "state"], name="endorsements_waiting"),
            models.Index(fields=["kind", "key"], name="endorsements_by_ground"),
        ]


class Statement(Shared):
    """The endorser's side of a ground: it tells of their life too, and is for whom they show that to."""

    evidence = models.OneToOneField(Evidence, on_delete=models.CASCADE, related_name="statement")
