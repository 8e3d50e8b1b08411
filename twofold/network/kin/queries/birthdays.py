"""Birthdays, their years and the wishes for them, as far as each is for the viewer."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.network.kin.days import coming, last, numbers, takes_wishes
from twofold.network.kin.models import Birthday, BirthYear, Wish
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.graph.models import Tie
from twofold.people.graph.queries import muted_ids
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

WISHES = 200


@dataclass(frozen=True)
class Born:
    """What a viewer may know: the day of the year, the year, both or none."""

    birthday: Birthday | None = None
    year: BirthYear | None = None

    def __bool__(self) -> bool:
        return bool(self.birthday or self.year)

    @property
    def day(self) -> date | None:
        """The day in a year that has it; the year counts only where `year` is."""
        if self.birthday is None:
            return None
        number = self.birthday.day
        return date(self.year.year if self.year else 2024, number // 100, number % 100)


@dataclass(frozen=True)
class Coming:
    """A birthday ahead; `turns` only where the viewer may know the year."""

    persona: Persona
    day: date
    today: bool
    turns: int | None


@dataclass(frozen=True)
class Card:
    """The card of a birthday: for which day, whether one can write on it, what stands there, and one's own."""

    birthday: Birthday
    day: date
    open: bool
    wishes: list[Wish]
    mine: Wish | None


def today_of(viewer: Viewer) -> date:
    """Which day it is where the viewer is."""
    zone = ZoneInfo(viewer.persona.time_zone) if viewer.persona else ZoneInfo("UTC")
    return clock.now().astimezone(zone).date()


def born(viewer: Viewer, persona: Persona) -> Born:
    """What the viewer may know of the birthday of `persona`; two queries."""
    return Born(
        Birthday.objects.visible_to(viewer).filter(author=persona).first(),
        BirthYear.objects.visible_to(viewer).filter(author=persona).first(),
    )


def own_birthday(viewer: Viewer) -> Born:
    """The viewer's own, with the audiences."""
    return Born(
        Birthday.objects.filter(author=viewer.id).select_related("audience").first(),
        BirthYear.objects.filter(author=viewer.id).select_related("audience").first(),
    )


def ahead(viewer: Viewer, *, days: int, most: int = 200) -> list[Coming]:
    """Birthdays of friends from today on who show theirs to the viewer, soonest first; three queries."""
    today = today_of(viewer)
    rows = Birthday.objects.visible_to(viewer).filter(
        AdmitsPersona.to(viewer, at="author"),
        day__in=numbers(today, days),
        author__in=Tie.objects.filter(owner=viewer.id).values("other"),
        author__state=Persona.State.ACTIVE,
    )
    muted = muted_ids(viewer)
    found = [each for each in rows.select_related("author")[:2000] if each.author_id not in muted]
    found.sort(key=lambda each: (coming(each.day, today), each.author.name))
    return _with_years(viewer, found[:most], today)


def _with_years(viewer: Viewer, found: list[Birthday], today: date) -> list[Coming]:
    ids = [each.author_id for each in found]
    shown = BirthYear.objects.visible_to(viewer).filter(author__in=ids)
    years = dict(shown.values_list("author", "year"))
    rows = []
    for each in found:
        day, year = coming(each.day, today), years.get(each.author_id)
        rows.append(Coming(each.author, day, day == today, day.year - year if year else None))
    return rows


def card_of(viewer: Viewer, persona: Persona) -> Card:
    """The card of the birthday that is now or was last. Absent where the birthday is not for the viewer."""
    birthday = Birthday.objects.visible_to(viewer).filter(author=persona).first()
    if birthday is None:
        raise Absent
    today = today_of(viewer)
    day = last(birthday.day, today)
    rows = Wish.objects.visible_to(viewer).filter(
        AdmitsPersona.to(viewer, at="author"),
        birthday=birthday,
        year=day.year,
        author__state=Persona.State.ACTIVE,
    )
    wishes = list(rows.select_related("author").order_by("created_at", "pk")[:WISHES])
    mine = next((each for each in wishes if each.author_id == viewer.id), None)
    can_write = persona.pk != viewer.id and takes_wishes(day, today)
    return Card(birthday, day, can_write, wishes, mine)
