"""Quiet hours: when something may ring, by the clock of the one it rings for."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Hours:
    """Quiet between two minutes of the day, the first inside; and all of some days of the week (0 is Monday).

    Where the second minute is not after the first one, it is that of the next morning.
    """

    begin: int | None
    end: int | None
    days: str
    zone: str

    def includes(self, local: datetime) -> bool:
        return str(local.weekday()) in self.days or self._by_hour(local)

    def _by_hour(self, local: datetime) -> bool:
        if self.begin is None or self.end is None:
            return False
        minute = local.hour * 60 + local.minute
        if self.begin < self.end:
            return self.begin <= minute < self.end
        return minute >= self.begin or minute < self.end

    def border(self, local: datetime) -> datetime:
        """A moment by which it may be over, as the clock on the wall shows it: the day's end, or the hours'."""
        midnight = datetime.combine(local.date() + DAY, time())
        if str(local.weekday()) in self.days or self.end is None:
            return midnight
        end = datetime.combine(local.date(), time(self.end // 60, self.end % 60))
        return end if end > local.replace(tzinfo=None) else end + DAY


def quiet_until(hours: Hours, now: datetime) -> datetime | None:
    """When the quiet that reigns `now` ends; None when none does.

    An end that the clocks skip comes after they have; of one that they show twice, the second counts.
    """
    zone, moment = ZoneInfo(hours.zone), now
    for _step in range(16):
        local = moment.astimezone(zone)
        if not hours.includes(local):
            return moment if moment > now else None
        wall = hours.border(local)
        moment = max(wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    return None
