"""JSON Resume, as the schema says and as people really write it.

Besides 1.2.1 it takes what older versions and other programs leave behind: `work.company`, `basics.picture`,
`basics.website`, `awards` as plain words, dates of a year or a day, and "Present", null or nothing for what goes on.
"""

import json
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.surfaces.cv.reading.levels import fluency
from twofold.surfaces.cv.reading.proposal import Gathering, Proposal
from twofold.surfaces.cv.resume import Item

LARGEST = 1024 * 1024
MOST_ITEMS = 400
MOST_SKILLS = 200
_DATE = re.compile(r"^(\d{4})(?:-(\d{1,2}))?(?:-\d{1,2})?")
_GOES_ON = {"", "present", "now", "current", "today", "ongoing"}

Row = dict[str, Any]


def read(data: bytes) -> Proposal:
    """What the file proposes. Refused, field "file", when it is no JSON Resume."""
    if len(data) > LARGEST:
        raise Refused(_("A CV has at most one megabyte; this file is larger."), field="file")
    found = Gathering()
    document = _document(data)
    _basics(_row(document.get("basics")), found)
    for name, take in _SECTIONS.items():
        rows = list(_rows(document.get(name)))
        found.items += [each for each in map(take, rows) if each.title or each.organisation]
        found.left_out += [words for row in rows if (words := _amiss(row, take(row)))]
    for row in _rows(document.get("skills")):
        found.skills += [_line(row.get("name")), *map(_line, _list(row.get("keywords")))]
    found.skills = [each for each in found.skills if each]
    _cap(found)
    if not (found.items or found.skills or found.words):
        raise Refused(_("There is nothing in this file that a CV is made of."), field="file")
    return found.done()


def _amiss(row: Row, item: Item) -> str:
    """What was done with an entry that could not be taken as it stands, in a sentence."""
    if not (item.title or item.organisation):
        return _("An entry without a title and without an organisation stays behind.")
    began, ended = _day(row.get("startDate")), _day(row.get("endDate"))
    if began and ended and ended < began:
        words = _("“%(title)s” ends before it begins in the file: the two dates are turned round here.")
        return words % {"title": item.title or item.organisation}
    return ""


def _document(data: bytes) -> Row:
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        document = None
    if not isinstance(document, dict):
        raise Refused(
            _("This is not a JSON Resume: a file that ends in .json and begins with { was expected."),
            field="file",
        )
    return document


def _basics(basics: Row, found: Gathering) -> None:
    place = _row(basics.get("location"))
    wanted = {
        "line": _line(basics.get("label")),
        "about": _block(basics.get("summary")),
        "place": ", ".join(filter(None, (_line(place.get("city")), _line(place.get("region"))))),
        "website": _address(basics.get("url") or basics.get("website")),
    }
    found.words.update({name: words for name, words in wanted.items() if words})
    for way in ("email", "phone"):
        if words := _line(basics.get(way)):
            found.items.append(Item("contact", text=words, details={"way": way}))
    for row in _rows(basics.get("profiles")):
        if address := _address(row.get("url")):
            title = _line(row.get("network"))
            found.items.append(Item("contact", title=title, address=address, details={"way": "site"}))


def _work(row: Row) -> Item:
    return _spanned(
        "experience",
        row,
        title=_line(row.get("position")),
        organisation=_line(row.get("name") or row.get("company")),
        place=_line(row.get("location")),
        text=_told(row, "summary"),
    )


def _volunteer(row: Row) -> Item:
    return _spanned(
        "volunteering",
        row,
        title=_line(row.get("position")),
        organisation=_line(row.get("organization") or row.get("organisation")),
        text=_told(row, "summary"),
    )


def _study(row: Row) -> Item:
    details = {"field": _line(row.get("area")), "grade": _line(row.get("score") or row.get("gpa"))}
    courses = "\n".join(f"– {each}" for each in map(_line, _list(row.get("courses"))) if each)
    return _spanned(
        "education",
        row,
        title=_line(row.get("studyType")),
        organisation=_line(row.get("institution")),
        text=courses,
        details={key: words for key, words in details.items() if words},
    )


