from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.personas.models import Network, Persona


class TieKind(models.TextChoices):
    """What someone is to me. Only I know it."""

    COLLEAGUE = "colleague", _("Colleague")
    CLASSMATE = "classmate", _("Classmate")
    CLIENT = "client", _("Client")
    MENTOR = "mentor", _("Mentor")
    MENTEE = "mentee", _("Mentee")
    PEER = "peer", _("Peer")
    FAMILY = "family", _("Family")
    CLOSE = "close", _("Close friend")
    FRIEND = "friend", _("Friend")
    ACQUAINTANCE = "acquaintance", _("Acquaintance")


KINDS = {
    Network.PROFESSIONAL: (
        TieKind.COLLEAGUE,
        TieKind.CLASSMATE,
        TieKind.CLIENT,
        TieKind.MENTOR,
        TieKind.MENTEE,
        TieKind.PEER,
    ),
    Network.SOCIAL: (TieKind.FAMILY, TieKind.CLOSE, TieKind.FRIEND, TieKind.ACQUAINTANCE),
}
DEFAULT_KIND = {Network.PROFESSIONAL: TieKind.PEER, Network.SOCIAL: TieKind.FRIEND}


class Tie(models.Model):
    """A connection or a friendship, as its owner holds it: two rows, one each way, with a kind each."""

    owner = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=TieKind.choices)
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "other"], name="graph_one_tie")]


class TieRequest(models.Model):
    """`sender` would like a tie; `kind` is what the receiver is to the sender. It grants nothing."""

    id = RandomIdField()
    sender = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    receiver = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=TieKind.choices)
    note = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    # A declined request stays for its sender to see as pending; nobody is told of a no.
    declined = models.BooleanField(default=False)
    # A declined request that its sender took back is kept too: asking again must not undo the no.
    withdrawn = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sender", "receiver"], name="graph_one_request")]


class Follow(models.Model):
    follower = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    followed = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["follower", "followed"], name="graph_one_follow")]


class Circle(models.Model):
    """A private list. Only its owner knows that it exists."""

    id = RandomIdField()
    owner = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="circles")
    name = models.CharField(max_length=60)
    # How many are in it, where a query counted them.
    members_count: int

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="graph_one_circle")]


class Block(models.Model):
    """`by` blocked `persona`: neither sees the other. The denials both ways follow from it."""

    by = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["by", "persona"], name="graph_one_block")]


class Mute(models.Model):
    """`by` would rather not read `persona` for now; nobody else learns of it."""

    by = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["by", "persona"], name="graph_one_mute")]
