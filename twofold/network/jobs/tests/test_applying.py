"""Applying in five steps, the tracker, withdrawing; the pipeline, and promises kept by the courier."""

import csv
import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.jobs.actions import keep_promises
from twofold.network.jobs.models import Application, CvFile, Deed, Job, Paper, Receipt, Remark, Stage
from twofold.network.jobs.tests.town import (
    WORK,
    applied,
    at,
    filled,
    hirers,
    minute_over,
    post,
    published,
    seen,
    step,
)
from twofold.people.audiences.actions import fill

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def town():
    page, rita = hirers()
    return page, rita, published(rita, page), person("mona", WORK, name="Mona")


def test_five_steps_are_kept_and_sent(town):
    _page, rita, job, mona = town
    assert post(mona, at(job, "apply/contact/"), name="Mona", email="nonsense").status_code == 422
    post(mona, at(job, "apply/contact/"), name="Mona", email="mona@example.org")
    on = client_of(mona).get(f"/{WORK}/{at(job, 'apply/on/')}")
    assert on["Location"] == f"/{WORK}/{at(job, 'apply/cv/')}", "one goes on where something is missing"
    filled(mona, job)
    kept = seen(mona, at(job, "apply/questions/"))
    assert "I like ships." in kept
    there = seen(mona, at(job, "apply/see/"))
    assert all(word in there for word in ("mona@example.org", "I like ships.", "This is all that Delta gets"))
    assert not seen(rita, "jobs/hiring/").count("1 new application"), "a draft is nobody else's"
    assert post(mona, at(job, "apply/send/")).status_code == 303
    drain()
    application = Application.objects.get()
    assert application.reply_by == clock.now().date() + timedelta(days=14)
    assert "Applied" in seen(mona, "jobs/mine/")
    assert "1 new application" in seen(rita, "jobs/hiring/")
    assert "applied for a job" in seen(rita, "notifications/")
    assert "Go on with your draft" not in seen(mona, at(job))


def test_what_is_missing_is_said_before_it_is_sent(town):
    _page, _rita, job, mona = town
    post(mona, at(job, "apply/contact/"), name="Mona", email="mona@example.org")
    post(mona, at(job, "apply/cv/"), cv_from="profile")
    assert "A question waits for an answer." in seen(mona, at(job, "apply/see/"))
    assert post(mona, at(job, "apply/send/")).status_code == 422
    assert not Application.objects.get().live


def test_a_job_that_closes_meanwhile_leaves_the_draft(town):
    _page, rita, job, mona = town
    filled(mona, job)
    step(rita, job, "close")
    answer = post(mona, at(job, "apply/send/"))
    assert answer.status_code == 422
    assert "Your draft is kept for you" in answer.content.decode()
    assert "Harbour pilot" in seen(mona, "jobs/mine/")


def test_a_file_is_a_pdf_that_does_nothing(town):
    _page, rita, job, mona = town
    post(mona, at(job, "apply/contact/"), name="Mona", email="mona@example.org")
    wrong = {
        "cv.exe": PDF,
        "a.pdf": b"MZ" + bytes(4000),
        "b.pdf": PDF.replace(b"/Type", b"/OpenAction<</S/JavaScript/JS(app.alert)>>/Type"),
        "c.pdf": PDF.replace(b"/Type", b"/S/L#61unch/Type"),
        "d.pdf": PDF + bytes(5 * 1024 * 1024) + b"%%EOF",
    }
    for name, data in wrong.items():
        upload = SimpleUploadedFile(name, data, content_type="application/pdf")
        assert post(mona, at(job, "apply/cv/"), cv_from="file", file=upload).status_code == 422, name
    assert not CvFile.objects.exists()
    upload = SimpleUploadedFile("Mona.pdf", PDF, content_type="application/pdf")
    assert post(mona, at(job, "apply/cv/"), cv_from="file", file=upload).status_code == 303
    post(mona, at(job, "apply/questions/"), answer0="I like ships.")
    post(mona, at(job, "apply/send/"))
    path = f"/{WORK}/jobs/files/{encode(Application.objects.get().pk)}/cv.pdf"
    for who in (mona, rita):
        answer = client_of(who).get(path)
        assert answer.content == PDF
        assert answer.headers["Content-Disposition"].startswith("attachment")
    assert client_of(person("olga", WORK)).get(path).status_code == 404


