"""Advice as it is shown. In a guide "## " begins a heading, "- " a line of a list; the rest is paragraphs."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.utils.formats import date_format, time_format

from twofold.network.advice.models import Hour
from twofold.network.posts.markup import render
from twofold.people.personas.models import Network

_A_MINUTE = 220
_BLANK = re.compile(r"\n\s*\n")


def minutes_to_read(text: str) -> int:
    return max(1, round(len(text.split()) / _A_MINUTE))


def plain(text: str) -> str:
    """Paragraphs and links of what somebody typed, as HTML."""
    return render(text, network=Network.PROFESSIONAL, mentions={})


def guide_html(text: str) -> str:
    return "".join(_block(each.split("\n")) for each in _BLANK.split(text) if each.strip())


def _block(lines: list[str]) -> str:
    out = ""
    listed: list[str] = []
    loose: list[str] = []

    def flush() -> str:
        done = plain("\n".join(loose)) if loose else ""
        if listed:
            done += "<ul>" + "".join(f"<li>{_inner(each)}</li>" for each in listed) + "</ul>"
        loose.clear()
        listed.clear()
        return done

    for line in lines:
        if line.startswith("## "):
            out += flush() + f"<h2>{_inner(line[3:])}</h2>"
        elif line[:2] in ("- ", "* ", "• "):
            if loose:
                out += flush()
            listed.append(line[2:])
        else:
            if listed:
                out += flush()
            loose.append(line)
    return out + flush()


def _inner(line: str) -> str:
    return plain(line).removeprefix("<p>").removesuffix("</p>")


def hour_words(hour: Hour, zone: ZoneInfo) -> str:
    """ "Tuesday, 1 December 2026, 14:00 – 14:30 (CET)": when it is, by the reader's clock."""
    begins = hour.begins.astimezone(zone)
    ends = begins + timedelta(minutes=hour.minutes)
    day, times = (
        date_format(begins, "l, j F Y"),
        [time_format(each, "TIME_FORMAT") for each in (begins, ends)],
    )
    return f"{day}, {' – '.join(times)} ({begins.tzname()})"
