"""What is typed about mentoring; kept whole whatever is wrong with it."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.http import QueryDict
from django.utils.translation import get_language_info

from twofold.network.mentoring.models import Meeting, Mentoring, Notice
from twofold.network.mentoring.policies import TONGUES


def tongues() -> list[tuple[str, str]]:
    return [(code, str(get_language_info(code)["name_local"])) for code in TONGUES]


def notice_values(data: QueryDict | None, notice: Notice | None) -> dict[str, Any]:
    """The fields as they were typed, else as they are."""
    if data is not None:
        named = {name: data.get(name, "") for name in ("topics", "about", "hours", "most", "reach")}
        return {**named, "languages": data.getlist("languages")}
    if notice is None:
        return {"topics": "", "about": "", "hours": "2", "most": "2", "reach": "members", "languages": []}
    return {
        "topics": ", ".join(each.name for each in notice.topics.all()),
        "about": notice.about,
        "hours": str(notice.hours),
        "most": str(notice.most),
        "reach": notice.reach,
        "languages": notice.tongues,
    }


def notice_words(values: dict[str, Any]) -> dict[str, Any]:
    """What the action takes."""
    numbers = {"hours": whole(values["hours"]), "most": whole(values["most"] or "1")}
    return {**values, **numbers, "topics": values["topics"].split(",")}


def whole(text: str) -> int:
    plain = text.strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 5 else -1


def day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def moment(text: str, zone: str) -> datetime | None:
    """A time as a browser writes it, in a time zone."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
    except ValueError:
        return None


def here(meeting: Meeting, zone: str) -> None:
    """Say by `local` when a meeting is, by the clock of whoever reads."""
    meeting.local = meeting.begins_at.astimezone(ZoneInfo(zone))  # type: ignore[attr-defined]


def meeting_words(data: QueryDict, zone: str) -> dict[str, Any]:
    return {
        "begins_at": moment(data.get("begins_at", ""), zone),
        "minutes": whole(data.get("minutes", "")),
        "place": data.get("place", ""),
        "agenda": data.get("agenda", ""),
    }


def meeting_values(meeting: Meeting, zone: str) -> dict[str, Any]:
    begins = meeting.begins_at.astimezone(ZoneInfo(zone))
    return {
        "begins_at": f"{begins:%Y-%m-%dT%H:%M}",
        "minutes": meeting.minutes,
        "place": meeting.place,
        "agenda": meeting.agenda,
    }


def terms_values(data: QueryDict | None, kept: Mentoring) -> dict[str, Any]:
    if data is not None:
        return {name: data.get(name, "") for name in ("topics", "rhythm", "until")}
    return {
        "topics": kept.topics,
        "rhythm": kept.rhythm,
        "until": kept.until.isoformat() if kept.until else "",
    }
