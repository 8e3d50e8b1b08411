"""Sessions as Django keeps them in the database, read with one precompiled statement: every request begins with it."""

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import connection
from django.utils import timezone

from twofold.foundation.kit.reading import read

_READ = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(DatabaseStore):
    """Equal to Django's own in all but how it reads."""

    def load(self) -> dict:
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        found = read(_READ, [self.session_key, now])
        if not found:
            self._session_key = None
            return {}
        return self.decode(found[0][0])
