from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.audiences.models import Shared


class OpenTo(models.TextChoices):
    WORK = "work", _("Open to work")
    MENTOR = "mentor", _("Open to mentor")


class Openness(Shared):
    """`author` is open to something. `reach` is the choice that its audience was made of, as the form names it."""

    id = RandomIdField()
    kind = models.CharField(max_length=8, choices=OpenTo.choices)
    wishes = models.CharField(max_length=200, blank=True)
    places = models.CharField(max_length=120, blank=True)
    terms = models.CharField(max_length=120, blank=True)
    note = models.TextField(max_length=600, blank=True)
    reach = models.CharField(max_length=12)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author", "kind"], name="openness_one_each")]
