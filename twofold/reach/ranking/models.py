from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.posts.models import Post
from twofold.people.personas.models import Persona


class Order(models.TextChoices):
    """In which order somebody reads their feed."""

    LATEST = "latest", _("Latest")
    FOR_YOU = "for_you", _("For you")


class Taste(models.Model):
    """What a reader chose: the order, the recipe, and whether behaviour may be counted.

    `weights` are percent of the recipe's own weights by term; those that are not named are 100. `plain`: no profiling.
    `bonded` is when bonds were counted last, `changed` when something was chosen that makes earlier orders old:
    positions both.
    """

    persona = models.OneToOneField(Persona, on_delete=models.CASCADE, primary_key=True, related_name="+")
    order = models.CharField(max_length=8, choices=Order.choices, default=Order.LATEST)
    weights = models.JSONField(default=dict)
    plain = models.BooleanField(default=False)
    bonded = models.BigIntegerField(default=0)
    changed = models.BigIntegerField(default=0)


class About(models.TextChoices):
    """What one can want more or less of."""

    PERSON = "person", _("Person")
    TOPIC = "topic", _("Topic")
    KIND = "kind", _("Kind of post")


class Leaning(models.Model):
    """More (1) or less (-1) of somebody, a topic or a kind of post; 2: never miss this person.

    `ref` is the id of the persona, the name of the hashtag, or the kind.
    """

    owner = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    about = models.CharField(max_length=8, choices=About.choices)
    ref = models.CharField(max_length=80)
    amount = models.SmallIntegerField()
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "about", "ref"], name="ranking_one_leaning")]


class Bond(models.Model):
    """How `owner` stands to `other` beyond the kind of their tie, counted once a day.

    `exchange` is how much they answer one another, 0 to 1000; `common` how many ties they have in common, where they
    have none with each other; `shared` how many skills, fields or interests.
    """

    owner = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    exchange = models.SmallIntegerField(default=0)
    common = models.SmallIntegerField(default=0)
    shared = models.SmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "other"], name="ranking_one_bond")]


class Ranked(models.Model):
    """A feed as it was put in order once, with all that its scores are sums of: it can be shown and checked again.

    `position` is when; `newest` the newest entry of the feed then; `weights` the terms and their weights as pairs, in
    the order in which `items` holds their values (see `packing.py`): PostgreSQL keeps no order of names in JSON.
    """

    id = RandomIdField()
    owner = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    position = models.BigIntegerField()
    newest = models.BigIntegerField()
    weights = models.JSONField()
    items = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["owner", "position"], name="ranking_by_owner")]

    @property
    def weighed(self) -> dict[str, int]:
        """The weight of each term by name, in that order."""
        return dict(self.weights)


class Seen(models.Model):
    """`owner` had this post of somebody close before their eyes. Kept while it can matter, and never for others."""

    owner = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+")
    position = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "post"], name="ranking_one_look")]
