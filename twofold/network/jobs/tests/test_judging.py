"""Scorecards, words, times for interviews, what is kept by hand, and what is erased when it is over."""

import re
from datetime import timedelta

import pytest
from icalendar import Calendar

from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.jobs.actions import erase_settled, remind
from twofold.network.jobs.models import Application, Outside, Remark, Score, Slot
from twofold.network.jobs.tests.town import (
    WORK,
    applied,
    at,
    hirers,
    minute_over,
    post,
    published,
    seen,
    words,
)
from twofold.people.audiences.actions import fill

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    page, rita = hirers()
    omar = person("omar", WORK, name="Omar")
    fill(page, "hiring", "", {rita.pk, omar.pk})
    job = published(rita, page)
    return rita, omar, job, applied(person("mona", WORK, name="Mona"), job)


def here(sent: Application, more: str = "") -> str:
    return f"jobs/received/{encode(sent.pk)}/{more}"


def plain(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))


def person_of(sent: Application):
    return sent.author


def later(days: int) -> str:
    return (clock.now() + timedelta(days=days)).strftime("%Y-%m-%dT10:30")


def test_nobody_reads_a_scorecard_before_giving_their_own(town):
    rita, omar, job, sent = town
    assert post(rita, here(sent, "score/"), mark0="3").status_code == 422
    assert (
        post(rita, here(sent, "score/"), mark0="3", verdict="4", score_text="Ties well.").status_code == 303
    )
    assert "Ties well." not in seen(omar, here(sent))
    assert "1 other gave theirs" in seen(omar, here(sent))
    post(omar, here(sent, "score/"), mark0="9", verdict="2")
    assert "Ties well." in seen(omar, here(sent))
    assert Score.objects.get(by=omar).marks == {}
    post(omar, here(sent, "score/"), verdict="3")
    assert Score.objects.count() == 2
    assert "Strong" in seen(rita, at(job, "applications/?stage=all"))
    assert "Ties well." not in seen(sent.author, f"jobs/mine/{encode(sent.pk)}/")


def test_a_note_tells_those_for_whom_it_is_and_nobody_else(town):
    rita, omar, _job, sent = town
    stranger = person("sven", WORK, name="Sven")
    assert "Tell them of it" in seen(rita, here(sent))
    post(rita, here(sent, "note/"), text="Good hands, @omar. What says @sven?")
    drain()
    assert "Rita wrote you a note about an application" in plain(seen(omar, "notifications/"))
    assert "wrote you a note" not in seen(stranger, "notifications/") + seen(rita, "notifications/")
    post(omar, here(sent, "note/"), text="Yes.", tell=[encode(rita.pk), encode(stranger.pk)])
    drain()
    assert "Omar wrote you a note" in plain(seen(rita, "notifications/"))
    assert "wrote you a note" not in seen(stranger, "notifications/")
    post(person_of(sent), f"jobs/mine/{encode(sent.pk)}/withdraw/", sure="on")
    drain()
    assert "wrote you a note" not in seen(rita, "notifications/"), "gone with the application"


def test_words_are_kept_filled_in_and_told(town):
    rita, _omar, _job, sent = town
    post(rita, "jobs/at/@delta/words/", name="Thanks", text="Dear {name}, thank you for {job}.")
    kept = seen(rita, here(sent))
    number = kept.split('href="?words=')[1].split("#")[0]
    assert "Dear {name}" in seen(rita, here(sent) + f"?words={number}")
    assert post(rita, here(sent, "reply/"), reply=" ").status_code == 422
    assert post(rita, here(sent, "reply/"), reply="Dear {name}, thank you for {job}.").status_code == 303
    drain()
    assert "Dear Mona, thank you for Harbour pilot." in seen(sent.author, f"jobs/mine/{encode(sent.pk)}/")
    assert "wrote to you about your application" in seen(sent.author, "notifications/")
    assert post(person("eve", WORK), here(sent, "reply/"), reply="Hm").status_code == 404


