from django.db import models

from twofold.network.posts.models import Post
from twofold.people.personas.models import Persona


class Entry(models.Model):
    """A post in somebody's home feed. `position` is the post's."""

    pk = models.CompositePrimaryKey("owner_id", "position", "post_id")
    owner = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    position = models.BigIntegerField()
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+")


class LoudAuthor(models.Model):
    """An author with so many followers that posts are not delivered but read when a feed is read."""

    persona = models.OneToOneField(Persona, on_delete=models.CASCADE, primary_key=True, related_name="+")
