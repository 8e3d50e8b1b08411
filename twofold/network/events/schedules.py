"""Schedules of conferences as other programs write them: schedule.json, schedule.xml and xCal, with rooms and talks."""

import html
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element, ParseError

import nh3
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from twofold.network.events.actions.agenda import Talk
from twofold.network.events.recurring import wall

MOST = 400
SHORTEST = timedelta(minutes=5)


@dataclass(frozen=True)
class Schedule:
    """What a file holds: its talks in wall times of the event's zone, and how many of them cannot be read or kept."""

    talks: list[Talk]
    unread: int = 0
    more: int = 0


def read_schedule(data: bytes, zone: str) -> Schedule:
    """The talks of a schedule; none where it cannot be read. What is wrong with one takes no other with it."""
    text = data.decode("utf-8-sig", errors="replace").strip()
    drafts = _of_xml(text) if text.startswith("<") else _of_json(text)
    found: list[Talk] = []
    more = unread = 0
    for draft in drafts:
        if len(found) >= MOST:
            more += 1
            continue
        try:
            found.append(draft(zone))
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
            unread += 1
    return Schedule(found, unread, more)


Draft = Callable[[str], Talk]


def _of_json(text: str) -> list[Draft]:
    try:
        days = json.loads(text)["schedule"]["conference"]["days"]
        talks = [(str(room), talk) for day in days for room, some in day["rooms"].items() for talk in some]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return []
    return [partial(_json_talk, room, talk) for room, talk in talks]


def _json_talk(room: str, talk: dict[str, Any], zone: str) -> Talk:
    title = ": ".join(each for each in (talk["title"], talk.get("subtitle")) if each)
    people = talk.get("persons") or []
    names = [str(each.get("public_name") or each.get("name") or "") for each in people]
    return _talk(
        title,
        talk["date"],
        _length(str(talk["duration"])),
        zone,
        words=str(talk.get("abstract") or talk.get("description") or ""),
        track=str(talk.get("track") or ""),
        room=room,
        link=str(talk.get("url") or ""),
        speakers=names,
    )


def _of_xml(text: str) -> list[Draft]:
    try:
        root: Element = fromstring(text, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, RecursionError):
        return []
    talks: list[Draft] = [partial(_xml_talk, room, each) for room, each in _rooms(root)]
    return [*talks, *(partial(_xcal_talk, each) for each in root.iter("vevent"))]


def _rooms(root: Element) -> Iterator[tuple[str, Element]]:
    for room in root.iter("room"):
        for each in room.findall("event"):
            yield room.get("name", ""), each


def _xml_talk(room: str, talk: Element, zone: str) -> Talk:
    title = ": ".join(each for each in (_text(talk, "title"), _text(talk, "subtitle")) if each)
    return _talk(
        title,
        _text(talk, "date"),
        _length(_text(talk, "duration")),
        zone,
        words=_text(talk, "abstract") or _text(talk, "description"),
        track=_text(talk, "track"),
        room=room or _text(talk, "room"),
        link=_text(talk, "url"),
        speakers=[each.text or "" for each in talk.iterfind("persons/person")],
    )


def _xcal_talk(talk: Element, zone: str) -> Talk:
    """A talk of xCal: its times have no zone and are by the clock of the place."""
    begins, ends = _text(talk, "dtstart"), _text(talk, "dtend")
    length = _at(ends) - _at(begins) if ends else _length(_text(talk, "duration"))
    return _talk(
        _text(talk, "summary"),
        begins,
        length,
        zone,
        words=_text(talk, "description"),
        track=_text(talk, "category"),
        room=_text(talk, "location"),
        link=_text(talk, "url"),
        speakers=[each.text or "" for each in talk.iterfind("attendee")],
    )


def _text(parent: Element, name: str) -> str:
    return (parent.findtext(name) or "").strip()


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _length(text: str) -> timedelta:
    """ "0:45", or "0:00:45:00" where days come first."""
    numbers = [int(each) for each in text.split(":")]
    days, hours, minutes = (numbers if len(numbers) > 3 else [0, *numbers, 0])[:3]
    return timedelta(days=days, hours=hours, minutes=minutes)


def _talk(
    title: str, begins: str, length: timedelta, zone: str, *, words: str, link: str, **more: Any
) -> Talk:
    moment = _at(begins)
    shown = wall(moment, zone) if moment.tzinfo else moment
    if not title or not 1970 < shown.year < 2199:
        raise ValueError(title)
    with suppress(KeyError):
        more["speakers"] = tuple(more["speakers"][:20])
    good = link.startswith(("https://", "http://")) and len(link) <= 500 and not any(map(str.isspace, link))
    return Talk(
        title=title,
        begins=shown,
        ends=shown + max(length, SHORTEST),
        words=html.unescape(nh3.clean(words, tags=set())),
        link=link if good else "",
        **more,
    )
