"""Schedules of conferences as many programs write them: schedule.json, with days, rooms and talks."""

import html
import json
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import nh3

from twofold.network.events.actions.agenda import Talk
from twofold.network.events.recurring import wall

MOST = 400


def read_schedule(data: bytes, zone: str) -> list[Talk]:
    """The talks of a schedule, in wall times of `zone`; none where it cannot be read."""
    try:
        days = json.loads(data)["schedule"]["conference"]["days"]
        talks = [(str(room), talk) for day in days for room, some in day["rooms"].items() for talk in some]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return []
    found = []
    for room, talk in talks[:MOST]:
        # What is wrong with one talk takes no other with it.
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            found.append(_talk(room, talk, zone))
    return found


def _talk(room: str, talk: dict[str, Any], zone: str) -> Talk:
    begins = datetime.fromisoformat(talk["date"])
    shown = wall(begins, zone) if begins.tzinfo else begins
    hours, _colon, minutes = str(talk["duration"]).partition(":")
    length = timedelta(hours=int(hours), minutes=int(minutes or 0))
    title = ": ".join(each for each in (talk["title"], talk.get("subtitle")) if each)
    people = talk.get("persons") or []
    names = tuple(str(each.get("public_name") or each.get("name") or "") for each in people)
    words = str(talk.get("abstract") or talk.get("description") or "")
    return Talk(
        title=title,
        begins=shown,
        ends=shown + max(length, timedelta(minutes=5)),
        words=html.unescape(nh3.clean(words, tags=set())),
        track=str(talk.get("track") or ""),
        room=room,
        speakers=names[:20],
    )
