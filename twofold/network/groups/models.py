import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import RandomIdField
from twofold.network.posts.models import Post
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Network, Persona

MAX_NAME = 80
MAX_ABOUT = 3_000
MAX_RULES = 3_000
MAX_QUESTIONS = 3
MAX_SHEET = 20_000


class Openness(models.TextChoices):
    """Who finds a group, and who reads it."""

    PUBLIC = "public", _("Public")
    PRIVATE = "private", _("Private")
    HIDDEN = "hidden", _("Hidden")


class Door(models.TextChoices):
    """How one comes in."""

    OPEN = "open", _("Anybody joins")
    ASK = "ask", _("One asks, and is let in")
    INVITED = "invited", _("By invitation or link only")


class Role(models.TextChoices):
    """What somebody is to a group. The first four belong to it."""

    OWNER = "owner", _("Owner")
    ADMIN = "admin", _("Admin")
    MODERATOR = "moderator", _("Moderator")
    MEMBER = "member", _("Member")
    PENDING = "pending", _("Asks to join")
    INVITED = "invited", _("Invited")
    BANNED = "banned", _("Banned")


BELONGS = (Role.OWNER, Role.ADMIN, Role.MODERATOR, Role.MEMBER)
KEEPERS = (Role.OWNER, Role.ADMIN, Role.MODERATOR)


class Group(Shared):
    """A group. Its author is its body, the persona that owns its lists; both have the same id.

    Its audience says who learns that it is there. What is said in it goes to `inside`; what waits to be looked at goes
    to `desk`, those who keep the group.
    """

    id = RandomIdField()
    network = models.CharField(max_length=12, choices=Network.choices)
    name = models.CharField(max_length=MAX_NAME)
    about = models.TextField(max_length=MAX_ABOUT, blank=True)
    rules = models.TextField(max_length=MAX_RULES, blank=True)
    questions = models.JSONField(default=list)
    openness = models.CharField(max_length=8, choices=Openness.choices)
    door = models.CharField(max_length=8, choices=Door.choices)
    # Whether posts of members wait until somebody who keeps the group has looked at them.
    looked_at = models.BooleanField(default=False)
    inside = models.ForeignKey("audiences.Audience", on_delete=models.PROTECT, related_name="+")
    desk = models.ForeignKey("audiences.Audience", on_delete=models.PROTECT, related_name="+")
    members_count = models.IntegerField(default=0)
    # Where it stands among those that can be found: the newest first.
    position = models.BigIntegerField()
    created_at = models.DateTimeField()
    archived_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["network", "position"], name="groups_by_network")]


class Membership(models.Model):
    """What `persona` is to `group`. `answers` are to its questions, `by` is who invited."""

    id = RandomIdField()
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="members", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=10, choices=Role.choices)
    by = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    answers = models.JSONField(default=list)
    # A no to an invitation is kept, so that nobody is asked again and again; whoever asked sees no answer.
    declined = models.BooleanField(default=False)
    # When the rules were agreed to.
    agreed_at = models.DateTimeField(null=True)
    since = models.DateTimeField()
    position = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "persona"], name="groups_one_membership")]
        indexes = [models.Index(fields=["group", "role", "position"], name="groups_by_role")]


class Entry(models.Model):
    """A post that stands in a group, or `waits` to. `position` orders the group's own feed."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, primary_key=True, related_name="in_group")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+", db_index=False)
    position = models.BigIntegerField()
    waits = models.BooleanField(default=False)
    pinned = models.BooleanField(default=False)
    announced = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["group", "waits", "position"], name="groups_feed")]


def new_secret() -> str:
    return secrets.token_urlsafe(18)


class LinkQuerySet(models.QuerySet):
    def usable(self) -> "LinkQuerySet":
        return self.filter(ends_at__gt=clock.now(), used__lt=models.F("most"))


class Link(models.Model):
    """Whoever holds the secret may join, until it is called back, is too old or was used often enough."""

    id = RandomIdField()
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="links")
    by = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    secret = models.CharField(max_length=40, unique=True, default=new_secret)
    used = models.IntegerField(default=0)
    most = models.IntegerField(default=100)
    ends_at = models.DateTimeField()

    objects = LinkQuerySet.as_manager()


class Sheet(Shared):
    """A page that members write together. Its author is the body of the group; its versions are what it ever said."""

    id = RandomIdField()
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="sheets")
    title = models.CharField(max_length=MAX_NAME)
    text = models.TextField(max_length=MAX_SHEET, blank=True)
    number = models.IntegerField(default=1)
    by = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField()


class Version(models.Model):
    """What a page of a group said from `at` on: `number` 1 is the first, and the latest is what it says now."""

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="versions", db_index=False)
    number = models.IntegerField()
    title = models.CharField(max_length=MAX_NAME)
    text = models.TextField(max_length=MAX_SHEET, blank=True)
    by = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet", "number"], name="groups_one_version")]


class Call(Shared):
    """Something that members of a group put their names to: a petition or a pledge. Its author is the group's body.

    How many signed is never kept: it is counted whenever somebody asks.
    """

    class Kind(models.TextChoices):
        PETITION = "petition", _("Petition")
        PLEDGE = "pledge", _("Pledge")

    id = RandomIdField()
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="calls")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    title = models.CharField(max_length=160)
    words = models.TextField(max_length=MAX_ABOUT, blank=True)
    goal = models.IntegerField(null=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)


class Signature(models.Model):
    """`persona` signed. `named`: their name stands there for whoever reads it; else they only count."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="signatures", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    named = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["call", "persona"], name="groups_one_signature")]
