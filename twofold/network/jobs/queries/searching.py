"""Finding jobs: what was typed and chosen, kept in the address, and the page of what it leads to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut, read_cursor
from twofold.foundation.kit.text import clean_line, folded
from twofold.network.jobs.models import Job, JobSkill, JobWord, Level, Type, Workplace
from twofold.network.jobs.pay import CURRENCIES
from twofold.network.jobs.queries.reading import there
from twofold.network.jobs.words import Wanted, wanted, words_of
from twofold.network.vocabulary.models import TermKind
from twofold.network.vocabulary.queries import terms_for
from twofold.people.personas.viewers import Viewer

SORTS = ("newest", "relevance")
AGES = (1, 7, 30)
MOST_SKILLS = 6


@dataclass(frozen=True)
class Search:
    """Everything that narrows a search down; empty says nothing."""

    what: str = ""
    where: str = ""
    workplace: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    pay: int = 0
    currency: str = ""
    skills: tuple[str, ...] = ()
    age: int = 0
    sort: str = ""

    @property
    def order(self) -> str:
        return self.sort or ("relevance" if self.what else "newest")

    def query(self, **changes: Any) -> str:
        """What stands in the address; `changes` replace fields, and `before` continues."""
        fields = {name: getattr(self, name) for name in self.__dataclass_fields__} | changes
        pairs = [(name, value) for name, value in fields.items() if value]
        flat = [
            (name, each) for name, value in pairs for each in (value if isinstance(value, tuple) else [value])
        ]
        return urlencode(flat)

    @property
    def narrow(self) -> bool:
        """Whether anything is asked for at all."""
        return bool(self.query(sort=""))


def read_search(asked: Mapping[str, Any]) -> Search:
    """A search from an address (a QueryDict): what it does not know is left out."""
    many = {
        name: tuple(each for each in asked.getlist(name) if each in choices.values)  # type: ignore[attr-defined]
        for name, choices in (("workplace", Workplace), ("type", Type), ("level", Level))
    }
    named = [part for each in asked.getlist("skills") for part in each.split(",")]  # type: ignore[attr-defined]
    skills = tuple(dict.fromkeys(filter(None, (clean_line(each)[:60] for each in named))))[:MOST_SKILLS]
    currency = asked.get("currency", "")
    return Search(
        what=clean_line(asked.get("what", ""))[:200],
        where=clean_line(asked.get("where", ""))[:80],
        **many,
        pay=min(read_cursor(asked.get("pay")) or 0, 10**9),
        currency=currency if currency in CURRENCIES else "",
        skills=skills,
        age=next((each for each in AGES if str(each) == asked.get("age")), 0),
        sort=next((each for each in SORTS if each == asked.get("sort")), ""),
    )


def search(viewer: Viewer, asked: Search, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[Job]:
    """The open jobs that suit a search. At most two queries, whatever the size."""
    if asked.order == "relevance":
        return _by_relevance(viewer, asked, before, size)
    rows = narrowed(there(viewer), asked)
    start = read_cursor(before)
    if start is not None:
        rows = rows.filter(position__lt=start)
    return cut(list(rows.order_by("-position")[: size + 1]), size, lambda job: job.position)


def _by_relevance(viewer: Viewer, asked: Search, before: str | None, size: int) -> Page[Job]:
    """The more its words say what was asked for, the earlier; among equals the newest."""
    said = JobWord.objects.filter(job=OuterRef("pk"), word__in=wanted(asked.what).plain).order_by()
    score = Subquery(said.values("job").annotate(sum=Sum("weight")).values("sum"))
    rows = narrowed(there(viewer), asked).annotate(score=Coalesce(score, 0))
    weight, _dot, position = (before or "").partition("-")
    place = read_cursor(weight), read_cursor(position)
    if place[0] is not None and place[1] is not None:
        rows = rows.filter(Q(score__lt=place[0]) | Q(score=place[0], position__lt=place[1]))
    found = list(rows.order_by(F("score").desc(), "-position")[: size + 1])
    return cut(found, size, lambda job: f"{job.score}-{job.position}")  # type: ignore[attr-defined]


def narrowed(rows: QuerySet[Job], asked: Search) -> QuerySet[Job]:
    """`rows` without those that do not suit the search; one query for the terms of its skills."""
    for name in ("workplace", "type", "level"):
        if chosen := getattr(asked, name):
            rows = rows.filter(**{f"{name}__in": chosen})
    if asked.pay:
        rows = rows.filter(yearly_high__gte=asked.pay)
    if asked.currency:
        rows = rows.filter(currency=asked.currency)
    if asked.age:
        since = clock.now() - timedelta(days=asked.age)
        rows = rows.filter(position__gte=clock.position_of(since))
    for word in words_of(asked.where)[:4]:
        rows = rows.filter(pk__in=_with([f"@{word}"]))
    return _with_skills(_said(rows, wanted(asked.what)), asked.skills)


def _with(words: Sequence[str]) -> QuerySet:
    return JobWord.objects.filter(word__in=words).values("job")


def _said(rows: QuerySet[Job], asked: Wanted) -> QuerySet[Job]:
    for group in asked.groups:
        single = [phrase[0] for phrase in group if len(phrase) == 1]
        met = Q(pk__in=_with(single)) if single else Q()
        for phrase in group:
            if len(phrase) > 1:
                met |= _together(phrase)
        rows = rows.filter(met)
    for phrase in asked.without:
        rows = rows.exclude(_together(phrase))
    return rows


def _together(phrase: Sequence[str]) -> Q:
    """The first word is looked up, so that only jobs which have it are read through for the phrase."""
    found = Q(pk__in=_with([phrase[0]]))
    return found & Q(words__contains=f" {' '.join(phrase)} ") if len(phrase) > 1 else found


def _with_skills(rows: QuerySet[Job], skills: Sequence[str]) -> QuerySet[Job]:
    terms = terms_for(TermKind.SKILL, skills) if skills else {}
    for name in skills:
        meant = Q(folded=folded(name))
        if name in terms:
            meant |= Q(term=terms[name])
        rows = rows.filter(pk__in=JobSkill.objects.filter(meant).values("job"))
    return rows


def since(viewer: Viewer, asked: Search, position: int) -> list[int]:
    """The positions of at most a hundred jobs that suit a search and were published after `position`."""
    rows = narrowed(there(viewer), asked).filter(position__gt=position)
    return list(rows.order_by("-position").values_list("position", flat=True)[:100])
