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


class Hidden(models.Model):
    """A post that `owner` does not want to see in a feed again; nobody else learns of it."""

    owner = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "post"], name="feed_one_hidden")]


class Snooze(models.Model):
    """Posts with this word stay out of the feed of `owner`, `until` a time or until it is undone.

    `folded` is what two spellings of the word share (see `words.py`).
    """

    owner = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    word = models.CharField(max_length=60)
    folded = models.CharField(max_length=120)
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "folded"], name="feed_one_snooze")]
