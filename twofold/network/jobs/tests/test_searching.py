"""Finding jobs by words, places and filters that stand in the address."""

import pytest

from twofold.network.jobs.models import Job
from twofold.network.jobs.tests.town import hirers, published, seen

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
    "pay=-1&age=x&workplace=moon&before=nonsense": set(TITLES),
}


def test_what_is_asked_for_is_found_and_nothing_else(rita):
    wrong = {query: found(query) for query, wanted in FOUND.items() if found(query) != wanted}
    assert not wrong


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
