"""Searching 100,000 open jobs, filters counted; and matching one person against all of them, as the courier does.

`python -m bench --only jobs` measures it. A thousand pages hire; a job has about forty different words and five
skills. Searches are taken in turn from a list of different ones, from one rare word to no word at all.
"""

import random
import statistics
import time
from datetime import timedelta
from itertools import accumulate, cycle, islice
from typing import Any

from bench.asking import ask, cpu_of

Row = dict[str, Any]
JOBS = {"small": 100_000, "large": 100_000}
ROUNDS = {"small": 10, "large": 40}
PAGES, SKILLS, MINE = 1_000, 300, 20
_BATCH = 5_000
# So many employers in a row look for the same: its words are taken apart once.
_ALIKE = 10
_SKILLS_IN = "INSERT INTO jobs_jobskill (job_id, name, folded, must, place) VALUES (%s, %s, %s, %s, %s)"
_WORDS_IN = "INSERT INTO jobs_jobword (job_id, word, weight) VALUES (%s, %s, %s)"
SEARCH_MS, MATCH_S, PAGE_MS = 20, 1, 5
TOWNS = (
    "Utrecht", "Amersfoort", "Rotterdam", "Delft", "Leiden", "Zwolle", "Groningen", "Antwerp", "Ghent", "Cologne",
    "Munich", "Hamburg", "Paris", "Lyon", "Madrid", "Porto", "Milan", "Vienna", "Prague", "Gothenburg",
)  # fmt: skip
ROLES = (
    "engineer", "nurse", "teacher", "developer", "analyst", "planner", "baker", "pilot", "clerk", "designer",
    "gardener", "editor", "welder", "chemist", "driver", "lawyer", "surveyor", "cook", "buyer", "carer",
)  # fmt: skip
KINDS = (
    "data", "water", "night", "harbour", "school", "paediatric", "senior", "junior", "steel", "field", "process",
    "risk", "media", "soil", "rail", "energy", "forest", "clinical", "civil", "quality",
)  # fmt: skip
# Queries of an address, and a word that each page of results must hold.
SEARCHES = (
    "", "what=nurse", "what=data+engineer", "what=%22water+planner%22", "what=welder+OR+baker", "what=skill17",
    "what=engineer+-senior", "where=Utrecht&within=30", "what=teacher&where=Leiden&within=50", "where=Porto",
    "what=chemist&workplace=remote&type=part", "pay=70000&currency=EUR&level=senior", "skills=Skill+3",
    "what=lawyer&age=7", "what=word19", "what=word401", "type=internship&age=1", "what=rail+surveyor&sort=newest",
    "what=pilot&skills=Skill+8,Skill+11", "what=cook&where=Munich",
)  # fmt: skip


def run(size: str = "small") -> list[Row]:
    from django.conf import settings  # noqa: PLC0415 - the settings may not be there yet above

    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    from tests.world import client_of, person  # noqa: PLC0415
    from twofold.config.wsgi import application  # noqa: PLC0415
    from twofold.network.jobs.models import Face  # noqa: PLC0415

    _fill(JOBS[size])
    assert Face.objects.count() == JOBS[size]
    seeker = person("seeker", "professional", name="Ada Quist")
    session = client_of(seeker).cookies["twofold"].value
    look = iter(cycle(SEARCHES))

    def pages() -> int:
        for query in islice(look, 2 * len(SEARCHES)):
            status, page = ask(application, f"/professional/jobs/?{query}", session)
            assert (status, b"job-row" in page) == ("200 OK", True), (query, status)
        return 2 * len(SEARCHES)

    pages()
    spent = cpu_of(pages)
    about = f"page of a search, {JOBS[size]:,} jobs"
    return [
        *_searches(seeker, size),
        {"what": about, "cpu_ms": round(spent, 1), "bar": "no bar at this size"},
        _match(seeker, JOBS[size]),
    ]


