"""What the people of the town say of their work: the files of `words/cv/`, read and put on their profiles.

A file has a table for each person, `of` their handle, and under the kind of an entry lines with bars between the parts:

    experience    when | title | organisation | place | skills | text         (volunteering: cause for place)
    education     when | degree | school | field | skills | text
    licence       when | name | issued by | number | address | skills
    project       when | name | for | address | skills | text
    publication   when | title | published by | authors | address | text
    course        when | name | given by | number
    honour        when | title | given by | text
    featured      title | address | text
    contact       way | address or number | note and audience
    language      "Dutch native, English full"
    interest      names

When is `2019-01..2021-03`, `2019..2021`, `2019-01..` (it goes on), `2019-01`; then words: * for the main work, kinds of
employment and workplaces as in profiles.sections, everyone, members, ties or me. An organisation that begins with @ is
the page of that handle. Years are as of `WRITTEN`, and move with the years since.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from twofold.config.demo.casting import Cast
from twofold.config.demo.reading import names_in, read
from twofold.network.profiles.actions import keep_entry
from twofold.network.profiles.sections import EMPLOYMENT, WORKPLACE
from twofold.people.audiences.specs import parse
from twofold.people.personas.models import Network

WRITTEN = 2026, 11
_REACHES = ("everyone", "members", "ties", "me")
_PARTS = {
    "experience": ("title", "organisation", "place", "skills", "text"),
    "volunteering": ("title", "organisation", "cause", "skills", "text"),
    "education": ("title", "organisation", "field", "skills", "text"),
    "licence": ("title", "organisation", "number", "address", "skills"),
    "project": ("title", "organisation", "address", "skills", "text"),
    "publication": ("title", "organisation", "authors", "address", "text"),
    "course": ("title", "organisation", "number"),
    "honour": ("title", "organisation", "text"),
}

Fields = dict[str, Any]


def keep_cvs(town: Cast, now: datetime) -> int:
    """Put what the files say on the profiles; how many entries."""
    later = ((now.year - WRITTEN[0]) * 12 + now.month - WRITTEN[1]) // 12
    count = 0
    for cv in cvs():
        actor = town.of(Network.PROFESSIONAL, cv["of"])
        for kind, fields in entries_of(cv, later):
            page = town.of(Network.PROFESSIONAL, fields.pop("page")) if "page" in fields else None
            reach = fields.pop("reach", "")
            keep_entry(
                actor,
                kind=kind,
                fields=fields | ({"organisation_name": page.name} if page else {}),
                skills=fields.pop("skills", ()),
                organisation_id=page.pk if page else None,
                spec=parse([reach]) if reach else None,
            )
            count += 1
    return count


def cvs() -> list[dict[str, Any]]:
    return [each for name in names_in("cv", ".toml") for each in read(name)["cv"]]


def entries_of(cv: dict[str, Any], later: int = 0) -> Iterator[tuple[str, Fields]]:
    """The entries of one person as `keep_entry` takes them, all years moved on by `later`. Raises ValueError."""
    for kind in _PARTS:
        for line in cv.get(kind, ()):
            yield kind, _dated(kind, line, later)
    for line in cv.get("featured", ()):
        title, address, text = _split(line, 3)
        yield "featured", {"title": title, "address": address, "text": text}
    for line in cv.get("contact", ()):
        yield "contact", _contact(line)
    for each in filter(None, cv.get("language", "").split(", ")):
        name, level = each.rsplit(" ", 1)
        yield "language", {"title": name, "level": level}
    for name in cv.get("interest", ()):
        yield "interest", {"title": name}


def _dated(kind: str, line: str, later: int) -> Fields:
    when, *parts = _split(line, len(_PARTS[kind]) + 1)
    found: Fields = dict(zip(_PARTS[kind], parts, strict=True)) | _when(when, later)
    organisation = found.pop("organisation")
    if organisation.startswith("@"):
        found["page"] = organisation[1:]
    else:
        found["organisation_name"] = organisation
    found["skills"] = [each.strip() for each in found.get("skills", "").split(";") if each.strip()]
    return found


def _when(words: str, later: int) -> Fields:
    span, *marks = words.split()
    began, dots, ended = span.partition("..")
    found: Fields = {"began": _day(began, later), "ended": _day(ended, later) if ended else None}
    found |= {"current": bool(dots) and not ended, "coarse": "-" not in began, "primary": "*" in marks}
    for name, known in (
        ("employment", dict(EMPLOYMENT)),
        ("workplace", dict(WORKPLACE)),
        ("reach", _REACHES),
    ):
        found[name] = next((each for each in marks if each in known), "")
    return found


def _day(words: str, later: int) -> date:
    year, _dash, month = words.partition("-")
    return date(int(year) + later, int(month or 1), 1)


def _contact(line: str) -> Fields:
    way, at, rest = _split(line, 3)
    *note, reach = rest.split(" ")
    found = {"way": way, "title": " ".join(note), "reach": reach}
    return found | ({"address": at} if way == "site" else {"text": at})


def _split(line: str, most: int) -> list[str]:
    parts = [each.strip() for each in line.split("|")]
    if len(parts) > most:
        raise ValueError(f"too many parts: {line}")
    return parts + [""] * (most - len(parts))