def test_documents_go_along_open_with_the_name_and_are_erased(town):
    page, rita, _job, mona = town
    wished = {"document0": "A pilot's licence", "document_needed0": "on", "document1": "References"}
    job = published(rita, page, **wished, blind="on")
    filled(mona, job)
    there = at(job, "apply/documents/")
    assert post(mona, at(job, "apply/send/")).status_code == 422
    assert "is asked for: add it" in seen(mona, at(job, "apply/see/"))
    good, bad = (SimpleUploadedFile(name, data) for name, data in (("licence.pdf", PDF), ("b.pdf", b"MZ")))
    answer = post(mona, there, paper0=good, paper=bad)
    assert answer.status_code == 422
    assert "b.pdf: This is no PDF" in answer.content.decode()
    assert "licence.pdf" in answer.content.decode(), "what is good is kept"
    assert post(mona, there, paper=SimpleUploadedFile("more.pdf", PDF)).status_code == 303
    more = Paper.objects.get(asked="")
    post(mona, there, drop=encode(more.pk))
    assert post(mona, at(job, "apply/send/")).status_code == 303
    paper, application = Paper.objects.get(), Application.objects.get()
    path = f"/{WORK}/jobs/files/{encode(application.pk)}/{encode(paper.pk)}.pdf"
    received = f"jobs/received/{encode(application.pk)}/"
    assert "licence.pdf" not in seen(rita, received)
    assert client_of(rita).get(path).status_code == 404
    post(rita, received + "interview/")
    minute_over()
    assert "licence.pdf" in seen(rita, received)
    assert client_of(rita).get(path).content == client_of(mona).get(path).content == PDF
    assert client_of(person("olga", WORK)).get(path).status_code == 404
    post(mona, f"jobs/mine/{encode(application.pk)}/withdraw/")
    assert not Paper.objects.exists()
    assert Receipt.objects.get().erased["papers"] == 1


def test_those_whom_a_job_names_are_told_of_its_applications(town):
    page, rita, _job, mona = town
    omar = person("omar", WORK)
    fill(page, "hiring", "", {rita.pk, omar.pk})
    applied(mona, published(rita, page, title="Diver", team=encode(omar.pk)))
    drain()
    assert "applied for a job" in seen(omar, "notifications/")
    assert "applied for a job" not in seen(rita, "notifications/")
    assert "Mona" in seen(rita, at(Job.objects.get(title="Diver"), "applications/")), "all who hire read it"
    fill(page, "hiring", "", {rita.pk})
    applied(person("walter", WORK), Job.objects.get(title="Diver"))
    drain()
    assert "applied for a job" in seen(rita, "notifications/"), "whoever was named does not hire any more"


def test_what_was_answered_before_is_offered_again(town):
    page, rita, job, mona = town
    applied(mona, job, answer="For the wind.")
    other = published(
        rita, page, title="Lock keeper", question0="why  SHIPS?", question1="What else?", kind1="text"
    )
    again = seen(mona, at(other, "apply/questions/"))
    assert "For the wind." in again
    assert "Filled in as you answered" in again
    assert "For the wind." not in seen(person("olga", WORK), at(other, "apply/questions/"))


def test_withdrawing_erases_it_on_both_sides_and_gives_a_receipt(town):
    _page, rita, job, mona = town
    application = applied(mona, job)
    there = f"jobs/received/{encode(application.pk)}/"
    post(rita, there + "note/", text="Seems fine")
    drain()
    answer = post(mona, f"jobs/mine/{encode(application.pk)}/withdraw/")
    receipt = Receipt.objects.get()
    assert answer.headers["Location"].endswith(f"/receipts/{encode(receipt.pk)}/")
    assert receipt.erased["notes"] == 1
    drain()
    for left in (Application.objects.all(), Remark.objects.all(), Deed.objects.filter(applicant=mona)):
        assert not left.exists()
    assert not seen(rita, there)
    assert "Mona" not in seen(rita, at(job, "preview/")) + seen(rita, "notifications/")
    assert "Somebody withdrew" in seen(rita, at(job, "preview/"))
    assert "Withdrawn" in seen(mona, "jobs/mine/")
    assert not seen(person("olga", WORK), f"jobs/receipts/{encode(receipt.pk)}/")
    applied(mona, job)


