"""What comes from the forms of events: kept whole whatever is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.http import QueryDict
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Refused
from twofold.network.events.models import KINDS, Event, Shown
from twofold.network.events.plans import Plan
from twofold.network.events.policies import MAX_QUESTIONS
from twofold.network.events.recurring import wall
from twofold.network.posts import forms as posts
from twofold.network.posts.forms import Composition
from twofold.people.audiences.specs import AudienceSpec, choices_of
from twofold.people.personas.models import Network, Persona

_WORDS = (
    "kind", "title", "description", "begin_day", "begin_time", "end_day", "end_time", "zone", "repeat", "until",
    "rule", "area", "place", "link", "capacity", "plus", "shown", "picture_id", "alt",
)  # fmt: skip
_TICKS = ("all_day", "online", "potluck", "tell", "drop_picture")
REPEATS = ("", "daily", "weekly", "biweekly", "monthly_date", "monthly_day", "yearly")
_ORDINAL = ("1", "2", "3", "4", "-1")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass
class EventForm:
    """The fields as they were typed, and the audience as the composer's picker holds it."""

    values: dict[str, str] = field(default_factory=dict)
    ticks: dict[str, bool] = field(default_factory=dict)
    questions: list[str] = field(default_factory=list)
    made: Composition = field(default_factory=Composition)

    @property
    def errors(self) -> dict[str, str]:
        return self.made.errors

    @property
    def spec(self) -> AudienceSpec:
        return self.made.spec

    def refuse(self, refusal: Refused) -> None:
        self.made.refuse(refusal)

    @property
    def picture_id(self) -> int | None:
        try:
            return decode(self.values.get("picture_id", ""))
        except ValueError:
            return None

    def plan(self) -> Plan:
        """What the fields mean. Raises Refused for the first that means nothing."""
        value, all_day = self.values, self.ticks["all_day"]
        begins, ends = self._times(all_day)
        return Plan(
            kind=value["kind"], title=value["title"], description=value["description"], begins=begins,
            ends=ends, zone=value["zone"], all_day=all_day, rule=self._rule(begins), area=value["area"],
            place=value["place"], link=value["link"], online=self.ticks["online"],
            capacity=_number(value["capacity"], "capacity"), plus=_number(value["plus"], "plus") or 0,
            potluck=self.ticks["potluck"], shown=value["shown"], questions=tuple(self.questions),
        )  # fmt: skip

    def _times(self, all_day: bool) -> tuple[datetime, datetime]:
        first = _day(self.values["begin_day"], "begins")
        last = _day(self.values["end_day"], "ends") if self.values["end_day"] else first
        if all_day:
            return datetime.combine(first, time()), datetime.combine(last + timedelta(days=1), time())
        begins = datetime.combine(first, _time(self.values["begin_time"], "begins"))
        return begins, datetime.combine(last, _time(self.values["end_time"], "ends"))

    def _rule(self, begins: datetime) -> str:
        if self.values["repeat"] == "custom":
            return self.values["rule"]
        rule = rules_of(begins).get(self.values["repeat"], "")
        if rule and self.values["until"]:
            until = _day(self.values["until"], "until")
            if until < begins.date():
                raise Refused(_("It comes back until a day before it begins."), field="until")
            rule += f";UNTIL={until:%Y%m%d}T235959"
        return rule


