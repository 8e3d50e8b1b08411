from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField


class Network(models.TextChoices):
    """The two networks; the value stands in addresses."""

    PROFESSIONAL = "professional", _("Professional")
    SOCIAL = "social", _("Social")


class PersonaQuerySet(models.QuerySet):
    def active(self):
        return self.filter(state=Persona.State.ACTIVE)


class Persona(models.Model):
    """One presence in one network. Everything in the product hangs on a persona, never on an account."""

    class Kind(models.TextChoices):
        PERSON = "person", _("Person")
        PAGE = "page", _("Page")
        # Owns the lists and the audiences of a group. Nobody comes across it and nobody acts as it.
        GROUP = "group", _("Group")

    class Reach(models.IntegerChoices):
        """Who may come across this persona at all; the same numbers as an audience's scope."""

        MEMBERS = 2, _("Members of this network")
        EVERYONE = 3, _("Everyone")

    class State(models.IntegerChoices):
        ACTIVE = 0
        SUSPENDED = 1
        ERASED = 2
        # A group's: it is there, and it is nobody.
        SILENT = 3

    id = RandomIdField()
    network = models.CharField(max_length=12, choices=Network.choices)
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.PERSON)
    handle = models.CharField(max_length=30)
    # What `handle` looks like to a quick eye; two handles that look alike cannot both exist.
    skeleton = models.CharField(max_length=60)
    name = models.CharField(max_length=80)
    pronouns = models.CharField(max_length=30, blank=True)
    line = models.CharField(max_length=160, blank=True)
    about = models.TextField(max_length=3000, blank=True)
    place = models.CharField(max_length=80, blank=True)
    website = models.CharField(max_length=200, blank=True)
    # Names of stored pictures (see network/media); empty means a monogram on a colour.
    picture = models.CharField(max_length=60, blank=True)
    banner = models.CharField(max_length=60, blank=True)
    reach = models.SmallIntegerField(choices=Reach.choices, default=Reach.EVERYONE)
    state = models.SmallIntegerField(choices=State.choices, default=State.ACTIVE)
    language = models.CharField(max_length=12, default="en")
    time_zone = models.CharField(max_length=40, default="UTC")
    version = models.IntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PersonaQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "skeleton"], name="personas_one_handle"),
        ]
        indexes = [models.Index(fields=["network", "handle"], name="personas_by_handle")]

    def __str__(self) -> str:
        return f"@{self.handle} ({self.network})"

    @property
    def hue(self) -> int:
        """A colour of its own for the monogram: a step of ten degrees, 0 to 35."""
        return self.id % 36

    @property
    def is_page(self) -> bool:
        return self.kind == self.Kind.PAGE