def test_the_pipeline_moves_and_its_author_is_told(town):
    _page, rita, job, mona = town
    application = applied(mona, job)
    there = f"jobs/received/{encode(application.pk)}/"
    assert "I like ships." in seen(rita, there)
    assert "Viewed" in seen(mona, f"jobs/mine/{encode(application.pk)}/")
    assert post(rita, there + "note/", text=" ").status_code == 422
    post(rita, there + "note/", text="Ask about knots")
    assert "Ask about knots" in seen(rita, there)
    assert post(rita, there + "interview/").status_code == 303
    assert post(rita, there + "moon/").status_code == 303
    minute_over()
    assert "would like to talk with you" in seen(mona, "notifications/")
    own = seen(mona, f"jobs/mine/{encode(application.pk)}/")
    assert "Interview" in own
    assert "knots" not in own
    assert "moved Mona to: Interview" in seen(rita, at(job, "preview/"))
    post(rita, at(job, "applications/move/"), stage="rejected", application=encode(application.pk))
    minute_over()
    assert "chose somebody else" in seen(mona, f"jobs/mine/{encode(application.pk)}/")
    assert "Mona" in seen(rita, at(job, "applications/?stage=rejected"))
    assert "Mona" not in seen(rita, at(job, "applications/?stage=new"))


def test_a_move_can_be_undone_for_a_minute_and_tells_and_opens_nothing_before(town):
    page, rita, _job, mona = town
    job = published(rita, page, blind="on")
    both = [applied(each, job) for each in (mona, person("nils", WORK, name="Nils"))]
    there, mine = (f"jobs/{part}/{encode(both[0].pk)}/" for part in ("received", "mine"))
    seen(rita, there)
    before = Application.objects.filter(pk=both[0].pk).values().get()
    post(rita, there + "interview/")
    drain()
    assert "Mona" not in seen(rita, there), "looking and undoing shows no name"
    for path in (mine, "jobs/mine/", "notifications/"):
        assert "Interview" not in seen(mona, path).replace(">Interview</li>", ""), path
    assert 'aria-current="step" class="passed">Viewed' in seen(mona, mine)
    assert "not told yet" in seen(rita, at(job, "applications/"))
    assert post(rita, there + "undo/").status_code == 303
    assert Application.objects.filter(pk=both[0].pk).values().get() == before
    assert "undid it" in seen(rita, there)
    chosen = [encode(each.pk) for each in both]
    post(rita, at(job, "applications/move/"), stage="rejected", application=chosen)
    post(rita, there + "undo/", **{"all": "1", "from": "list"})
    assert not Application.objects.filter(stage=Stage.REJECTED).exists()
    post(rita, there + "review/")
    post(rita, there + "rejected/")
    minute_over()
    assert "chose somebody else" in seen(mona, mine)
    assert "told already" in client_of(rita).post(f"/{WORK}/{there}undo/", follow=True).content.decode()
    assert post(person("olga", WORK), there + "undo/").status_code == 404


