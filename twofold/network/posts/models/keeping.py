"""What authors do with their own posts afterwards: pin one, narrow all, not be reminded of some."""

from django.db import models

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.posts.models.posts import Post
from twofold.people.audiences.models import Audience
from twofold.people.personas.models import Persona


class Pin(models.Model):
    """The post that stands first on its author's profile."""

    persona = models.OneToOneField(Persona, on_delete=models.CASCADE, primary_key=True, related_name="+")
    post = models.OneToOneField(Post, on_delete=models.CASCADE, related_name="+")


class Limiting(models.Model):
    """Once that all posts which reached beyond ties were narrowed to them; for a day it can be taken back."""

    id = RandomIdField()
    author = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()


class Narrowed(models.Model):
    """A post of a limiting, whom it reached before and whom it reaches since."""

    limiting = models.ForeignKey(Limiting, on_delete=models.CASCADE, related_name="posts", db_index=False)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+")
    before = models.ForeignKey(Audience, on_delete=models.CASCADE, related_name="+")
    after = models.ForeignKey(Audience, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["limiting", "post"], name="posts_one_narrowed")]


class Forgotten(models.Model):
    """What memories leave out: one post, a day of the year (`day`: MMDD), or whatever mentions a person."""

    owner = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, null=True, related_name="+")
    day = models.SmallIntegerField(null=True)
    person = models.ForeignKey(Persona, on_delete=models.CASCADE, null=True, related_name="+")
