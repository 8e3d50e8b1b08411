"""The Jinja2 environment: what every template may call."""

import os
from collections.abc import MutableMapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_skeleton, format_time, get_datetime_format
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils import formats, timezone, translation
from django.utils.timesince import timesince
from django.utils.translation import to_locale
from jinja2 import Environment, FileSystemBytecodeCache
from markupsafe import Markup, escape

from twofold.foundation.kit.ids import encode
from twofold.people.personas.models import Persona
from twofold.surfaces.web.keeping import KeptPart
from twofold.surfaces.web.stylesheet import stylesheet_url, worn


@lru_cache(maxsize=20_000)
def url(name: str, *args, **kwargs) -> str:
    return reverse(name, args=args, kwargs=kwargs)


def profile_url(persona: Persona) -> str:
    return f"/{persona.network}/@{persona.handle}/"


_NEAR = {timedelta(), timedelta(days=1)}
_A_WEEK = timedelta(days=7)
# Icons that point along the line of writing, and so turn with it.
_TURNING = {
    "arrow-left",
    "arrow-right",
    "chevron-left",
    "chevron-right",
    "log-out",
    "log-in",
    "send",
    "reply",
    "undo-2",
    "forward",
    "external-link",
    "delete",
}


@lru_cache(maxsize=1_000)
def icon(name: str, label: str = "") -> Markup:
    """An icon of the sprite; without a label it is decoration beside a word."""
    spoken = Markup('role="img" aria-label="{}"').format(label) if label else Markup('aria-hidden="true"')
    kind = "i turns" if name in _TURNING else "i"
    return Markup('<svg class="{}" {}><use href="{}#{}"/></svg>').format(
        kind, spoken, static("web/icons.svg"), name
    )