def rules_of(begins: datetime) -> dict[str, str]:
    """The usual ways to come back, for something that begins then."""
    place = min((begins.day - 1) // 7, 4)
    return {
        "daily": "FREQ=DAILY",
        "weekly": "FREQ=WEEKLY",
        "biweekly": "FREQ=WEEKLY;INTERVAL=2",
        "monthly_date": f"FREQ=MONTHLY;BYMONTHDAY={begins.day}",
        "monthly_day": f"FREQ=MONTHLY;BYDAY={_ORDINAL[place]}{_DAYS[begins.weekday()]}",
        "yearly": "FREQ=YEARLY",
    }


def _day(text: str, field: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(_("Give a day, like 2026-11-28."), field=field) from None


def _time(text: str, field: str) -> time:
    try:
        return time.fromisoformat(text).replace(tzinfo=None, second=0, microsecond=0)
    except ValueError:
        raise Refused(_("Give a time, like 19:30."), field=field) from None


def _number(text: str, field: str) -> int | None:
    if not text.strip():
        return None
    if not (text.strip().isascii() and text.strip().isdigit() and len(text.strip()) <= 9):
        raise Refused(_("Write a whole number, or nothing."), field=field)
    return int(text)


def read(data: QueryDict) -> EventForm:
    return EventForm(
        {name: data.get(name, "") for name in _WORDS},
        {name: bool(data.get(name)) for name in _TICKS},
        [each for each in data.getlist("question")[: MAX_QUESTIONS + 1] if each.strip()],
        posts.read(data),
    )


def blank(author: Persona, zone: str = "", asked: str = "") -> EventForm:
    """A form for the day or hour `asked` for; else a week from now, in the evening, by the author's clock."""
    zone = zone or author.time_zone
    work = author.network == Network.PROFESSIONAL
    hours = ("09:30", "12:00") if work else ("19:00", "23:00")
    begins = _asked(asked) or wall(clock.now(), zone) + timedelta(days=7)
    day = f"{begins:%Y-%m-%d}"
    if "T" in asked and _asked(asked):
        hours = (
            f"{begins:%H:%M}",
            f"{min(begins + timedelta(hours=1), begins.replace(hour=23, minute=59)):%H:%M}",
        )
    values = dict.fromkeys(_WORDS, "") | {
        "kind": KINDS[Network(author.network)][0].value,
        "begin_day": day, "begin_time": hours[0], "end_day": day, "end_time": hours[1], "zone": zone,
        "plus": "0", "shown": Shown.READERS.value,
    }  # fmt: skip
    made = Composition(audience=["members" if work else "ties"])
    return EventForm(values, dict.fromkeys(_TICKS, False), [], made)


def _asked(text: str) -> datetime | None:
    """ "2026-12-01" or "2026-12-01T14:30" of an address; None for nonsense."""
    try:
        return datetime.strptime(text, "%Y-%m-%dT%H:%M" if "T" in text else "%Y-%m-%d")
    except ValueError:
        return None


def from_event(event: Event, plan: Plan, spec: AudienceSpec) -> EventForm:
    """An event, to be changed."""
    chosen, excepted = choices_of(spec)
    last = plan.ends - timedelta(days=1) if plan.all_day else plan.ends
    until = dict(each.split("=", 1) for each in plan.rule.split(";") if each).get("UNTIL", "")
    bare = ";".join(each for each in plan.rule.split(";") if not each.startswith("UNTIL="))
    usual = {rule: name for name, rule in rules_of(plan.begins).items()}
    values = dict.fromkeys(_WORDS, "") | {
        "kind": plan.kind, "title": plan.title, "description": plan.description,
        "begin_day": f"{plan.begins:%Y-%m-%d}", "begin_time": f"{plan.begins:%H:%M}",
        "end_day": f"{last:%Y-%m-%d}", "end_time": f"{plan.ends:%H:%M}", "zone": plan.zone,
        "repeat": usual.get(bare, "custom" if bare else ""), "rule": plan.rule,
        "until": f"{until[:4]}-{until[4:6]}-{until[6:8]}" if until else "",
        "area": plan.area, "place": plan.place, "link": plan.link,
        "capacity": "" if plan.capacity is None else str(plan.capacity), "plus": str(plan.plus),
        "shown": plan.shown,
    }  # fmt: skip
    ticks = {"all_day": plan.all_day, "online": plan.online, "potluck": plan.potluck, "tell": True}
    made = Composition(audience=chosen, excepted=excepted)
    return EventForm(values, {**dict.fromkeys(_TICKS, False), **ticks}, list(plan.questions), made)


@dataclass
class AnswerForm:
    """What a guest fills in beside their answer."""

    answer: str = ""
    plus: str = "0"
    brings: str = ""
    replies: dict[int, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def others(self) -> int:
        return _number(self.plus, "plus") or 0


def read_answer(data: Mapping[str, str]) -> AnswerForm:
    replies = {}
    for name, value in data.items():
        if name.startswith("reply-") and name[6:].isascii() and name[6:].isdigit():
            replies[int(name[6:18])] = value
    return AnswerForm(data.get("answer", ""), data.get("plus", "0"), data.get("brings", ""), replies)
