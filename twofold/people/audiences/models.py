from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django.db import models

from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import RandomIdField
from twofold.people.audiences.door import ALWAYS, Admits
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

if TYPE_CHECKING:
    from typing import Self


class Scope(models.IntegerChoices):
    """How far an audience reaches before its parts are counted."""

    ONLY_ME = 0
    PARTS = 1
    MEMBERS = 2
    EVERYONE = 3


class Part(models.Model):
    """A list of personas that `owner` can address: its ties, ties of one kind, a circle, named people, a group.

    `ref` tells lists of one kind apart: the kind of tie, the id of the circle.
    """

    id = RandomIdField()
    owner = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12)
    ref = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "kind", "ref"], name="audiences_one_part")]


class Grant(models.Model):
    """This persona is in this part."""

    part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="grants")
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["part", "persona"], name="audiences_one_grant")]
        indexes = [models.Index(fields=["persona", "part"], name="audiences_grant_persona")]


class Denial(models.Model):
    """`persona` is shut out by `by`: sees nothing of theirs, public things included."""

    by = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["persona", "by"], name="audiences_one_denial")]
        indexes = [models.Index(fields=["by", "persona"], name="audiences_denial_by")]


class Silence(models.Model):
    """Nothing of this persona's reaches anybody but itself: it is suspended, or it is the body of a group that is."""

    persona = models.OneToOneField(Persona, on_delete=models.CASCADE, primary_key=True, related_name="+")
    since = models.DateTimeField()


class Change(models.Model):
    """What became of somebody in the lists of `owner`. Rows are added and never changed: the log of the door.

    `part` is empty where somebody was shut out of everything, or let in again. `own` is what `owner` did; what others
    did to `owner` is kept, so that the log adds up, and never told.
    """

    class Deed(models.IntegerChoices):
        IN = 0
        OUT = 1
        SHUT_OUT = 2
        LET_IN = 3

    owner = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    part = models.ForeignKey(Part, on_delete=models.CASCADE, null=True, related_name="+", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    deed = models.SmallIntegerField(choices=Deed.choices)
    own = models.BooleanField(default=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["owner", "at"], name="audiences_log")]


class Audience(models.Model):
    """Who may see a thing of `owner`. The same composition is one row for each owner (`recipe` names it)."""

    id = RandomIdField()
    owner = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    network = models.CharField(max_length=12, choices=Network.choices)
    scope = models.SmallIntegerField(choices=Scope.choices)
    # Whether a component takes two steps (friends of friends): the door looks for those only then.
    far = models.BooleanField(default=False)
    recipe = models.CharField(max_length=700)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "recipe"], name="audiences_one_recipe")]


class Component(models.Model):
    """A part in an audience, or an exception from it. With `steps` 2, the ties of those in the part."""

    audience = models.ForeignKey(
        Audience, on_delete=models.CASCADE, related_name="components", db_index=False
    )
    part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="+")
    excepted = models.BooleanField(default=False)
    steps = models.SmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["audience", "excepted", "part", "steps"], name="audiences_one_component"
            )
        ]


class SharedQuerySet(models.QuerySet):
    """Words for every queryset of shared things."""

    def visible_to(self, viewer: Viewer, now: datetime | None = None) -> "Self":
        """Only what `viewer` may see: the door. `now` where the moment is given, as prepared reads must."""
        shared = cast("type[Shared]", self.model)
        seen = self.filter(Admits.thing(viewer, own=shared.OWN), live=True)
        return seen.filter(_lasting(shared.ENDS, viewer, now or clock.now())) if shared.ENDS else seen


def _lasting(field: str, viewer: Viewer, now: datetime) -> models.Q:
    """What has not ended yet; to its author also what has."""
    after = models.Q(**{f"{field}__gt": now})
    return models.Q(**{field: None}) | after | models.Q(author=viewer.id)


class Shared(models.Model):
    """A thing that someone shares. Whatever may be seen by more than its author is one."""

    # Which of these things are their author's own, and not only passed on: a condition on a row.
    OWN: ClassVar[Any] = ALWAYS
    # The field that says when it ends for everybody but its author, where these things may end.
    ENDS: ClassVar[str] = ""

    author = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    audience = models.ForeignKey(Audience, on_delete=models.PROTECT, related_name="+")
    # False while it is not yet, or no longer, there for anyone.
    live = models.BooleanField(default=True)

    objects = SharedQuerySet.as_manager()

    class Meta:
        abstract = True
