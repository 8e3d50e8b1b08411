"""Time as the rest of the house sees it: aware datetimes in UTC, and positions for keysets."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone


def now() -> datetime:
    """This instant, aware, in UTC."""
    return timezone.now()


def position_of(moment: datetime) -> int:
    """Microseconds since 1970: a whole number that orders and pages a stream."""
    delta = moment - datetime(1970, 1, 1, tzinfo=UTC)
    return (delta.days * 86_400 + delta.seconds) * 1_000_000 + delta.microseconds


def moment_at(position: int) -> datetime:
    """The instant behind a position."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=position)
