"""Licences and certificates that end soon."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.network.profiles.facts import LicenceExpires
from twofold.network.profiles.models import Entry, EntryKind

AHEAD = timedelta(days=45)


@transaction.atomic
def remind_of_licences() -> int:
    """Announce each licence that ends within `AHEAD`, once for each end; how many.

    `ended` is the first of the month in which it ends.
    """
    today = clock.now().date()
    ending = Entry.objects.filter(
        kind=EntryKind.LICENCE, live=True, ended__gt=today - timedelta(days=31), ended__lte=today + AHEAD
    )
    told = 0
    for entry in ending.exclude(reminded_of=F("ended")).select_for_update():
        entry.reminded_of = entry.ended
        entry.save(update_fields=["reminded_of"])
        announce(LicenceExpires(entry.pk, entry.author_id))
        told += 1
    return told
