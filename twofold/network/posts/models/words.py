"""What follows from a post's words: hashtags, mentions, the card of a link."""

from django.db import models

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.posts.models.posts import Post
from twofold.people.personas.models import Network, Persona


class Hashtag(models.Model):
    """A hashtag as it is compared (`name`: case folded) and as it was first written."""

    id = RandomIdField()
    network = models.CharField(max_length=12, choices=Network.choices)
    name = models.CharField(max_length=80)
    written = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network", "name"], name="posts_one_hashtag")]


class Tagging(models.Model):
    tag = models.ForeignKey(Hashtag, on_delete=models.CASCADE, related_name="+", db_index=False)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="taggings")
    position = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "position", "post"], name="posts_one_tagging")]


class Mention(models.Model):
    """`persona` is named in the post. The name leads to them once they let it, where the post reaches far.

    `agreed_for` is the id of the audience for which they said yes; for any other far one they are asked again.
    """

    class State(models.IntegerChoices):
        SHOWN = 0
        ASKED = 1
        # Kept: nobody is asked twice, and whoever named them is not told of a no.
        DECLINED = 2

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="mentions", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    state = models.SmallIntegerField(choices=State.choices, default=State.SHOWN)
    agreed_for = models.BigIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "persona"], name="posts_one_mention")]

    @property
    def leads(self) -> bool:
        return self.state == self.State.SHOWN


class Naming(models.Model):
    """How somebody wants to be named where a post reaches beyond its author's friends; without a row they are asked."""

    persona = models.OneToOneField(Persona, on_delete=models.CASCADE, primary_key=True, related_name="+")
    freely = models.BooleanField(default=False)


class LinkCard(models.Model):
    """What stands behind the first link of a post, as the courier found it. `fetched_at` is empty while it looks."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, primary_key=True, related_name="card")
    url = models.URLField(max_length=2000)
    title = models.CharField(max_length=300, blank=True)
    description = models.CharField(max_length=500, blank=True)
    site = models.CharField(max_length=100, blank=True)
    fetched_at = models.DateTimeField(null=True)
