"""Rules are expanded by the wall clock, over its changes; and one that would never end is none."""

from datetime import datetime

import pytest

from twofold.network.events.recurring import instant, read_rule, slots

ZONE = "Europe/Amsterdam"
MONDAY = datetime(2026, 10, 19, 19)


def test_the_hour_stays_when_the_clocks_change():
    found = slots(read_rule("FREQ=WEEKLY;COUNT=3", ZONE), MONDAY, datetime(2027, 1, 1))
    assert [f"{instant(each, ZONE):%m-%d %H}" for each in found] == ["10-19 17", "10-26 18", "11-02 18"]


def test_until_is_an_instant_or_a_day():
    by_instant = read_rule("RRULE:FREQ=WEEKLY;UNTIL=20261026T180000Z", ZONE)
    by_day = read_rule("FREQ=WEEKLY;UNTIL=20261026", ZONE)
    assert "UNTIL=20261026T190000" in by_instant
    for rule in (by_instant, by_day):
        assert slots(rule, MONDAY, datetime(2030, 1, 1))[-1] == datetime(2026, 10, 26, 19)


def test_an_hour_that_is_skipped_or_comes_twice():
    assert f"{instant(datetime(2027, 3, 28, 2, 30), ZONE):%H:%M}" == "01:30"
    assert f"{instant(datetime(2026, 10, 25, 2, 30), ZONE):%H:%M}" == "00:30"


def test_the_first_time_is_always_one_and_months_without_the_day_are_left_out():
    found = slots(read_rule("FREQ=MONTHLY;BYMONTHDAY=31", ZONE), datetime(2026, 1, 15), datetime(2026, 6, 1))
    assert [(each.month, each.day) for each in found] == [(1, 15), (1, 31), (3, 31), (5, 31)]
    last = slots(read_rule("FREQ=MONTHLY;BYDAY=-1FR", ZONE), datetime(2026, 1, 30), datetime(2026, 3, 1))
    assert [each.day for each in last] == [30, 27]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;INTERVAL=7;BYDAY=TU", "", "FREQ",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", "FREQ=WEEKLY;BYDAY=2MO", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY;BYHOUR=1", "FREQ=DAILY;UNTIL=never", "FREQ=YEARLY;BYWEEKNO=53",
    ],
)  # fmt: skip
def test_rules_that_we_do_not_follow(rule):
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says, it is only left out
        read_rule(rule, ZONE)


def test_one_without_end_ends_for_us():
    assert len(slots(read_rule("FREQ=DAILY", ZONE), MONDAY, datetime(2200, 1, 1))) == 800
