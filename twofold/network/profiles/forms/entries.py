"""An entry as it is typed: kept whole whatever is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Refused
from twofold.network.profiles.models import Entry
from twofold.network.profiles.sections import Section
from twofold.people.audiences.beforehand import spec_of
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.graph.queries.choosing import choice_of, spec_chosen

_TEXTS = ("title", "organisation_name", "place", "address", "text")
_DAYS = ("began", "ended")


@dataclass
class EntryTyped:
    """`texts` by field, also the parts of dates (began_month, began_year, …) and the section's details."""

    texts: dict[str, str] = field(default_factory=dict)
    current: bool = False
    primary: bool = False
    skills: str = ""
    organisation: str = ""
    reach: str = ""
    errors: dict[str, str] = field(default_factory=dict)

    def refuse(self, refusal: Refused) -> None:
        self.errors[refusal.field or "form"] = str(refusal.reason)

    def fields(self, section: Section) -> dict[str, Any]:
        """What `keep_entry` takes. Refused for a date that is none."""
        found: dict[str, Any] = {name: self.texts.get(name, "") for name in _TEXTS}
        found |= {each.name: self.texts.get(each.name, "") for each in section.details}
        found |= {name: self._day(name) for name in _DAYS}
        coarse = any(self.texts.get(f"{name}_year") and not self.texts.get(f"{name}_month") for name in _DAYS)
        return {**found, "coarse": coarse, "current": self.current, "primary": self.primary}

    def names(self) -> list[str]:
        """The skills, which are typed with commas or line breaks between them."""
        return [name.strip() for name in self.skills.replace("\n", ",").split(",") if name.strip()]

    def page_id(self) -> int | None:
        """The page that was chosen; free text means none."""
        try:
            return decode(self.organisation) if self.organisation else None
        except ValueError:
            return None

    def spec(self) -> AudienceSpec | None:
        """None where the audience stays as it is."""
        return spec_chosen(self.reach)

    def _day(self, name: str) -> date | None:
        month, year = self.texts.get(f"{name}_month", ""), self.texts.get(f"{name}_year", "").strip()
        if not month and not year:
            return None
        try:
            return date(int(year), int(month or 1), 1)
        except ValueError:
            raise Refused(
                _("Give the year in four digits, and the month if you know it."), field=name
            ) from None


def read_entry(data: QueryDict, section: Section) -> EntryTyped:
    """What came from the form of this section."""
    names = [*_TEXTS, *(each.name for each in section.details)]
    names += [f"{name}_{part}" for name in _DAYS for part in ("month", "year")]
    return EntryTyped(
        texts={name: data.get(name, "")[:20_000] for name in names},
        current="current" in data,
        primary="primary" in data,
        skills=data.get("skills", "")[:20_000],
        organisation=data.get("organisation", "")[:20],
        reach=data.get("reach", ""),
    )


def typed_of(entry: Entry, skills: Sequence[str], organisation: str) -> EntryTyped:
    """An entry that is there, as its form shows it."""
    texts = {name: getattr(entry, name) for name in _TEXTS}
    texts |= {name: str(value) for name, value in entry.details.items() if name != "coarse"}
    for name in _DAYS:
        day = getattr(entry, name)
        if day:
            texts[f"{name}_year"] = str(day.year)
            texts[f"{name}_month"] = "" if entry.details.get("coarse") else str(day.month)
    return EntryTyped(
        texts,
        entry.current,
        entry.primary,
        ", ".join(skills),
        organisation,
        choice_of(spec_of(entry.audience)),
    )
