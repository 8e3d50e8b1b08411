"""Sealed applications: skills first, the CV next, the name last; and what stays shut for good."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

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
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    page, rita = hirers()
    return page, rita, published(rita, page), person("mona", WORK, name="Mona")


def tell_of_work(who: Persona) -> None:
    """One place of work and one skill, on the profile."""
    fields = {"title": "Keeper", "organisation_name": "Northlight", "began": date(2020, 1, 1)}
    keep_entry(who, kind="experience", fields=fields)
    claim(who, name="Knots")


@pytest.mark.parametrize("sealed", ["all", "name"])
def test_what_was_sealed_opens_step_by_step(town, sealed):
    _page, rita, job, mona = town
    tell_of_work(mona)
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


def test_what_one_wrote_is_read_without_ones_name_until_it_is_open(town):
    page, rita, _job, _mona = town
    job = published(rita, page, blind="on", kind1="text")
    zoe = person("zoe.li", WORK, name="Zoé Li-Ångström 陈薇")
    keep_entry(
        zoe,
        kind="experience",
        fields={
            "title": "Keeper",
            "organisation_name": "Angstrom Boats",
            "text": "陈薇的船",
            "began": date(2020, 1, 1),
        },
    )
    filled(
        zoe,
        job,
        answer="I, zoe angstrom (Zoé’s crew), ask zoe@boats.example or https://boats.example/zoe; 2019-2024.",
    )
    assert "Read without names until an interview" in seen(zoe, at(job))
    before = seen(zoe, at(job, "apply/see/"))
    assert "What they read at first" in before
    assert "[address]" in before
    assert post(zoe, at(job, "apply/send/")).status_code == 303
    here = f"jobs/received/{encode(Application.objects.get(author=zoe).pk)}/"
    for text in (seen(rita, here), seen(rita, at(job, "applications.csv"))):
        assert "I, [name] ([name] crew), ask [address] or [link]; 2019-2024." in text
        assert not [each for each in ("zoe", "Zoé", "ngstr", "陈薇", "boats.example") if each in text]
    assert "[name] Boats" in seen(rita, here)
    post(rita, here + "interview/")
    minute_over()
    assert "zoe@boats.example" in seen(rita, here)
    assert "Angstrom Boats" in seen(rita, here)


def test_what_the_employer_will_see_is_what_is_sent(town):
    _page, _rita, job, mona = town
    tell_of_work(mona)
    filled(mona, job)
    assert "Northlight" in seen(mona, at(job, "apply/see/"))
    pdf = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    post(mona, at(job, "apply/cv/"), cv_from="file", file=SimpleUploadedFile("cv.pdf", pdf))
    there = seen(mona, at(job, "apply/see/"))
    assert "Knots" in there
    post(mona, at(job, "apply/cv/"), cv_from="file", sealed="name")
    assert "At once: your skills and your answers. From an interview on" in seen(mona, at(job, "apply/see/"))
    assert "Northlight" not in there, "beside a file the skills alone go along"
