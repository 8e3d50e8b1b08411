"""Finding jobs: what was typed and chosen, kept in the address, and the page of what it leads to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import timedelta
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import F, FloatField, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut, read_cursor
from twofold.foundation.kit.places import DEGREE, Reach, town
from twofold.foundation.kit.text import clean_line, folded
from twofold.network.jobs.codes import codes_of
from twofold.network.jobs.models import Face, Job, JobSkill, JobWord, Level, Shelf, Type, Workplace
from twofold.network.jobs.pay import CURRENCIES
from twofold.network.jobs.policies import RADII
from twofold.network.jobs.queries.matching import MySkill, good_ones
from twofold.network.jobs.queries.reading import there
from twofold.network.jobs.words import Wanted, wanted, words_of
from twofold.network.vocabulary.models import TermKind
from twofold.network.vocabulary.queries import terms_for
from twofold.people.personas.viewers import Viewer

SORTS = ("newest", "relevance")
AGES = (1, 7, 30)
DISTANCES = (10, 30, 50, 100, 200)
MOST_SKILLS = 6


@dataclass(frozen=True)
class Mine:
    """What those who search bring along: their skills, and the pages at which people they know say to work."""

    skills: Sequence[MySkill] = ()
    pages: frozenset[int] = frozenset()


NOBODYS = Mine()


@dataclass(frozen=True)
class Search:
    """Everything that narrows a search down; empty says nothing. `within` is in kilometres, `age` in days."""

    what: str = ""
    where: str = ""
    within: int = 0
    workplace: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    pay: int = 0
    currency: str = ""
    skills: tuple[str, ...] = ()
    age: int = 0
    known: int = 0
    good: int = 0
    sort: str = ""

    @property
    def order(self) -> str:
        return self.sort or ("relevance" if self.what else "newest")

    @cached_property
    def reach(self) -> Reach | None:
        """Around which town it looks, where a distance is chosen and the town is known."""
        found = town(self.where) if self.within else None
        return Reach(found, self.within) if found else None

    def query(self, **changes: Any) -> str:
        """What stands in the address; `changes` replace fields, and `before` continues."""
        said = {each.name: getattr(self, each.name) for each in fields(self)} | changes
        pairs = [(name, value) for name, value in said.items() if value]
        flat = [
            (name, each) for name, value in pairs for each in (value if isinstance(value, tuple) else [value])
        ]
        return urlencode(flat)

    def without(self, name: str, value: str) -> str:
        """What stands in the address when one thing of it is taken away."""
        held = getattr(self, name)
        left = tuple(each for each in held if each != value) if isinstance(held, tuple) else ""
        return self.query(**{name: left}, **({"within": 0} if name == "where" else {}))

    @property
    def personal(self) -> bool:
        """Whether what it finds depends on what whoever searches brings along."""
        return bool(self.known or self.good)

    @property
    def narrow(self) -> bool:
        """Whether anything is asked for at all."""
        return bool(self.query(sort="", within=0))


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
        within=_one_of(DISTANCES, asked.get("within")),
        **many,
        pay=min(read_cursor(asked.get("pay")) or 0, 10**9),
        currency=currency if currency in CURRENCIES else "",
        skills=skills,
        age=_one_of(AGES, asked.get("age")),
        known=_one_of((1,), asked.get("known")),
        good=_one_of((1,), asked.get("good")),
        sort=next((each for each in SORTS if each == asked.get("sort")), ""),
    )


def _one_of(known: Sequence[int], said: str | None) -> int:
    return next((each for each in known if str(each) == said), 0)


def search(
    viewer: Viewer,
    asked: Search,
    before: str | None = None,
    size: int = DEFAULT_SIZE,
    mine: Mine = NOBODYS,
) -> Page[Job]:
    """The open jobs that suit a search. A fixed number of queries, whatever the size."""
    return jobs_of(viewer, paged(narrowed(faces(viewer), asked, mine), asked, before, size))


def paged(rows: QuerySet[Face], asked: Search, before: str | None, size: int) -> Page[int]:
    """The ids of the jobs of one page, in the order that is asked for."""
    by_score = asked.order == "relevance"
    found = _by_relevance(rows, asked, before, size) if by_score else _newest(rows, before, size)
    return Page([each["job"] for each in found.rows], found.after)


def jobs_of(viewer: Viewer, page: Page[int]) -> Page[Job]:
    """The jobs of these ids, each through the door itself."""
    jobs = there(viewer).in_bulk(page.rows)
    return Page([jobs[each] for each in page.rows if each in jobs], page.after)


def unasked() -> QuerySet[Face]:
    """All that are open, whoever may see them: the door has to be asked about their shelves."""
    return Face.objects.filter(closes_on__gte=clock.now().date())


def faces(viewer: Viewer) -> QuerySet[Face]:
    """The open jobs that `viewer` may see, through the door of the shelves on which they stand."""
    return unasked().filter(shelf__in=Shelf.objects.visible_to(viewer).values("pk"))


def _newest(rows: QuerySet[Face], before: str | None, size: int) -> Page[Any]:
    start = read_cursor(before)
    if start is not None:
        rows = rows.filter(position__lt=start)
    found = rows.order_by("-position").values("job", "position")[: size + 1]
    return cut(list(found), size, lambda each: each["position"])


def _by_relevance(rows: QuerySet[Face], asked: Search, before: str | None, size: int) -> Page[dict[str, int]]:
    """The more its words say what was asked for, the earlier; among equals the newest."""
    found = scored(rows, asked)
    place = read_place(before)
    if place[0] is not None and place[1] is not None:
        found = found.filter(Q(score__lt=place[0]) | Q(score=place[0], position__lt=place[1]))
    found = found.order_by(F("score").desc(), "-position").values("job", "position", "score")
    return cut(list(found[: size + 1]), size, lambda each: f"{each['score']}-{each['position']}")


def scored(rows: QuerySet[Face], asked: Search) -> QuerySet[Any]:
    """With `score`: how much their words say of what was asked for."""
    words = wanted(asked.what).plain
    said = JobWord.objects.filter(job=OuterRef("pk"), word__in=words).order_by()
    if len(words) == 1:
        return rows.annotate(score=Subquery(said.values("weight")))
    score = Subquery(said.values("job").annotate(sum=Sum("weight")).values("sum"))
    return rows.annotate(score=Coalesce(score, 0))


def read_place(before: str | None) -> tuple[int | None, int | None]:
    """Where a page by relevance goes on: score and position."""
    score, _dot, position = (before or "").partition("-")
    return read_cursor(score), read_cursor(position)


def narrowed(rows: QuerySet[Face], asked: Search, mine: Mine = NOBODYS) -> QuerySet[Face]:
    """`rows` without those that do not suit the search; one query for the terms of its skills."""
    if asked.workplace or asked.type or asked.level:
        rows = rows.filter(code__in=codes_of(asked.workplace, asked.type, asked.level))
    if asked.pay:
        rows = rows.filter(yearly_high__gte=asked.pay)
    if asked.currency:
        rows = rows.filter(currency=asked.currency)
    if asked.age:
        rows = rows.filter(position__gte=age_limit(asked.age))
    if asked.known:
        rows = rows.filter(shelf__in=Shelf.objects.filter(author__in=mine.pages).values("pk"))
    if asked.good:
        rows = rows.filter(pk__in=good_ones(mine.skills))
    return _with_skills(_said(_placed(rows, asked), wanted(asked.what)), asked.skills)


def age_limit(days: int) -> int:
    """The position of the oldest that was published in the last `days`."""
    return clock.position_of(clock.now() - timedelta(days=days))


def _placed(rows: QuerySet[Face], asked: Search) -> QuerySet[Face]:
    """Those whose place says all words of `where`, that are near enough to it, or whose own radius comes there."""
    named = Q()
    for word in words_of(asked.where)[:4]:
        named &= Q(pk__in=_with([f"@{word}"]))
    at = town(asked.where)
    if at is None:
        return rows.filter(named)
    coming = _within(Face.objects.filter(radius__gt=0), Reach(at, asked.within), RADII[-1])
    found = named | Q(pk__in=coming.values("pk"))
    if asked.within:
        reach = Reach(at, asked.within)
        rows, found = rows.alias(away=_away(reach)), found | _box(reach) & Q(away__lte=reach.km**2)
    return rows.filter(found)


def _within(rows: QuerySet[Face], reach: Reach, most: int) -> QuerySet[Face]:
    """Those that come, by their own radius of at most `most` km, to within `reach`."""
    far = Cast("radius", FloatField()) + Value(float(reach.km), output_field=FloatField())
    near = rows.filter(_box(Reach(reach.town, reach.km + most))).alias(away=_away(reach))
    return near.filter(away__lte=far * far)


def _box(reach: Reach) -> Q:
    """A square around it, for an index to look into."""
    at, north, east = reach.town, reach.north, reach.north / reach.east
    return Q(
        latitude__range=(at.latitude - north, at.latitude + north),
        longitude__range=(at.longitude - east, at.longitude + east),
    )


def _away(reach: Reach) -> Combinable:
    """How far it is to the town, in kilometres, squared."""
    up = _degrees("latitude", reach.town.latitude, DEGREE)
    along = _degrees("longitude", reach.town.longitude, DEGREE * reach.east)
    return up * up + along * along


def _degrees(name: str, start: float, km: float) -> Combinable:
    return (F(name) - Value(start, output_field=FloatField())) * Value(km, output_field=FloatField())


def _with(words: Sequence[str]) -> QuerySet:
    return JobWord.objects.filter(word__in=words).values("job")


def _said(rows: QuerySet[Face], asked: Wanted) -> QuerySet[Face]:
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
    """Its words are looked up, so that only jobs which have them all are read through for the phrase."""
    if len(phrase) == 1:
        return Q(pk__in=_with(phrase))
    rows = Job.objects.filter(words__contains=f" {' '.join(phrase)} ")
    for word in dict.fromkeys(phrase):
        rows = rows.filter(pk__in=_with([word]))
    return Q(pk__in=rows.values("pk"))


def _with_skills(rows: QuerySet[Face], skills: Sequence[str]) -> QuerySet[Face]:
    terms = terms_for(TermKind.SKILL, skills) if skills else {}
    for name in skills:
        meant = Q(folded=folded(name))
        if name in terms:
            meant |= Q(term=terms[name])
        rows = rows.filter(pk__in=JobSkill.objects.filter(meant).values("job"))
    return rows


def since(viewer: Viewer, asked: Search, position: int, mine: Mine = NOBODYS) -> list[int]:
    """The positions of at most a hundred jobs that suit a search and were published after `position`."""
    rows = narrowed(faces(viewer), asked, mine).filter(position__gt=position)
    return list(rows.order_by("-position").values_list("position", flat=True)[:100])