def _searches(seeker: Any, size: str) -> list[Row]:
    """Each search with its first page and all its counts, held against a count by hand."""
    from django.http import QueryDict  # noqa: PLC0415

    from twofold.network.jobs import queries  # noqa: PLC0415
    from twofold.people.personas.viewers import Viewer  # noqa: PLC0415

    viewer = Viewer.of(seeker)
    cpu: list[float] = []
    each_took: dict[str, list[float]] = {query: [] for query in SEARCHES}
    for number in range(ROUNDS[size]):
        for query in SEARCHES:
            begun, spent = time.perf_counter(), time.process_time()
            asked = queries.read_search(QueryDict(query))
            page, found = queries.find(viewer, asked)
            each_took[query].append((time.perf_counter() - begun) * 1000)
            cpu.append((time.process_time() - spent) * 1000)
            assert len(page.rows) == min(20, found.total), (query, found.total)
            if number == 0:
                _check(query, found)
    took = sorted(ms for each in each_took.values() for ms in each)
    slowest = max(SEARCHES, key=lambda query: statistics.median(each_took[query]))
    p50, spent = statistics.median(took), statistics.median(cpu)
    rows: list[Row] = [
        {
            "what": f"search of {JOBS[size]:,} jobs, filters counted",
            "p50_ms": round(p50, 1),
            "cpu_p50_ms": round(spent, 1),
            "p99_ms": round(took[int(len(took) * 0.99)], 1),
            "bar": f"p50 ≤ {SEARCH_MS} ms",
            "ok": p50 <= SEARCH_MS,
        },
        {
            "what": f"the slowest of them: “{slowest}”",
            "p50_ms": round(statistics.median(each_took[slowest]), 1),
            "bar": "no bar",
        },
    ]
    return rows


def _check(query: str, found: Any) -> None:
    """What is counted is what is there, by another way: the words of the jobs themselves."""
    from twofold.network.jobs.models import Job  # noqa: PLC0415

    if query == "":
        assert found.total == Job.objects.filter(live=True).count()
        assert sum(found.level.values()) == found.total
    elif query == "what=nurse":
        assert found.total == Job.objects.filter(title__contains="nurse").count()
    elif query == "what=%22water+planner%22":
        assert found.total == Job.objects.filter(title__contains="water planner").count()


