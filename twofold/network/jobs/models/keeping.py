"""What somebody keeps of jobs for themselves alone."""

from django.db import models

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.jobs.models.applications import Stage
from twofold.network.jobs.models.openings import Job
from twofold.people.personas.models import Persona


class Outside(models.Model):
    """An application somewhere else, kept by hand by `persona` alone. `next_on` is the day to be reminded on."""

    id = RandomIdField()
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=120)
    employer = models.CharField(max_length=80)
    link = models.CharField(max_length=400, blank=True)
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.SENT)
    memo = models.CharField(max_length=300, blank=True)
    next_on = models.DateField(null=True)
    reminded = models.BooleanField(default=False)
    changed_at = models.DateTimeField()


class Receipt(models.Model):
    """What was erased when `persona` withdrew an application: counts and kinds, nothing of the content."""

    id = RandomIdField()
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=120)
    employer = models.CharField(max_length=80)
    sent_at = models.DateTimeField(null=True)
    erased = models.JSONField(default=dict)
    at = models.DateTimeField()


class SavedJob(models.Model):
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["persona", "job"], name="jobs_saved_once")]


class SavedSearch(models.Model):
    """A search as it stands in the address. `seen` is the position of the newest job that was told of."""

    id = RandomIdField()
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=600)
    alert = models.BooleanField(default=True)
    seen = models.BigIntegerField(default=0)
    fresh = models.IntegerField(default=0)
    made_at = models.DateTimeField()
