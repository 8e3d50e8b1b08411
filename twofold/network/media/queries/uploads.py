"""Uploads: their author's alone."""

from django.db.models import F

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.network.media.models import Upload
from twofold.people.personas.models import Persona


def upload_of(author: Persona, upload_id: int) -> Upload:
    """One of the author's own uploads that has not expired. Absent otherwise."""
    mine = Upload.objects.filter(author=author, pk=upload_id, expires_at__gt=clock.now())
    found = mine.select_related("picture").first()
    if found is None:
        raise Absent
    return found


def unfinished(author: Persona) -> list[Upload]:
    """The author's uploads that can be continued, those that end first at the end."""
    mine = Upload.objects.filter(author=author, picture=None, problem="", expires_at__gt=clock.now())
    return list(mine.filter(offset__lt=F("length")).order_by("-expires_at")[:100])