def _project(row: Row) -> Item:
    return _spanned(
        "course" if row.get("type") == "course" else "project",
        row,
        title=_line(row.get("name")),
        organisation=_line(row.get("entity")),
        text=_told(row, "description"),
        skills=tuple(filter(None, map(_line, _list(row.get("keywords"))))),
    )


def _award(row: Row) -> Item:
    return _dated("honour", row, "date", row.get("title") or row.get("name"), row.get("awarder"))


def _certificate(row: Row) -> Item:
    return _dated("licence", row, "date", row.get("name"), row.get("issuer"))


def _publication(row: Row) -> Item:
    return _dated("publication", row, "releaseDate", row.get("name"), row.get("publisher"))


def _language(row: Row) -> Item:
    level = fluency(_line(row.get("fluency")))
    return Item("language", title=_line(row.get("language")), details={"level": level} if level else {})


def _interest(row: Row) -> Item:
    return Item("interest", title=_line(row.get("name")))


_SECTIONS: dict[str, Callable[[Row], Item]] = {
    "work": _work,
    "education": _study,
    "certificates": _certificate,
    "projects": _project,
    "volunteer": _volunteer,
    "publications": _publication,
    "awards": _award,
    "languages": _language,
    "interests": _interest,
}


def _spanned(kind: str, row: Row, **words: Any) -> Item:
    began, ended = _day(row.get("startDate")), _day(row.get("endDate"))
    if began and ended and ended < began:
        began, ended = ended, began
    goes_on = began is not None and _line(row.get("endDate")).lower() in _GOES_ON
    return Item(
        kind,
        began=began,
        ended=ended,
        current=goes_on and kind in ("experience", "volunteering"),
        address=_address(row.get("url") or row.get("website")),
        **words,
    )


def _dated(kind: str, row: Row, when: str, title: Any, organisation: Any) -> Item:
    return Item(
        kind,
        title=_line(title),
        organisation=_line(organisation),
        began=_day(row.get(when)),
        address=_address(row.get("url") or row.get("website")),
        text=_block(row.get("summary")),
    )


def _told(row: Row, name: str) -> str:
    """A summary, and the highlights as lines below it."""
    lines = [f"– {each}" for each in map(_line, _list(row.get("highlights"))) if each]
    return clean_block("\n\n".join(filter(None, (_block(row.get(name)), "\n".join(lines)))))


def _cap(found: Gathering) -> None:
    for name, most in (("items", MOST_ITEMS), ("skills", MOST_SKILLS)):
        rows = getattr(found, name)
        if len(rows) > most:
            setattr(found, name, rows[:most])
            found.left_out.append(
                _("Only the first %(most)d entries were read; the file has %(count)d.")
                % {"most": most, "count": len(rows)}
            )


def _day(written: Any) -> date | None:
    match = _DATE.match(_line(written))
    if not match:
        return None
    year, month = int(match[1]), int(match[2] or 1)
    return date(year, month, 1) if 1900 <= year <= 2100 and 1 <= month <= 12 else None


def _address(written: Any) -> str:
    """An address that can be shown as one; anything else, javascript: above all, is none."""
    address = _line(written)
    return address if address.startswith(("https://", "http://")) and len(address) <= 200 else ""


def _line(written: Any) -> str:
    return clean_line(str(written)) if isinstance(written, str | int | float) else ""


def _block(written: Any) -> str:
    return clean_block(written) if isinstance(written, str) else ""


def _row(written: Any) -> Row:
    return written if isinstance(written, dict) else {}


def _rows(written: Any) -> Iterable[Row]:
    """The rows of a list; a plain word stands for its name."""
    for each in _list(written):
        yield each if isinstance(each, dict) else {"name": each, "title": each, "language": each}


def _list(written: Any) -> list[Any]:
    return written if isinstance(written, list) else []
