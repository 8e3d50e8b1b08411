"""Calendars read back by another program's parser, which knows zones only by the rules in the file."""

from datetime import UTC, datetime, timedelta

import pytest
import vobject

from tests.world import client_of, person
from twofold.foundation.kit.ids import encode
from twofold.network.events import actions
from twofold.network.events.models import Occurrence
from twofold.network.events.plans import Plan
from twofold.people.audiences.specs import EVERYONE

pytestmark = pytest.mark.django_db
# Clocks that change by an hour, by half of one, in the other half of the year, and never.
ZONES = ("Europe/Amsterdam", "Australia/Lord_Howe", "America/Santiago", "Asia/Kolkata")


def shown(text: str) -> set[datetime]:
    """When a calendar program shows the event: by its rule, without what is off, each moved time where it is now."""
    calendar = vobject.readOne(text)
    (first,) = (each for each in calendar.vevent_list if "recurrence-id" not in each.contents)
    zone = first.dtstart.value.tzinfo
    assert "tzical" in type(zone).__name__, "the zone is the one in the file"
    found = {each.replace(tzinfo=zone).astimezone(UTC) for each in first.getrruleset(addRDate=False)}
    for each in calendar.vevent_list:
        if "recurrence-id" in each.contents:
            found.remove(each.recurrence_id.value.astimezone(UTC))
            found.add(each.dtstart.value.astimezone(UTC))
    return found


@pytest.mark.parametrize("zone", ZONES)
def test_another_calendar_program_shows_the_same_times(zone):
    ada = person("ada", time_zone="Pacific/Auckland")
    begins, words = datetime(2027, 3, 8, 19), "Choir, ¡hoy!; “low”, \\ and back " * 9
    plan = Plan(
        "gathering", "Choir, ¡hoy!; “low”", begins, begins + timedelta(hours=2), zone,
        description=words, rule="FREQ=WEEKLY;COUNT=40",
    )  # fmt: skip
    event = actions.make_event(ada, plan=plan, spec=EVERYONE)
    actions.drop_date(ada, event=event, slot="20270322T190000")
    actions.move_date(ada, event=event, slot="20270412T190000", begins=datetime(2027, 4, 13, 20, 30))
    answer = client_of(ada).get(f"/social/events/{encode(event.pk)}/event.ics").content
    assert max(len(line) for line in answer.split(b"\r\n")) <= 75
    text = answer.decode()
    times = Occurrence.objects.filter(event=event, off=False)
    assert sorted(shown(text) ^ {each.begins_at for each in times}) == []
    assert len(times) == 39
    read = vobject.readOne(text).vevent
    assert (read.summary.value, words.strip() in read.description.value) == (plan.title, True)