def test_times_are_offered_and_one_is_taken(town):
    rita, _omar, _job, sent = town
    mine = f"jobs/mine/{encode(sent.pk)}/"
    for wrong in ({}, {"begins0": "soon"}, {"begins0": later(-1)}, {"begins0": later(2), "minutes": "7"}):
        answer = post(rita, here(sent, "times/"), **{"minutes": "45", "place": "Quay 4", **wrong})
        assert answer.status_code == 422
        assert "Quay 4" in answer.content.decode()
    given = {"begins0": later(3), "begins1": later(2), "minutes": "45", "place": "Quay 4"}
    assert post(rita, here(sent, "times/"), **given).status_code == 303
    assert re.search(r"<b>(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, ", seen(rita, here(sent))), (
        "which day of the week"
    )
    sent.refresh_from_db()
    assert sent.stage == "interview"
    first, second = Slot.objects.order_by("begins")
    assert seen(sent.author, mine).count("Take this one") == 2
    assert post(rita, f"{mine}take/{encode(first.pk)}/").status_code == 404
    post(sent.author, f"{mine}take/{encode(first.pk)}/")
    post(sent.author, f"{mine}take/{encode(second.pk)}/")
    drain()
    assert Slot.objects.get(taken_at__isnull=False) == second
    calendar = f"events/calendar/?at={second.begins:%Y-%m-%d}"
    assert "Interview: Harbour pilot, Mona" in seen(rita, calendar)
    assert "Interview: Harbour pilot, Delta" in seen(sent.author, calendar)
    assert "Interview" not in seen(person("eve", WORK), calendar)
    assert "chose a time for an interview" in seen(rita, "notifications/")
    for who in (rita, sent.author):
        entry = Calendar.from_ical(client_of(who).get(f"/{WORK}/{mine}interview.ics").content).events[0]
        assert entry["LOCATION"] == "Quay 4"
        assert entry.start == second.begins
    assert "Does not take place" not in seen(sent.author, mine)
    post(rita, here(sent, "rejected/"))
    assert "Yours" in seen(sent.author, mine), "a move that can be undone is nobody's news yet"
    minute_over()
    for page in (seen(sent.author, mine), seen(rita, here(sent))):
        assert page.count("Does not take place") == 2
        assert "Into my calendar" not in page


def test_what_is_applied_for_elsewhere_is_kept_and_reminded_of(town):
    mona = town[3].author
    wrong = post(mona, "jobs/mine/elsewhere/new/", title="Baker", employer="Mill", stage="sent", link="mill")
    assert wrong.status_code == 422
    assert "Baker" in wrong.content.decode()
    today = clock.now().date().isoformat()
    post(mona, "jobs/mine/elsewhere/new/", title="Baker", employer="Mill", stage="sent", next_on=today)
    kept = Outside.objects.get()
    assert "Baker" in seen(mona, "jobs/mine/")
    assert (remind(), remind()) == (1, 0)
    drain()
    assert "the day that you chose for an application" in seen(mona, "notifications/")
    mine = f"jobs/mine/{encode(town[3].pk)}/"
    post(mona, mine + "memo/", memo="Ring them", next_on=today)
    assert "Ring them" in seen(mona, "jobs/mine/")
    assert (remind(), remind()) == (1, 0)
    post(mona, mine + "memo/", memo="Ring them", next_on="2999-13-40")
    assert remind() == 0
    assert not seen(town[0], f"jobs/mine/elsewhere/{encode(kept.pk)}/")
    post(mona, f"jobs/mine/elsewhere/{encode(kept.pk)}/drop/")
    assert not Outside.objects.exists()


def test_what_was_settled_long_ago_goes_from_the_employer_and_stays_with_its_author(town):
    rita, _omar, job, sent = town
    post(rita, here(sent, "note/"), text="Kind.")
    post(rita, here(sent, "rejected/"))
    assert erase_settled() == 0
    Application.objects.update(moved_at=clock.now() - timedelta(days=200), keep_months=12)
    assert erase_settled() == 0
    post(rita, at(job, "edit/"), **words(keep_months="6"))
    assert erase_settled() == 1, "a promise to erase sooner holds for what is there"
    assert not Remark.objects.exists()
    assert not seen(rita, here(sent))
    assert "Mona" not in seen(rita, at(job, "applications/?stage=all")) + seen(rita, at(job, "preview/"))
    assert "I like ships." in seen(sent.author, f"jobs/mine/{encode(sent.pk)}/")


def test_the_way_of_applications_is_drawn(town):
    rita, _omar, job, sent = town
    post(rita, here(sent, "interview/"))
    minute_over()
    post(rita, here(sent, "rejected/"))
    applied(person("nils", WORK, name="Nils"), job)
    page = seen(rita, at(job, "applications/"))
    drawn = page.split('class="funnel')[1].split("</ol>")[0]
    assert [int(each.split(" ")[0]) for each in drawn.split('class="num">')[1:]] == [2, 1, 1, 1, 0, 0]
