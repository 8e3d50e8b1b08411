from django.db import models

from twofold.people.personas.models import Persona


class Refusal(models.Model):
    """What `owner` does not want to be suggested: a person, or anybody for one reason. Nobody else learns of it.

    `ref` is the id of the person or of the group, the folded name of the place or of the interest; empty for ties.
    """

    class About(models.TextChoices):
        PERSON = "person"
        TIES = "ties"
        PLACE = "place"
        GROUP = "group"
        INTEREST = "interest"

    owner = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    about = models.CharField(max_length=8, choices=About.choices)
    ref = models.CharField(max_length=150, blank=True)
    # What it was called when it was refused, for the list from which it is taken back.
    words = models.CharField(max_length=150)
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "about", "ref"], name="suggestions_one_refusal")
        ]


class Reserved(models.Model):
    """Somebody who does not want to be suggested to anybody."""

    persona = models.OneToOneField(Persona, on_delete=models.CASCADE, primary_key=True, related_name="+")
    since = models.DateTimeField()
