import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.personas.models import Persona


class Sort(models.TextChoices):
    """What kind of organisation a page stands for."""

    COMPANY = "company", _("Company")
    SCHOOL = "school", _("School or university")
    ASSOCIATION = "association", _("Association")
    PUBLIC = "public", _("Public body")
    CAUSE = "cause", _("Cause")
    PLACE = "place", _("Place or club")


class Size(models.TextChoices):
    ONE = "1", _("1 person")
    FEW = "2-10", _("2–10 people")
    SMALL = "11-50", _("11–50 people")
    MIDDLE = "51-200", _("51–200 people")
    LARGE = "201-1000", _("201–1,000 people")
    HUGE = "1001+", _("more than 1,000 people")


class Organisation(models.Model):
    """What is known of an organisation besides its persona."""

    persona = models.OneToOneField(Persona, on_delete=models.CASCADE, primary_key=True, related_name="+")
    sort = models.CharField(max_length=12, choices=Sort.choices, default=Sort.COMPANY)
    field = models.CharField(max_length=80, blank=True)
    size = models.CharField(max_length=10, choices=Size.choices, blank=True)
    founded = models.SmallIntegerField(null=True)


class RoleKind(models.TextChoices):
    """What somebody may do for a page; each may also write and answer in its name, but for advertisers."""

    OWNER = "owner", _("Owner")
    EDITOR = "editor", _("Editor")
    RECRUITER = "recruiter", _("Recruiter")
    ADVERTISER = "advertiser", _("Advertiser")


class Role(models.Model):
    """`persona` runs `page`, once they said yes to it. Only those who run the page know."""

    id = RandomIdField()
    page = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=RoleKind.choices)
    accepted = models.BooleanField(default=False)
    # Declined in silence: whoever offered it goes on seeing it as offered.
    declined = models.BooleanField(default=False)
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "persona"], name="pages_one_role")]


class Wish(models.Model):
    """`persona` would like to help to run `page`: those who own it see it, and answer it or not."""

    id = RandomIdField()
    page = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "persona"], name="pages_one_wish")]


def new_token() -> str:
    return secrets.token_hex(16)


class Domain(models.Model):
    """A domain that a page says is its own; `proved_at` is set while that is shown to be so."""

    id = RandomIdField()
    page = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    name = models.CharField(max_length=200)
    token = models.CharField(max_length=32, default=new_token)
    proved_at = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(null=True)
    # In words, why the last look did not prove it.
    problem = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "name"], name="pages_one_domain"),
            models.UniqueConstraint(
                fields=["name"], condition=models.Q(proved_at__isnull=False), name="pages_one_proof"
            ),
        ]


class Visits(models.Model):
    """How many members looked at a page on a day. Nobody is remembered."""

    page = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    day = models.DateField()
    count = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "day"], name="pages_one_day")]


class Deed(models.Model):
    """What was done to a page, for those who run it: who, what, when."""

    page = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    actor = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    what = models.CharField(max_length=20)
    about = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
