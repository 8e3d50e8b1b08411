"""Sealed applications: skills first, the CV next, the name last; and what stays shut for good."""

from datetime import date

import pytest

from tests.world import person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.endorsements.actions import claim
from twofold.network.jobs.models import Application
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
)
from twofold.network.profiles.actions import keep_entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    page, rita = hirers()
    return page, rita, published(rita, page), person("mona", WORK, name="Mona")


@pytest.mark.parametrize("sealed", ["all", "name"])
def test_what_was_sealed_opens_step_by_step(town, sealed):
    _page, rita, job, mona = town
    keep_entry(
        mona,
        kind="experience",
        fields={"title": "Keeper", "organisation_name": "Northlight", "began": date(2020, 1, 1)},
    )
    claim(mona, name="Knots")
    filled(mona, job, answer="Since the storm.")
    post(mona, at(job, "apply/cv/"), cv_from="profile", sealed=sealed)
    assert "From an interview on: your name" in seen(mona, at(job, "apply/see/"))
    assert post(mona, at(job, "apply/send/")).status_code == 303
    drain()
    sent = Application.objects.get()
    here = f"jobs/received/{encode(sent.pk)}/"
    everywhere = [
        here,
        at(job, "applications/"),
        at(job, "applications.csv"),
        at(job, "preview/"),
        "notifications/",
    ]
    traces = ("Mona", mona.handle, "mona@example.org", "Hello.")
    shown = [seen(rita, path) for path in everywhere]
    assert not [
        (path, word) for path, text in zip(everywhere, shown, strict=True) for word in traces if word in text
    ]
    assert "Applicant 1" in shown[0]
    assert "Knots" in shown[0]
    assert "Since the storm." in shown[0]
    assert ("Northlight" in shown[0]) is (sealed == "name")
    move = here + "review/"
    post(rita, move)
    minute_over()
    assert "Northlight" in seen(rita, here)
    assert "Mona" not in seen(rita, here)
    post(rita, here + "interview/")
    minute_over()
    assert all(word in seen(rita, here) for word in traces)
    # What opened stays open.
    post(rita, move)
    assert "Mona" in seen(rita, at(job, "applications/?stage=all"))


def test_who_is_turned_down_before_stays_unnamed(town):
    page, rita, _job, mona = town
    job = published(rita, page, blind="on")
    sent = applied(mona, job)
    here = f"jobs/received/{encode(sent.pk)}/"
    post(rita, here + "rejected/")
    assert "Mona" not in seen(rita, here) + seen(rita, at(job, "applications/?stage=all"))
    assert "Mona" in seen(mona, f"jobs/mine/{encode(sent.pk)}/")
