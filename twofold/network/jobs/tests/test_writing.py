"""Writing a job: kept as a draft, looked over, published, and ended."""

import json
import re
from datetime import timedelta

import pytest

from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.network.jobs.actions import expire
from twofold.network.jobs.models import Job
from twofold.network.jobs.tests.town import WORK, at, hirers, post, published, seen, step, words, written

pytestmark = pytest.mark.django_db


def test_a_job_is_written_looked_over_and_published():
    page, rita = hirers()
    job = written(rita, page)
    assert not seen(person("xena", WORK), at(job)), "a draft is for those who hire alone"
    assert "Bring ships in." in seen(rita, at(job, "preview/"))
    assert step(rita, job, "publish") == 303
    there = seen(None, at(job))
    assert "Harbour pilot" in there
    assert "€50,000 – €70,000 a year" in there
    assert "Harbour pilot" in seen(None, "@delta/jobs/")


def test_every_page_of_a_job_carries_a_posting():
    page, rita = hirers()
    job = published(rita, page, text="</script><b>\n\n- a & b")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', seen(None, at(job)))
    assert found
    said = json.loads(found[1])
    assert said["@type"] == "JobPosting"
    for need in ("title", "description", "datePosted", "validThrough", "hiringOrganization", "jobLocation"):
        assert said[need]
    assert said["baseSalary"]["value"] == {
        "@type": "QuantitativeValue", "minValue": 50000, "maxValue": 70000, "unitText": "YEAR"
    }  # fmt: skip
    assert "&lt;/script&gt;" in said["description"]
    assert "geo" not in said["jobLocation"]
    around = published(rita, page, place="Utrecht", radius="25")
    told = json.loads(
        seen(None, at(around)).split('<script type="application/ld+json">')[1].split("</script>")[0]
    )
    circle = told["jobLocation"]["geo"]
    assert (circle["@type"], circle["geoRadius"]) == ("GeoCircle", 25_000)
    assert round(circle["geoMidpoint"]["latitude"]) == 52
    far = published(rita, page, workplace="remote", place="")
    assert '"jobLocationType":"TELECOMMUTE"' in seen(None, at(far))


WRONG = [
    ("salary_low", "-5"), ("salary_low", "90000"), ("salary_high", "999999"), ("salary_low", "much"), ("title", " "),
    ("country", "QQ"), ("currency", "XXX"), ("workplace", "moon"), ("text", "x" * 8001),
]  # fmt: skip


def test_what_cannot_be_is_said_and_what_was_typed_is_kept():
    _page, rita = hirers()
    for field, value in WRONG:
        answer = client_of(rita).post(f"/{WORK}/jobs/at/@delta/new/", words(**{field: value}))
        assert answer.status_code == 422, field
        assert ("Harbour pilot" if field == "text" else "by night") in answer.content.decode()
    assert not Job.objects.exists()


def test_a_job_without_pay_stays_a_draft():
    page, rita = hirers()
    job = written(rita, page, salary_low="")
    assert "says what it pays" in seen(rita, at(job, "preview/"))
    step(rita, job, "publish")
    assert not Job.objects.get().live


def test_it_is_written_in_steps_that_are_kept_as_they_are_left():
    _page, rita = hirers()
    begun = client_of(rita).post(f"/{WORK}/jobs/at/@delta/new/", {"title": "Keeper", "text": "Of locks."})
    job = Job.objects.get()
    assert begun["Location"] == f"/{WORK}/{at(job, 'edit/where/')}"
    assert "Keeper" in seen(rita, at(job, "edit/work/"))
    wrong = post(rita, at(job, "edit/where/"), **words(salary_high="1"))
    assert wrong.status_code == 422
    assert 'value="50000"' in wrong.content.decode()
    for part in ("where", "skills", "asked"):
        post(rita, at(job, f"edit/{part}/"), **words(title="Not here"))
    assert "until when one can apply" in seen(rita, at(job, "preview/"))
    assert at(job, "edit/until/") in seen(rita, at(job, "preview/")) + seen(rita, "jobs/at/@delta/")
    last = post(rita, at(job, "edit/until/"), **words(title="Not here", blind="on"))
    assert last["Location"].endswith("/preview/")
    job.refresh_from_db()
    assert (job.title, job.salary_low, job.blind, len(job.questions)) == ("Keeper", 50_000, True, 2)
    post(rita, at(job, "edit/asked/"), question0="Only one?", kind0="yes")
    post(rita, at(job, "edit/until/"), **words())
    job.refresh_from_db()
    assert job.questions == [{"words": "Only one?", "kind": "yes", "needed": False}]
    assert (job.blind, [each.name for each in job.skills.filter(must=True)]) == (
        False,
        ["JavaScript", "Knots"],
    )
    step(rita, job, "publish")
    Job.objects.update(closes_on=(clock.now() - timedelta(days=1)).date())
    late = post(rita, at(job, "edit/work/"), **words(text="Typed too")).content.decode()
    assert "That day is over" in late, "what is wrong in another step is shown"
    assert "Typed too" in late
    assert client_of(rita).get(f"/{WORK}/{at(job, 'edit/moon/')}").status_code == 404
    assert client_of(person("olga", WORK)).get(f"/{WORK}/{at(job, 'edit/work/')}").status_code == 404


def test_it_rests_closes_opens_again_and_is_copied():
    page, rita = hirers()
    job = published(rita, page)
    for act, live in (("pause", False), ("reopen", True), ("close", False)):
        step(rita, job, act)
        assert bool(seen(None, at(job))) is live
    step(rita, job, "reopen", until="2020-01-01")
    assert not seen(None, at(job)), "a day that is over opens nothing"
    step(rita, job, "copy")
    twin = Job.objects.exclude(pk=job.pk).get()
    assert twin.state == "draft"
    assert [each.name for each in twin.skills.order_by("place")] == ["JavaScript", "Knots", "Dutch water law"]
    assert step(rita, twin, "drop") == 303
    assert Job.objects.count() == 1


def test_the_courier_takes_down_what_is_over():
    page, rita = hirers()
    job = published(rita, page)
    Job.objects.update(closes_on=(clock.now() - timedelta(days=1)).date())
    assert not seen(None, at(job)), "over is over, also before the courier came by"
    assert expire() == 1
    drain()
    job.refresh_from_db()
    assert (job.live, job.state) == (False, "expired")
    assert "taken down" in seen(rita, at(job, "preview/"))


def test_only_those_who_hire_find_its_desk():
    page, rita = hirers()
    job = published(rita, page)
    other = person("olga", WORK)
    for path in ("jobs/at/@delta/", "jobs/at/@delta/new/", at(job, "preview/"), at(job, "edit/")):
        assert client_of(other).get(f"/{WORK}/{path}").status_code == 404
    assert step(other, job, "close") == 404
