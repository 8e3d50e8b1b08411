"""One job of a feed, and the words that feeds use for what jobs are here."""

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from twofold.foundation.kit.money import CURRENCIES, countries
from twofold.network.jobs.models import Level, Period, Type, Workplace

MOST_JOBS = 400


class Garbled(Exception):
    """The feed cannot be read; the words are for whoever keeps the server."""


@dataclass(frozen=True)
class Offer:
    """`key` is how the feed itself names the job; `text` is plain, with "- " before lines of a list."""

    key: str
    title: str
    url: str = ""
    text: str = ""
    place: str = ""
    country: str = ""
    workplace: str = Workplace.ONSITE
    type: str = Type.FULL
    level: str = Level.MIDDLE
    pay: tuple[int, int, str, str] | None = None
    until: date | None = None
    since: datetime | None = None
    skills: tuple[str, ...] = field(default=())


_TYPES = {
    "fulltime": Type.FULL, "permanent": Type.FULL, "regular": Type.FULL, "parttime": Type.PART,
    "temporary": Type.TEMPORARY,
    "seasonal": Type.TEMPORARY, "perdiem": Type.TEMPORARY, "contract": Type.CONTRACT, "contractor": Type.CONTRACT,
    "freelance": Type.CONTRACT, "intern": Type.INTERNSHIP, "internship": Type.INTERNSHIP, "volunteer": Type.VOLUNTEER,
}  # fmt: skip
_LEVELS = (
    (r"\b(director|head of|vp|chief)\b", Level.DIRECTOR),
    (r"\b(lead|manager|principal)\b", Level.LEAD),
    (r"\b(senior|sr\.?|staff)\b", Level.SENIOR),
    (r"\b(junior|jr\.?|graduate|entry|trainee|apprentice|intern)\b", Level.ENTRY),
)
_PERIODS = {
    "year": Period.YEAR,
    "annual": Period.YEAR,
    "month": Period.MONTH,
    "week": Period.WEEK,
    "day": Period.DAY,
}
_PERIODS |= {"hour": Period.HOUR}


def loaded(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as problem:
        raise Garbled("it is not JSON") from problem


def listed(found: Any, what: str) -> list[dict[str, Any]]:
    """The objects of a list. Raises Garbled where there is none."""
    if not isinstance(found, list):
        raise Garbled(f"there is no list of {what} in it")
    return [each for each in found if isinstance(each, dict)]


def table(value: Any) -> dict[str, Any]:
    """An object as it stands; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def rows(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def text_of(value: Any, most: int = 400) -> str:
    """A word or a number as it stands; nothing for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()[:most]


def web(value: Any) -> str:
    text = text_of(value, 600)
    return text if text.startswith(("https://", "http://")) and " " not in text else ""


def type_of(words: Any) -> str:
    look = re.sub(r"[^a-z]", "", text_of(words).lower())
    return _TYPES.get(look, Type.FULL)


def level_of(title: str) -> str:
    low = title.lower()
    return next((level for pattern, level in _LEVELS if re.search(pattern, low)), Level.MIDDLE)


def workplace_of(words: Any) -> str:
    look = text_of(words).lower()
    if "hybrid" in look:
        return Workplace.HYBRID
    return Workplace.REMOTE if "remote" in look or "telecommute" in look else Workplace.ONSITE


def country_of(words: Any) -> str:
    """The code of a country that is named or coded; nothing for another word."""
    look = text_of(words).strip()
    names = {name.casefold(): code for code, name in countries("en")}
    if len(look) == 2 and look.upper() in names.values():
        return look.upper()
    return {"usa": "US", "uk": "GB", "the netherlands": "NL"}.get(look.casefold()) or names.get(
        look.casefold(), ""
    )


def where(words: Any) -> tuple[str, str]:
    """Place and code of the country, of "Utrecht, Netherlands"."""
    pieces = [each.strip() for each in re.split(r"[,;]", text_of(words)) if each.strip()]
    pieces = [each for each in pieces if each.lower() not in ("remote", "hybrid")]
    if not pieces:
        return "", ""
    country = country_of(pieces[-1]) if len(pieces[-1]) > 2 or len(pieces) == 1 else ""
    if not country:
        return ", ".join(pieces)[:80], ""
    return ", ".join(pieces[:-1])[:80], country


def paid(low: Any, high: Any, currency: Any, period: Any) -> tuple[int, int, str, str] | None:
    """A range of pay that can be told; None for what is upside down, below nothing, or in no currency of ours."""
    code, said = text_of(currency).upper(), text_of(period).lower()
    found = next((value for word, value in _PERIODS.items() if word in said), None)
    try:
        ends = [
            int(float(each)) for each in (low if low is not None else high, high if high is not None else low)
        ]
    except (TypeError, ValueError, OverflowError):
        return None
    if code not in CURRENCIES or found is None or not 0 < ends[0] <= ends[1] <= 100_000_000:
        return None
    return ends[0], ends[1], code, found


def moment_of(value: Any) -> datetime | None:
    try:
        found = datetime.fromisoformat(text_of(value).replace("Z", "+00:00"))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def day_of(value: Any) -> date | None:
    found = moment_of(value)
    return found.astimezone(UTC).date() if found else None
