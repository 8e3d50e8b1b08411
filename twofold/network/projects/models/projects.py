from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Persona

MAX_NAME = 80
MAX_ABOUT = 3_000


class Openness(models.TextChoices):
    """Who reads a project."""

    PUBLIC = "public", _("Public")
    MEMBERS = "members", _("Members of this network")
    PRIVATE = "private", _("Private")


class Role(models.TextChoices):
    """What somebody is to a project. The first three belong to it."""

    LEAD = "lead", _("Leads it")
    MAKER = "maker", _("Works on it")
    READER = "reader", _("Looks on")
    INVITED = "invited", _("Invited")


BELONGS = (Role.LEAD, Role.MAKER, Role.READER)
WORKS = (Role.LEAD, Role.MAKER)


class Project(Shared):
    """Work done together. Its author is its body, the persona that owns its lists; both have the same id.

    Its audience says who learns that it is there; `inside` who reads its board. The days are calendar days, for all.
    """

    id = RandomIdField()
    name = models.CharField(max_length=MAX_NAME)
    about = models.TextField(max_length=MAX_ABOUT, blank=True)
    openness = models.CharField(max_length=8, choices=Openness.choices)
    inside = models.ForeignKey("audiences.Audience", on_delete=models.PROTECT, related_name="+")
    began = models.DateField()
    due = models.DateField(null=True)
    finished_at = models.DateTimeField(null=True)
    members_count = models.IntegerField(default=0)
    # The number of the last task that was written.
    last_number = models.IntegerField(default=0)
    # Where it stands among those that can be found: the newest first.
    position = models.BigIntegerField()
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["position"], name="projects_in_order")]


class Membership(models.Model):
    """What `persona` is to `project`. `part` says in their words what they do there; `by` is who invited."""

    id = RandomIdField()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="members", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=8, choices=Role.choices)
    part = models.CharField(max_length=60, blank=True)
    by = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    # A no to an invitation is kept, so that nobody is asked again and again; whoever asked sees no answer.
    declined = models.BooleanField(default=False)
    # When they said that the finished project may stand on their CV.
    confirmed_at = models.DateTimeField(null=True)
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "persona"], name="projects_one_membership")]
        indexes = [models.Index(fields=["project", "role"], name="projects_by_role")]
