"""The parts of a job that are the same for everybody, as HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from markupsafe import Markup

from twofold.network.jobs.models import Job, JobSkill, Slot, Workplace
from twofold.network.jobs.pay import country_name, pay_words
from twofold.network.jobs.posting import paragraphs


@dataclass(frozen=True)
class Drawn:
    """`facts` are short words that stand under the title; `text` is HTML; `must` and `nice` names of skills."""

    facts: Sequence[str]
    pay: str
    where: str
    text: Markup
    must: Sequence[str]
    nice: Sequence[str]


def drawn(job: Job, skills: Sequence[JobSkill]) -> Drawn:
    return Drawn(
        facts=[str(job.get_workplace_display()), str(job.get_type_display()), str(job.get_level_display())],
        pay=pay_words(job),
        where=where_words(job),
        text=Markup(paragraphs(job.text)),
        must=[each.name for each in skills if each.must],
        nice=[each.name for each in skills if not each.must],
    )


def where_words(job: Job) -> str:
    """ "Utrecht, Netherlands"; for remote work the country alone unless a place is named."""
    country = country_name(job.country) if job.country else ""
    place = "" if job.workplace == Workplace.REMOTE else job.place
    where = ", ".join(filter(None, (place, country)))
    if place and job.radius:
        return _("%(place)s, and up to %(km)d km around") % {"place": where, "km": job.radius}
    return where


@dataclass(frozen=True)
class Time:
    """A time for an interview, in words of the reader's time zone."""

    slot: Slot
    words: str
    ends: str


def slot_drawn(slot: Slot, zone: str) -> Time:
    begins = slot.begins.astimezone(ZoneInfo(zone))
    ends = begins + timedelta(minutes=slot.minutes)
    words = f"{date_format(begins, 'l')}, {date_format(begins, 'DATETIME_FORMAT')}"
    return Time(slot, words, time_format(ends, "TIME_FORMAT"))
