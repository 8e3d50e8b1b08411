"""Finding jobs by words, places and filters that stand in the address."""

import pytest
from django.http import QueryDict

from tests.world import client_of, person
from twofold.network.jobs.models import Face, Job
from twofold.network.jobs.queries import Counts, Search, find, read_search
from twofold.network.jobs.tests.town import WORK, hirers, published, seen, step
from twofold.people.graph.actions import block
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db
TITLES = ("Data engineer", "Engineer of data", "Nurse", "Gardener")


@pytest.fixture
def rita():
    page, rita = hirers()
    published(rita, page, title="Data engineer", must="JavaScript", nice="", place="Utrecht")
    published(rita, page, title="Engineer of data", must="Python", nice="", workplace="remote", place="")
    published(
        rita, page, title="Nurse", must="Paediatric nursing", nice="", level="senior", type="part", country="BE",
        salary_low="20", salary_high="30", period="hour", text="Not a word of data here.",
    )  # fmt: skip
    published(rita, page, title="Gardener", must="", nice="", salary_low="20000", salary_high="25000")
    return rita


def found(query: str) -> set[str]:
    there = seen(None, f"jobs/?{query}")
    return {each for each in TITLES if f"<bdi>{each}</bdi>" in there}


FOUND: dict[str, set[str]] = {
    "": set(TITLES),
    "what=data": {"Data engineer", "Engineer of data", "Nurse"},
    "what=%22data+engineer%22": {"Data engineer"},
    "what=data+-nurse": {"Data engineer", "Engineer of data"},
    "what=nurse+OR+gardener": {"Nurse", "Gardener"},
    "what=ENGINEER+-%22data+engineer%22": {"Engineer of data"},
    "what=js": {"Data engineer"},  # a synonym of JavaScript
    "what=delta": set(TITLES),
    "what=-+OR+%22%22": set(TITLES),
    "where=utrecht": {"Data engineer"},
    "where=Belgium": {"Nurse"},
    "workplace=remote&workplace=onsite&level=senior": {"Nurse"},
    "type=part": {"Nurse"},
    "pay=40000&currency=EUR": {"Data engineer", "Engineer of data", "Nurse"},
    "currency=USD": set(),
    "skills=JS": {"Data engineer"},
    "skills=python,javascript": set(),
    "where=Amersfoort&within=30": {"Data engineer"},
    "where=Amersfoort&within=10": set(),
    "where=Nowhere+at+all&within=30": set(),
    "where=Antwerp,+Belgium&within=100": set(),
    "pay=-1&age=x&workplace=moon&before=nonsense": set(TITLES),
}


def test_what_is_asked_for_is_found_and_nothing_else(rita):
    wrong = {query: found(query) for query, wanted in FOUND.items() if found(query) != wanted}
    assert not wrong


def test_work_that_moves_around_is_found_from_where_it_comes(rita):
    page = Job.objects.first().author
    published(rita, page, title="Plumber", place="Utrecht", radius="25", must="", nice="")
    near, far = seen(None, "jobs/?where=Amersfoort"), seen(None, "jobs/?where=Groningen&within=100")
    assert "Plumber" in near
    assert "up to 25 km around" in near
    assert "Data engineer" not in near, "that one stays in Utrecht"
    assert "Plumber" not in far
    assert "Plumber" in seen(None, "jobs/?where=Arnhem&within=50")


def test_what_says_it_in_the_title_comes_first_and_pages_continue(rita):
    there = seen(None, "jobs/?what=data")
    assert there.index("<bdi>Nurse</bdi>") > max(there.index(f"<bdi>{each}</bdi>") for each in TITLES[:2])
    page = Job.objects.first().author
    for number in range(21):
        published(rita, page, title=f"Sailor {number}", must="", nice="")
    first = seen(None, "jobs/?what=sailor")
    assert first.count("job-row ") == 20
    address = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert seen(None, f"jobs/{address}").count("job-row ") == 1


def counts(viewer: Viewer, asked: Search) -> Counts:
    return find(viewer, asked)[1]


def test_each_filter_says_how_many_it_would_leave_the_others_as_they_are(rita):
    one = person("mona", WORK)
    asked = read_search(QueryDict("what=data&workplace=remote"))
    there = counts(Viewer.of(one), asked)
    assert there.total == 1
    assert dict(there.workplace) == {"onsite": 2, "remote": 1}
    assert dict(there.type) == {"full": 1}
    assert dict(there.age) == {1: 1, 7: 1, 30: 1}
    wide = counts(Viewer.of(one), read_search(QueryDict("type=part&age=7")))
    assert (wide.total, dict(wide.type), dict(wide.level)) == (1, {"full": 3, "part": 1}, {"senior": 1})


def test_what_is_counted_passed_the_door_and_is_open(rita):
    """A block, a job that pauses and one that is changed: the number follows what is found."""
    mona, shut = person("mona", WORK), person("shut", WORK)
    page = Job.objects.first().author
    block(page, persona=shut)
    count = {name: counts(Viewer.of(who), Search()).total for name, who in (("mona", mona), ("shut", shut))}
    assert count == {"mona": 4, "shut": 0}
    job = Job.objects.get(title="Nurse")
    step(rita, job, "pause")
    assert counts(Viewer.of(mona), Search()).total == 3
    assert not Face.objects.filter(pk=job.pk).exists()
    step(rita, job, "reopen")
    assert counts(Viewer.of(mona), Search(level=("senior",))).total == 1


def test_a_form_leaves_no_empty_fields_in_the_address(rita):
    answer = client_of(None).get(f"/{WORK}/jobs/?what=data&where=&pay=")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/{WORK}/jobs/?what=data")
