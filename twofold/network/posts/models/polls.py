"""A question with a few answers in a post. Only counts are ever shown: who chose what is nobody's business."""

from django.db import models

from twofold.network.posts.models.posts import Post
from twofold.people.personas.models import Persona

MIN_OPTIONS, MAX_OPTIONS, MAX_OPTION = 2, 8, 80


class Poll(models.Model):
    """`many`: one may choose several. After `ends_at` nobody votes any more."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, primary_key=True, related_name="poll")
    many = models.BooleanField(default=False)
    ends_at = models.DateTimeField()
    voters_count = models.IntegerField(default=0)


class Option(models.Model):
    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="options", db_index=False)
    place = models.SmallIntegerField()
    text = models.CharField(max_length=MAX_OPTION)
    votes_count = models.IntegerField(default=0)

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["poll", "place"], name="posts_one_option")]


class Vote(models.Model):
    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="+", db_index=False)
    option = models.ForeignKey(Option, on_delete=models.CASCADE, related_name="+")
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["poll", "persona", "option"], name="posts_one_vote")]
