from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.personas.models import Network, Persona


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None, **fields) -> "Account":
        account = self.model(email=self.normalize_email(email).lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def create_superuser(self, email: str, password: str | None = None, **fields) -> "Account":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class Account(AbstractBaseUser, PermissionsMixin):
    """A person's login. Never shown to anyone else."""

    id = RandomIdField()
    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    # The network to open first: the one that was used last.
    last_network = models.CharField(max_length=12, choices=Network.choices, blank=True)
    # The place among the invented people whom the demo's sign-in page offers; none for everybody real.
    demo_place = models.SmallIntegerField(null=True, blank=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        indexes = [
            models.Index(
                fields=["demo_place"], condition=models.Q(demo_place__isnull=False), name="accounts_demo"
            )
        ]

    def __str__(self) -> str:
        # Not the address: what prints an account may end in a log.
        return "an account"


class Presence(models.Model):
    """The wall itself: this persona belongs to that account. No other table knows."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="presences")
    network = models.CharField(max_length=12, choices=Network.choices)
    persona = models.OneToOneField(Persona, on_delete=models.CASCADE, related_name="+")
    # Whether its owner has put the checklist of the first days away.
    settled = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "network"], name="accounts_one_presence")]


class Tether(models.Model):
    """Something elsewhere that lives no longer than a session: `held` is its id there."""

    session_key = models.CharField(max_length=40, db_index=True)
    held = models.BigIntegerField(unique=True)


class Telling(models.Model):
    """One event that somebody means to tell in both networks: the ids of their two drafts of it.

    It is gone as soon as either is sent or thrown away: what is shared is linked by nothing, here neither.
    """

    id = RandomIdField()
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="tellings")
    professional = models.BigIntegerField(unique=True)
    social = models.BigIntegerField(unique=True)
