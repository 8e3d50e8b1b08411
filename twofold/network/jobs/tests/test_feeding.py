"""Jobs that come from elsewhere: every kind of feed, and what becomes of them when the feed changes or breaks."""

import contextlib
import json
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.network.jobs import actions
from twofold.network.jobs.feeding import Garbled, read
from twofold.network.jobs.models import Feed, Job, State
from twofold.network.jobs.tests.town import WORK, at, hirers, post, seen, step
from twofold.people.personas.models import Persona

GREENHOUSE = {
    "jobs": [
        {
            "id": 71, "title": "Senior pump fitter", "absolute_url": "https://boards.example/71",
            "location": {"name": "Veermond, Netherlands"}, "first_published": "2026-09-01T09:00:00-04:00",
            "content": "&lt;p&gt;Fit &amp;amp; mend.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;By day&lt;/li&gt;&lt;/ul&gt;"
            "&lt;script&gt;steal()&lt;/script&gt;",
            "metadata": [
                {"name": "Employment Type", "value": "Part-time"},
                {"name": "Pay", "value_type": "currency_range",
                 "value": {"unit": "EUR", "min_value": "41000.0", "max_value": "52000.0"}},
            ],
        },
        {"id": 72, "title": "Diver", "location": None, "metadata": None, "content": ""},
    ]
}  # fmt: skip
LEVER = [
    {
        "id": "a-1", "text": "Lead archivist", "hostedUrl": "https://jobs.example/a-1", "country": "BE",
        "categories": {"commitment": "Contract", "location": "Gent"}, "workplaceType": "hybrid",
        "createdAt": 1781122278888, "description": "<div>Old paper.</div>",
        "lists": [{"text": "You will", "content": "<li>Read</li><li>Copy</li>"}],
        "salaryRange": {"min": 3000, "max": 3900, "currency": "EUR", "interval": "per-month-salary"},
    }
]  # fmt: skip
ASHBY = {
    "jobs": [
        {
            "id": "b-1", "title": "Chart maker", "jobUrl": "https://ashby.example/b-1", "isListed": True,
            "isRemote": True, "workplaceType": "Hybrid", "employmentType": "Intern", "descriptionHtml": "<p>Maps.</p>",
            "address": {"postalAddress": {"addressLocality": "Lyon", "addressCountry": "France"}},
            "compensation": {"summaryComponents": [
                {"compensationType": "EquityPercentage", "minValue": None},
                {"compensationType": "Salary", "interval": "1 HOUR", "currencyCode": "EUR", "minValue": 14,
                 "maxValue": 18},
            ]},
        },
        {"id": "b-2", "title": "Hidden", "isListed": False},
    ]
}  # fmt: skip
PAGE = """<html><script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "Quay"},
{"@type": ["JobPosting"], "title": "Lock keeper", "identifier": {"value": "Q-1"}, "validThrough": "2999-12-01",
"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": {"@type": "Country", "name": "NL"},
"description": "<p>Open</p>", "url": "https://quay.example/q-1", "employmentType": ["TEMPORARY"],
"skills": "Knots, Oil",
"baseSalary": {"currency": "EUR", "value": {"minValue": 40000, "maxValue": 39000, "unitText": "YEAR"}}}]}</script>
<script type="application/ld+json">{ broken </script></html>"""
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Jobs</title><item><title>Quay: Remote scribe</title>
<link>https://feed.example/1</link><guid>1</guid><pubDate>Thu, 01 Oct 2026 08:00:00 +0000</pubDate>
<description><![CDATA[<p>Write</p>]]></description></item></channel></rss>"""
SAID = {"greenhouse": json.dumps(GREENHOUSE), "lever": json.dumps(LEVER), "ashby": json.dumps(ASHBY),
        "jsonld": PAGE, "rss": RSS}  # fmt: skip


@pytest.fixture
def page() -> Persona:
    return hirers()[0]


@pytest.fixture
def feed(page, tmp_path) -> tuple[Feed, Path]:
    file = tmp_path / "jobs.json"
    file.write_text(json.dumps(GREENHOUSE))
    return actions.add_feed(page, kind="greenhouse", address=str(file)), file


def live() -> set[str]:
    return set(Job.objects.filter(live=True).values_list("title", flat=True))


def test_each_kind_of_feed_is_read():
    first, second = read("greenhouse", SAID["greenhouse"].encode()).offers
    assert (first.place, first.country, first.level, first.type) == ("Veermond", "NL", "senior", "part")
    assert first.text == "Fit & mend.\n\n- By day"
    assert first.pay == (41_000, 52_000, "EUR", "year")
    assert (second.title, second.pay, second.place) == ("Diver", None, "")
    (lever,) = read("lever", SAID["lever"].encode()).offers
    assert (lever.country, lever.workplace, lever.type, lever.level) == ("BE", "hybrid", "contract", "lead")
    assert lever.text == "Old paper.\n\nYou will\n\n- Read\n- Copy"
    assert lever.pay == (3_000, 3_900, "EUR", "month")
    assert lever.since
    assert lever.since.year == 2026
    (ashby,) = read("ashby", SAID["ashby"].encode()).offers
    assert (ashby.place, ashby.country, ashby.workplace, ashby.type) == ("Lyon", "FR", "hybrid", "internship")
    assert ashby.pay == (14, 18, "EUR", "hour")
    (posting,) = read("jsonld", SAID["jsonld"].encode()).offers
    assert (posting.key, posting.workplace, posting.country, posting.type) == (
        "Q-1",
        "remote",
        "NL",
        "temporary",
    )
    assert (posting.pay, posting.until, posting.skills) == (None, date(2999, 12, 1), ("Knots", "Oil"))
    (item,) = read("rss", SAID["rss"].encode()).offers
    assert (item.key, item.text, item.workplace) == ("1", "Write", "remote")


@pytest.mark.parametrize(
    ("kind", "data"),
    [("greenhouse", b"<html>"), ("greenhouse", b"[]"), ("lever", b'{"ok": false, "error": "unknown"}'),
     ("ashby", b'{"jobs": 7}'), ("jsonld", b"<html></html>"), ("jsonld", b"{ no"), ("rss", b"<rss>"),
     ("rss", b'<!DOCTYPE x [<!ENTITY a "b">]><rss/>'), ("greenhouse", b"[" * 100_000), ("rss", b"\xff\xfe\x00")],
)  # fmt: skip
def test_what_cannot_be_read_is_said_to_be_so(kind, data):
    with pytest.raises(Garbled):
        read(kind, data)


@pytest.mark.parametrize("kind", list(SAID))
def test_odd_values_break_nothing(kind):
    """Whatever stands where something else should, a feed is read or refused, and never fails."""
    for odd in (None, 7, -1.5e308, "", [], {}, [None], {"name": {}}, "2026-13-45", True):
        spoiled = json.loads(SAID[kind]) if kind in ("greenhouse", "lever", "ashby") else None
        if spoiled is None:
            continue
        rows = spoiled if isinstance(spoiled, list) else spoiled["jobs"]
        for name in list(rows[0]):
            read(kind, json.dumps(_with(spoiled, rows, name, odd)).encode())


def _with(spoiled, rows: list[dict], name: str, odd: object):
    other = [{**rows[0], name: odd}, *rows[1:]]
    return other if isinstance(spoiled, list) else {**spoiled, "jobs": other}


@pytest.mark.django_db
def test_jobs_come_change_and_go_with_their_feed(feed):
    source, file = feed
    assert actions.run_feed(source)
    assert live() == {"Senior pump fitter", "Diver"}
    job = Job.objects.get(title="Senior pump fitter")
    assert f"{clock.moment_at(job.position):%Y-%m-%d}" == "2026-09-01", "it stands by its own day"
    drain()
    reader = person("reader", WORK)
    body = seen(reader, at(job))
    assert 'href="https://boards.example/71"' in body
    assert "Apply at the site of Delta" in body
    assert "steal()" not in body
    assert '"directApply":false' in body
    assert at(job) in seen(None, "jobs/?what=pump+fitter")
    words = json.loads(file.read_text())
    words["jobs"] = [{**words["jobs"][0], "title": "Pump fitter"}, {"id": 73, "title": "Cook"}]
    file.write_text(json.dumps(words))
    assert actions.run_feed(source)
    assert live() == {"Pump fitter", "Cook"}
    job.refresh_from_db()
    assert job.title == "Pump fitter", "the same job, at the same address"
    assert Job.objects.get(title="Diver").state == State.EXPIRED
    assert seen(reader, at(Job.objects.get(title="Diver"))) == ""


@pytest.mark.django_db
def test_nothing_is_lost_while_a_feed_is_broken_and_the_keeper_is_told(feed):
    source, file = feed
    actions.run_feed(source)
    file.write_text("<html>We are moving</html>")
    assert not actions.run_feed(source)
    assert live() == {"Senior pump fitter", "Diver"}
    assert source.failures == 1
    assert source.notes == "it is not JSON"
    file.unlink()
    assert not actions.run_feed(source)
    assert len(live()) == 2


@pytest.mark.django_db
def test_a_feed_that_is_suddenly_empty_is_believed_the_second_time(feed):
    source, file = feed
    file.write_text(json.dumps({"jobs": [{"id": each, "title": f"Job {each}"} for each in range(4)]}))
    actions.run_feed(source)
    file.write_text('{"jobs": []}')
    assert not actions.run_feed(source)
    assert len(live()) == 4
    assert actions.run_feed(source)
    assert not live()


@pytest.mark.django_db
def test_what_stands_twice_counts_once_and_what_is_too_much_is_told(feed, page, tmp_path):
    source, file = feed
    rows = [{"id": 1, "title": "One", "absolute_url": "https://boards.example/1"}] * 3 + [{"id": 5}]
    file.write_text(json.dumps({"jobs": rows}))
    actions.run_feed(source)
    assert live() == {"One"}
    assert "twice" in source.notes
    assert "without a title" in source.notes
    other = tmp_path / "other.xml"
    other.write_text(RSS.replace("https://feed.example/1", "https://boards.example/1"))
    second = actions.add_feed(page, kind="rss", address=str(other))
    actions.run_feed(second)
    assert live() == {"One"}
    assert "another feed" in second.notes
    many = {"jobs": [{"id": each, "title": f"Job {each}"} for each in range(450)]}
    found = read("greenhouse", json.dumps(many).encode())
    assert len(found.offers) == 400
    assert "450 jobs" in found.notes[0]


@pytest.mark.django_db
def test_its_team_closes_what_came_and_changes_nothing_else(feed):
    source, _file = feed
    actions.run_feed(source)
    job = Job.objects.get(title="Diver")
    rita = Persona.objects.get(handle="rita")
    assert client_of(rita).post(f"/{WORK}/{at(job, 'edit/')}", {"title": "Mine"}).status_code == 422
    assert (
        post(person("cleo", WORK), at(job, "apply/contact/")).status_code in (403, 404, 422)
        or not job.source_url
    )
    assert step(rita, job, "close") == 303
    actions.run_feed(source)
    assert live() == {"Senior pump fitter"}, "what was closed by hand stays closed"


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = b"[" + b" " * 17_000_000 + b"]" if self.path == "/huge" else SAID["lever"].encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.mark.django_db
def test_addresses_are_fetched_by_the_guarded_way_alone(page):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    site = f"127.0.0.1:{server.server_address[1]}"
    feed = actions.add_feed(page, kind="lever", address=f"http://{site}/jobs")
    try:
        assert not actions.run_feed(feed), "a neighbour is not asked"
        assert actions.run_feed(feed, let_through=[site])
        assert live() == {"Lead archivist"}
        huge = actions.add_feed(page, kind="lever", address=f"http://{site}/huge")
        assert not actions.run_feed(huge, let_through=[site])
        assert "larger" in huge.notes
    finally:
        server.shutdown()
        server.server_close()