def test_a_no_goes_with_words_that_wait_and_are_undone_with_it(town):
    _page, rita, job, mona = town
    both = [applied(each, job) for each in (mona, person("nils", WORK, name="Nils"))]
    there, mine = (f"jobs/{part}/{encode(both[0].pk)}/" for part in ("received", "mine"))
    assert "Write something first" in post(rita, there + "rejected/", reply=" ").content.decode()
    assert post(rita, there + "rejected/", reply="Dear {name}, not this time.").status_code == 303
    assert "with your words" in seen(rita, there)
    assert "not this time" not in seen(mona, mine)
    post(rita, there + "undo/")
    minute_over()
    assert "not this time" not in seen(mona, mine) + seen(rita, there)
    post(rita, f"jobs/at/@{job.author.handle}/words/", name="A kind no", text="{name}, thank you for {job}.")
    listed = seen(rita, at(job, "applications/?stage=all"))
    words = re.search(r'<option value="(\w+)">A kind no', listed)[1]
    chosen = [encode(each.pk) for each in both]
    moved = post(
        rita,
        at(job, "applications/move/"),
        stage="rejected",
        application=chosen,
        words=words,
        **{"from": "all"},
    )
    assert moved.headers["Location"].endswith("?stage=all"), "one goes on where one was"
    assert "thank you" not in seen(mona, mine)
    minute_over()
    assert "Mona, thank you for Harbour pilot." in seen(mona, mine)
    assert "chose somebody else" in seen(mona, mine)
    post(rita, there + "rejected/", reply="Come again.")
    assert "Come again." in seen(mona, mine), "settled already, the words go by themselves"


def test_of_several_that_are_moved_at_once_all_are_or_none(town):
    _page, rita, job, mona = town
    three = [applied(each, job) for each in (mona, person("nils", WORK), person("olga", WORK))]
    Application.objects.filter(pk=three[1].pk).update(stage=Stage.CLOSED)
    chosen = [encode(each.pk) for each in three]
    post(rita, at(job, "applications/move/"), stage="interview", application=chosen)
    assert not Application.objects.filter(stage=Stage.INTERVIEW).exists()


def test_a_table_calculates_nothing(town):
    _page, rita, job, mona = town
    applied(mona, job, name='=HYPERLINK("x")', answer='-1+2"\n')
    answer = client_of(rita).get(f"/{WORK}/{at(job, 'applications.csv')}")
    rows = list(csv.reader(StringIO(answer.content.decode())))
    assert rows[1][0] == '\'=HYPERLINK("x")'
    assert rows[1][7] == "'-1+2\""
    assert not [cell for row in rows for cell in row if cell[:1] in "=+-@" and cell]
    assert "took all applications out as a table" in seen(rita, at(job, "preview/")), (
        "whose hand it was stays known"
    )


def test_promises_are_kept_by_the_courier_and_counted_in_public(town):
    _page, rita, job, mona = town
    others = [person(f"walter{number}", WORK) for number in range(4)]
    applications = [applied(each, job) for each in (mona, *others)]
    assert "applications by the promised day" not in seen(None, at(job))
    for each in applications[1:]:
        post(rita, f"jobs/received/{encode(each.pk)}/rejected/")
    today = clock.now().date()
    Application.objects.filter(author=mona).update(reply_by=today - timedelta(days=1))
    assert keep_promises() == 1
    assert keep_promises() == 0
    drain()
    assert "gave none" in seen(mona, "notifications/")
    assert "answered 80% of applications" in seen(None, at(job))
    Application.objects.filter(author=mona).update(reply_by=today - timedelta(days=15))
    keep_promises()
    assert "two weeks after the promised day" in seen(mona, f"jobs/mine/{encode(applications[0].pk)}/")
    assert "answered 80% of applications" in seen(None, at(job))


def test_closing_a_job_answers_everybody(town):
    _page, rita, job, mona = town
    assert "No application waits" in seen(rita, at(job, "preview/"))
    application = applied(mona, job)
    assert "1 application waits" in seen(rita, at(job, "preview/")), "what cannot be undone is said before"
    step(rita, job, "close")
    drain()
    application.refresh_from_db()
    assert application.stage == "closed"
    assert application.answered_at
    assert "answered your application" in seen(mona, "notifications/")
    Job.objects.all().delete()
    assert "Harbour pilot" in seen(mona, "jobs/mine/")


def test_who_hires_cannot_apply_there(town):
    _page, rita, job, _mona = town
    assert post(rita, at(job, "apply/contact/")).status_code in (403, 422)
    assert not Application.objects.exists()