def monogram(name: str) -> str:
    """One or two letters that stand for a name."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return name[:1].upper()
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def short_date(moment: datetime) -> str:
    """A date that stays true however long the answer is kept; without the year while it is this one."""
    local = timezone.localtime(moment)
    wanted = "MMMd" if local.year == timezone.localtime().year else "yMMMd"
    return _written(wanted, local.date(), to_locale(translation.get_language() or "en"))


def ahead(moment: datetime) -> str:
    """Of what is to come the day and the time of day, as script writes it too."""
    locale, local = to_locale(translation.get_language() or "en"), timezone.localtime(moment)
    joined = str(get_datetime_format("medium", locale=locale)).replace("'", "")
    hour = _hour(local.hour, local.minute, locale)
    return joined.replace("{0}", hour).replace("{1}", short_date(moment))


@lru_cache(maxsize=4_000)
def _written(skeleton: str, day: date, locale: str) -> str:
    return format_skeleton(skeleton, day, locale=locale)


def long_date(moment: datetime) -> str:
    local = timezone.localtime(moment).replace(second=0, microsecond=0, tzinfo=None)
    return _written_out(local, translation.get_language() or "en")


@lru_cache(maxsize=4_000)
def _written_out(local: datetime, language: str) -> str:
    """By the minute: as the language that is active writes it, which `language` names for the store."""
    return formats.date_format(local, "DATETIME_FORMAT")


def city(zone: str) -> str:
    """The place that stands for a zone: "Amsterdam"."""
    return zone.rpartition("/")[2].replace("_", " ")


def clock_time(moment: datetime, zone: str = "") -> str:
    """The time of day, in a time zone that is named beside it."""
    local = timezone.localtime(moment, ZoneInfo(zone) if zone else None)
    written = format_time(
        local, "short", tzinfo=local.tzinfo, locale=to_locale(translation.get_language() or "en")
    )
    return f"{written} ({city(zone)})" if zone else written


def day_of(moment: datetime, zone: str) -> date:
    """The day at that moment, by the clock of a time zone."""
    return timezone.localtime(moment, _zone(zone)).date()


def hour_of(moment: datetime, zone: str) -> str:
    """The time of day by the clock of its reader, whose day stands above it."""
    local = timezone.localtime(moment, _zone(zone))
    return _hour(local.hour, local.minute, to_locale(translation.get_language() or "en"))


@lru_cache(maxsize=4_000)
def _hour(hour: int, minute: int, locale: str) -> str:
    return format_time(time(hour, minute), "short", locale=locale)


_zone = lru_cache(maxsize=600)(ZoneInfo)


def near_day(day: date, zone: str) -> str:
    """A day as one says it: today, yesterday, else with its day of the week; with the year of another year."""
    today = day_of(timezone.now(), zone)
    if today - day in _NEAR:
        return translation.gettext("Today") if day == today else translation.gettext("Yesterday")
    locale = to_locale(translation.get_language() or "en")
    return _written("MMMEd" if day.year == today.year else "yMMMEd", day, locale)


def ago(moment: datetime) -> str:
    """How long ago, in one unit: "3 hours". For answers that are not kept."""
    if (timezone.now() - moment).total_seconds() < 60:
        return translation.pgettext("how long ago", "now")
    return timesince(moment, depth=1)


def is_ahead(moment: datetime) -> bool:
    return moment > timezone.now()


def is_long_ago(moment: datetime) -> bool:
    """Whether the page goes on showing the date: script writes "3 d" of the last week alone."""
    return timezone.now() - moment > _A_WEEK


def day_words(day: date) -> str:
    """A day without its year."""
    return format_skeleton("MMMd", day, locale=to_locale(translation.get_language() or "en"))


def whole_day(day: date) -> str:
    """A day with its year, written out."""
    return format_skeleton("yMMMMd", day, locale=to_locale(translation.get_language() or "en"))


def week_day(day: date) -> str:
    """A day that is near: the day of the week and the date, without the year."""
    return format_skeleton("MMMMEEEEd", day, locale=to_locale(translation.get_language() or "en"))


def compact(number: int) -> str:
    """A count in few letters: 999, 1.2k, 34k, 1.2M."""
    for limit, letter in ((1_000_000, "M"), (1_000, "k")):
        if number >= limit:
            short = number / limit
            return f"{short:.1f}".rstrip("0").rstrip(".") + letter if short < 10 else f"{int(short)}{letter}"
    return str(number)


def at_once(card: str) -> str:
    """The first card of a page, its first photo fetched before all that is further down."""
    begins = card.find('<div class="photos')
    if begins < 0:
        return card
    return card[:begins] + card[begins:].replace('loading="lazy"', 'fetchpriority="high"', 1)


def length_of_time(seconds: float) -> str:
    """How long a video is: 0:07, 12:30."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def about(drawn: Markup, persona: Persona) -> Markup:
    """A part that was drawn for anybody, with who it is about put in: ~ID~, ~HANDLE~, and ~NAME~."""
    text = str(drawn).replace("~ID~", encode(persona.pk)).replace("~HANDLE~", str(escape(persona.handle)))
    return Markup(text.replace("~NAME~", str(escape(persona.name))))


def _compiled() -> FileSystemBytecodeCache | None:
    """Templates as they were compiled before; None where nothing may be kept. Else each start would do it again."""
    folder = settings.CACHE_DIR / "templates"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None


class Plain(Environment):
    """Templates that share the environment's globals, and have none of their own."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One plain dict: a chain of two is walked through for each page and each macro that it imports."""
        return {**self.globals, **d} if d else self.globals


def environment(**options) -> Environment:
    env = Plain(
        extensions=["jinja2.ext.i18n", KeptPart],
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_compiled(),
        **options,
    )
    env.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext,
        translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )
    env.globals.update(
        static=static,
        url=url,
        profile_url=profile_url,
        icon=icon,
        stylesheet_url=stylesheet_url,
        worn=worn,
        site_name=settings.NAME,
        demo=settings.DEMO,
    )
    env.filters.update(
        about=about,
        at_once=at_once,
        short_id=encode,
        monogram=monogram,
        short_date=short_date,
        ahead=ahead,
        is_ahead=is_ahead,
        city=city,
        clock_time=clock_time,
        day_of=day_of,
        hour_of=hour_of,
        near_day=near_day,
        long_date=long_date,
        ago=ago,
        compact=compact,
        day_words=day_words,
        is_long_ago=is_long_ago,
        length_of_time=length_of_time,
        week_day=week_day,
        whole_day=whole_day,
    )
    return env
