"""Counting who looks, without anybody in it."""

from django.db.models import F

from twofold.foundation.kit import clock
from twofold.network.pages.models import Visits


def count_visit(page_id: int) -> None:
    """One more member looked at the page today."""
    today = clock.now().date()
    if not Visits.objects.filter(page=page_id, day=today).update(count=F("count") + 1):
        row, made = Visits.objects.get_or_create(page_id=page_id, day=today, defaults={"count": 1})
        if not made:
            Visits.objects.filter(pk=row.pk).update(count=F("count") + 1)
