"""Jobs and searches kept for later, what the courier tells of, and feeds for other programs."""

import json
from xml.etree import ElementTree

import pytest

from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.jobs.actions import look_for_all
from twofold.network.jobs.models import SavedSearch
from twofold.network.jobs.queries import NOBODYS, Mine
from twofold.network.jobs.tests.town import WORK, at, hirers, post, published, seen, step
from twofold.people.graph.actions import block

pytestmark = pytest.mark.django_db


def nothing(_viewer) -> Mine:
    return NOBODYS


def test_a_job_is_saved_once_and_let_go():
    page, rita = hirers()
    job, mona = published(rita, page), person("mona", WORK)
    for _twice in range(2):
        assert post(mona, at(job, "save/")).status_code == 303
    assert seen(mona, "jobs/mine/").count("<bdi>Harbour pilot</bdi>") == 1
    assert 'aria-pressed="true"' in seen(mona, at(job))
    step(rita, job, "pause")
    assert "Harbour pilot" not in seen(mona, "jobs/mine/")
    step(rita, job, "reopen")
    post(mona, at(job, "unsave/"))
    assert "Harbour pilot" not in seen(mona, "jobs/mine/")


def test_the_courier_tells_of_what_is_new_once_and_only_of_what_one_may_see():
    page, rita = hirers()
    published(rita, page, title="Old pilot")
    mona, shut, other = (person(name, WORK) for name in ("mona", "shut", "other"))
    for who in (mona, shut):
        post(who, "jobs/searches/keep/", query="what=pilot&workplace=onsite&moon=1")
        post(who, "jobs/searches/keep/", query="what=pilot&workplace=onsite")
    assert SavedSearch.objects.filter(persona=mona).count() == 1
    block(page, persona=shut)
    assert look_for_all(nothing) == 0
    published(rita, page, title="New pilot")
    published(rita, page, title="Baker")
    assert (look_for_all(nothing), look_for_all(nothing)) == (1, 0)
    drain()
    assert "new jobs for a search" in seen(mona, "notifications/")
    assert "new jobs for a search" not in seen(shut, "notifications/")
    assert "1 new" in seen(mona, "jobs/mine/")
    search = SavedSearch.objects.get(persona=mona)
    path = f"jobs/searches/{encode(search.pk)}/"
    assert client_of(mona).get(f"/{WORK}/{path}").headers["Location"].endswith("what=pilot&workplace=onsite")
    assert "1 new" not in seen(mona, "jobs/mine/")
    assert client_of(other).get(f"/{WORK}/{path}").status_code == 404
    assert post(other, path + "drop/").status_code == 404
    post(mona, path + "hush/")
    published(rita, page, title="Third pilot")
    assert look_for_all(nothing) == 0
    post(mona, path + "tell/")
    assert look_for_all(nothing) == 0, "what came meanwhile is not told of"
    post(mona, path + "drop/")
    assert not SavedSearch.objects.filter(persona=mona).exists()
    post(mona, "jobs/searches/keep/", query="moon=1")
    assert not SavedSearch.objects.filter(persona=mona).exists(), "a search for nothing is none"


def test_feeds_are_read_by_other_programs():
    page, rita = hirers()
    job = published(rita, page, title="A < B & C", text="One.\n\n- two </p>")
    published(rita, page, title="Baker", must="", nice="")
    for who in (None, rita):
        answer = client_of(who).get(f"/{WORK}/jobs/feed.rss?what=pilot+OR+B")
        items = ElementTree.fromstring(answer.content).findall("channel/item")
        assert [each.findtext("title") for each in items] == ["A < B & C · Delta"]
        assert "two &lt;/p&gt;" in (items[0].findtext("description") or "")
    answer = client_of(None).get(f"/{WORK}/jobs/feed.json")
    feed = json.loads(answer.content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert {each["title"] for each in feed["items"]} == {"A < B & C", "Baker"}
    found = next(each for each in feed["items"] if each["id"] == encode(job.pk))
    assert found["_posting"]["baseSalary"]["currency"] == "EUR"
    assert client_of(None).get("/social/jobs/feed.rss").status_code == 404
