"""Applications and tokens. What the OAuth library calls the user of a token is a persona here: no row knows a login."""

from django.db import models
from oauth2_provider.models import (
    AbstractAccessToken,
    AbstractApplication,
    AbstractGrant,
    AbstractRefreshToken,
)

from twofold.foundation.kit.ids import RandomIdField
from twofold.people.personas.models import Persona


class Application(AbstractApplication):
    """A program that somebody registered. It belongs to no one."""

    id = RandomIdField()
    user = None
    website = models.CharField(max_length=200, blank=True)
    # What it may ever ask for, separated by spaces.
    scopes = models.CharField(max_length=1000, default="read")

    def allows_grant_type(self, *grant_types: str) -> bool:
        """Every application may ask a person, and may hold a token of its own without one."""
        return bool({self.GRANT_AUTHORIZATION_CODE, self.GRANT_CLIENT_CREDENTIALS} & set(grant_types))

    def get_allowed_schemes(self) -> list[str]:
        """The schemes of its own registered addresses; the dangerous ones were refused at registration."""
        return sorted({uri.partition(":")[0].lower() for uri in self.redirect_uris.split()})


class Bound(models.Model):
    """Acts for one persona, as long as the bond holds: it breaks with the persona's state and its login's password."""

    user = models.ForeignKey(Persona, on_delete=models.CASCADE, null=True, related_name="+")
    bond = models.CharField(max_length=64, blank=True)

    class Meta:
        abstract = True


class Grant(Bound, AbstractGrant):
    """A permission that was given and not yet fetched. `code` holds the digest of what the application was told."""

    id = RandomIdField()


class AccessToken(Bound, AbstractAccessToken):
    """A token by its checksum; the token itself is kept nowhere. Without a persona it is the application's own."""

    id = RandomIdField()
    id_token = None


class RefreshToken(Bound, AbstractRefreshToken):
    id = RandomIdField()


class Marker(models.Model):
    """How far someone has read a timeline, as their clients tell each other."""

    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    timeline = models.CharField(max_length=20)
    last_read_id = models.CharField(max_length=30)
    version = models.IntegerField(default=0)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["persona", "timeline"], name="api_one_marker")]
