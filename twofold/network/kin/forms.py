"""A birthday as it is typed: kept whole whatever is wrong with it."""

from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused
from twofold.network.kin.queries import Born
from twofold.people.audiences.beforehand import spec_of
from twofold.people.graph.queries.choosing import choice_of


@dataclass
class BirthdayForm:
    """`reach` and `year_reach` are one choice each; a year left out is no year."""

    month: str = ""
    day: str = ""
    year: str = ""
    reach: str = "ties"
    year_reach: str = "me"
    errors: dict[str, str] = field(default_factory=dict)

    def refuse(self, refusal: Refused) -> None:
        self.errors[refusal.field or "form"] = str(refusal.reason)

    def number(self, name: str) -> int | None:
        """The number in this field, None for an empty one. Refused for what is none."""
        typed = getattr(self, name).strip()
        if not typed:
            return None
        if not (typed.isascii() and typed.isdigit() and len(typed) <= 4):
            raise Refused(_("Write it as a number."), field="day" if name == "month" else name)
        return int(typed)


def read(data: QueryDict) -> BirthdayForm:
    month, day, year = (data.get(name, "")[:10] for name in ("month", "day", "year"))
    return BirthdayForm(month, day, year, data.get("reach", ""), data.get("year_reach", ""))


def of(born: Born) -> BirthdayForm:
    """What is kept, as its form shows it."""
    form = BirthdayForm()
    if born.birthday:
        form.month, form.day = str(born.birthday.day // 100), str(born.birthday.day % 100)
        form.reach = choice_of(spec_of(born.birthday.audience))
    if born.year:
        form.year = str(born.year.year)
        form.year_reach = choice_of(spec_of(born.year.audience))
    return form