def _match(seeker: Any, jobs: int) -> Row:
    """As for a kept search for good matches: all jobs that suit somebody's twenty skills, each checked by hand."""
    from django.http import QueryDict  # noqa: PLC0415

    from twofold.network.jobs import queries  # noqa: PLC0415
    from twofold.network.jobs.models import Job  # noqa: PLC0415
    from twofold.people.personas.viewers import Viewer  # noqa: PLC0415

    chance = random.Random(5)
    skills = [queries.MySkill(f"Skill {n}", f"skill {n}") for n in chance.sample(range(SKILLS // 3), MINE)]
    mine, asked, viewer = queries.Mine(skills), queries.read_search(QueryDict("good=1")), Viewer.of(seeker)
    begun = time.perf_counter()
    positions = queries.since(viewer, asked, 0, mine)
    took = time.perf_counter() - begun
    found = queries.find(viewer, asked, mine=mine)[1].total
    rows = queries.rows_of(Job.objects.filter(position__in=positions))
    assert len(rows) == min(100, found) > 0, found
    assert all(queries.fits(skills, row.skills).good for row in rows)
    what = f"one person with {MINE} skills against {jobs:,} jobs ({found:,} good matches)"
    return {"what": what, "wall_s": round(took, 3), "bar": f"≤ {MATCH_S} s", "ok": took <= MATCH_S}


def _fill(count: int) -> None:
    """Jobs with their words, skills and faces, as writing each would leave them."""
    from django.db import connection, transaction  # noqa: PLC0415

    from twofold.foundation.kit.ids import new_id  # noqa: PLC0415
    from twofold.network.jobs.actions.keeping import words_for  # noqa: PLC0415
    from twofold.network.jobs.actions.shelving import face_of  # noqa: PLC0415
    from twofold.network.jobs.models import Face, Job, JobSkill  # noqa: PLC0415

    chance = random.Random(7)
    words = [f"word{n}" for n in range(3_000)]
    weights = list(accumulate(1 / (n + 1) for n in range(len(words))))
    ids = sorted(new_id() for _each in range(count))
    kept: list[Any] = []
    with transaction.atomic(), connection.cursor() as cursor:
        shelves = _shelves()
        for start in range(0, count, _BATCH):
            jobs, skills, said, faces = [], [], [], []
            for number in range(start, min(count, start + _BATCH)):
                shelf = chance.choice(shelves)
                text = " ".join(chance.choices(words, cum_weights=weights, k=40))
                job = _job(number, count, shelf, text, chance)
                job.pk = ids[number]
                if number % _ALIKE == 0:
                    asked = list(dict.fromkeys(_skill(chance) for _each in range(5)))
                    named = [(f"skill {n}", place < 3) for place, n in enumerate(asked)]
                    kept = [
                        (
                            job,
                            named,
                            words_for(job, [name for name, _must in named], [f"skill{n}" for n in asked]),
                        )
                    ]
                first, named, found = kept[0]
                job.title, job.text, job.place, job.words = first.title, first.text, first.place, first.words
                jobs.append(job)
                skills += [
                    (job.pk, name.title(), name, must, place) for place, (name, must) in enumerate(named)
                ]
                said += [(job.pk, word, weight) for word, weight in found.items()]
                weighed = [JobSkill(must=must) for _name, must in named]
                faces.append(Face(job=job, shelf=shelf, **face_of(job, weighed)))
            for model, rows in ((Job, jobs), (Face, faces)):
                model.objects.bulk_create(rows, batch_size=2_000)
            cursor.executemany(_SKILLS_IN, skills)
            cursor.executemany(_WORDS_IN, said)


def _skill(chance: random.Random) -> int:
    """Some are asked for far more often than others."""
    return int(SKILLS * chance.random() ** 2)


def _job(number: int, count: int, shelf: Any, text: str, chance: random.Random) -> Any:
    from twofold.foundation.kit import clock  # noqa: PLC0415
    from twofold.network.jobs.models import Job, Level, Type, Workplace  # noqa: PLC0415

    now = clock.now()
    published = now - timedelta(days=90) * (number / count)
    low = chance.randrange(30_000, 90_000, 1_000)
    return Job(
        author=shelf.author,
        audience=shelf.audience,
        state="open",
        title=f"{chance.choice(KINDS)} {chance.choice(ROLES)}",
        place=chance.choice(TOWNS),
        workplace=chance.choice(Workplace.values),
        type=chance.choices(Type.values, (12, 4, 1, 2, 1, 1))[0],
        level=chance.choice(Level.values),
        salary_low=low,
        salary_high=low + 10_000,
        currency=chance.choice(("EUR", "EUR", "EUR", "USD")),
        yearly_low=low,
        yearly_high=low + 10_000,
        text=text,
        closes_on=(now + timedelta(days=30)).date(),
        published_at=published,
        position=clock.position_of(published) - number,
        changed_at=now,
    )


def _shelves() -> list[Any]:
    """A shelf for everybody of each page that hires."""
    from twofold.foundation.kit.ids import new_id  # noqa: PLC0415
    from twofold.network.jobs.models import Shelf  # noqa: PLC0415
    from twofold.people.audiences.actions import compose  # noqa: PLC0415
    from twofold.people.audiences.specs import EVERYONE  # noqa: PLC0415
    from twofold.people.personas.models import Persona  # noqa: PLC0415

    ids = [new_id() for _each in range(PAGES)]
    made = [
        Persona(
            pk=pk, network="professional", handle=f"p{n}", skeleton=f"p{n}", name=f"Works {n}", kind="page"
        )
        for n, pk in enumerate(ids)
    ]
    Persona.objects.bulk_create(made, batch_size=1_000)
    rows = [Shelf(author=each, audience=compose(each, EVERYONE)) for each in made]
    return Shelf.objects.bulk_create(rows, batch_size=1_000)
