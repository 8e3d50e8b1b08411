"""Whom a post reached and when: for its author, who can look it up afterwards and have it checked."""

from django.db import models

from twofold.network.posts.models.posts import Post
from twofold.people.audiences.models import Audience


class Receipt(models.Model):
    """When a post came to be there, by the server's clock and not by the date it bears; and whom it reached then.

    `people` and `seal` (64 hex digits, `audiences.afterwards.seal`) are filled in by the courier where its audience is
    a list of its author's own.
    """

    post = models.OneToOneField(Post, on_delete=models.CASCADE, primary_key=True, related_name="receipt")
    since = models.DateTimeField()
    people = models.IntegerField(null=True)
    seal = models.CharField(max_length=64, blank=True)


class Readdressed(models.Model):
    """Once that a post was shown to others than before."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+", db_index=False)
    before = models.ForeignKey(Audience, on_delete=models.CASCADE, related_name="+", db_index=False)
    after = models.ForeignKey(Audience, on_delete=models.CASCADE, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["post", "at"], name="posts_moves")]
