"""Jobs on the pages that compose them: one's own skills beside them, and who hires as pages say."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import befriend, client_of, person
from twofold.foundation.kit.ids import encode
from twofold.network.endorsements.actions import claim
from twofold.network.jobs.actions import look_for_all
from twofold.network.jobs.models import SavedSearch
from twofold.network.jobs.tests.town import WORK, at, hirers, post, published, seen, step
from twofold.network.pages.actions import give_role
from twofold.network.pages.models import Role
from twofold.network.profiles.actions import keep_entry
from twofold.people.audiences.actions import fill
from twofold.surfaces.web.pages.job_search import bringing

pytestmark = pytest.mark.django_db


def test_it_says_how_ones_own_skills_suit_and_asks_as_often_for_many():
    page, rita = hirers()
    job = published(rita, page, title="Developer", must="JavaScript", nice="Knots")
    for number in range(6):
        published(rita, page, title=f"Gardener {number}", must="Roses", nice="")
    me = person("mona", WORK)
    claim(me, name="JS")
    assert seen(me, "jobs/").count("Good match ·") == 0
    assert "by your “JS”" in seen(me, at(job))
    claim(me, name="knots")
    assert seen(me, "jobs/").count("Good match ·") == 1
    client, counts = client_of(me), []
    for query in ("what=developer", "what=developer+OR+gardener"):
        client.get(f"/{WORK}/jobs/?{query}")
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/{WORK}/jobs/?{query}")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_who_hires_follows_the_roles_of_the_page_at_once():
    page, rita = hirers()
    give_role(page, rita, kind="owner")
    job = published(rita, page)
    other = person("olga", WORK)
    for kind, may in (("editor", False), ("recruiter", True), ("advertiser", False), ("recruiter", True)):
        give_role(page, other, kind=kind)
        assert bool(seen(other, "jobs/at/@delta/")) is may, kind
    role = Role.objects.get(persona=other)
    client_of(other).post(f"/{WORK}/pages/@delta/team/{encode(role.pk)}/take/")
    assert step(other, job, "close") == 404


def test_where_those_one_knows_work_and_what_suits_are_filters_and_can_be_kept():
    page, rita = hirers()
    job = published(rita, page, title="Developer", must="JavaScript", nice="Knots")
    other = person("other.page", WORK, name="Other", kind="page")
    fill(other, "hiring", "", {rita.pk})
    published(rita, other, title="Gardener", must="Roses, Soil", nice="")
    me, tomas = person("mona", WORK), person("tomas", WORK, name="Tomas Reyes")
    befriend(me, tomas)
    fields = {"title": "Clerk", "organisation_name": "Delta", "began": date(2020, 1, 1), "current": True}
    keep_entry(tomas, kind="experience", fields=fields, organisation_id=page.pk)
    claim(me, name="JS")
    claim(me, name="Knots")
    all_of_them = seen(me, "jobs/")
    assert "Tomas Reyes works here" in all_of_them
    assert "<bdi>Gardener</bdi>" in all_of_them
    for query in ("known=1", "good=1"):
        there = seen(me, f"jobs/?{query}")
        assert ("<bdi>Developer</bdi>" in there, "<bdi>Gardener</bdi>" in there) == (True, False), query
    assert "<bdi>Developer</bdi>" not in seen(None, "jobs/?known=1")
    post(me, "jobs/searches/keep/", query="good=1")
    step(rita, job, "pause")
    SavedSearch.objects.update(seen=0)
    assert look_for_all(bringing) == 0
    step(rita, job, "reopen")
    assert look_for_all(bringing) == 1
