"""Jobs on the pages that compose them: one's own skills beside them, and who hires as pages say."""

import re
from datetime import date
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.endorsements.actions import claim
from twofold.network.jobs.actions import look_for_all
from twofold.network.jobs.models import SavedSearch
from twofold.network.jobs.tests.town import WORK, at, hirers, post, published, seen, step, words
from twofold.network.learning.models import Course
from twofold.network.pages.actions import give_role
from twofold.network.pages.models import Role
from twofold.network.profiles.actions import keep_entry
from twofold.people.audiences.actions import fill
from twofold.people.audiences.specs import EVERYONE
from twofold.people.graph.actions import block
from twofold.people.personas.models import Persona
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
    kept = re.search(
        r'name="query" value="([^"]*)"><input type="hidden" name="name" value="([^"]*)"',
        seen(me, "jobs/?good=1&pay=20"),
    )
    post(me, "jobs/searches/keep/", query=kept[1], name=kept[2])
    assert "20 or more a year" in seen(me, "jobs/mine/"), "what is kept is called by all that it asks for"
    SavedSearch.objects.update(query="good=1")
    step(rita, job, "pause")
    SavedSearch.objects.update(seen=0)
    assert look_for_all(bringing) == 0
    step(rita, job, "reopen")
    assert look_for_all(bringing) == 1


def test_a_job_is_hidden_from_a_company_with_all_who_work_there_now_and_later():
    page, rita = hirers()
    rival = person("rival", WORK, name="Rival", kind="page")
    boss, clerk, later, mona = (person(name, WORK) for name in ("boss", "clerk", "later", "mona"))
    give_role(rival, boss, kind="owner")
    fields = {"title": "Clerk", "organisation_name": "Rival", "began": date(2020, 1, 1), "current": True}
    keep_entry(clerk, kind="experience", fields=fields, organisation_id=rival.pk)
    job = published(rita, page, not_for="@rival, @mona")
    assert "@mona, @rival" in seen(rita, at(job, "edit/"))
    found = {each.handle: bool(seen(each, at(job))) for each in (boss, clerk, later, mona)}
    assert found == {"boss": False, "clerk": False, "later": True, "mona": False}
    assert "Harbour pilot" not in seen(clerk, "jobs/")
    keep_entry(later, kind="experience", fields=fields)
    drain()
    assert not seen(later, at(job)), "whoever comes to work there later, if only by its name"
    refused = client_of(rita).post(f"/{WORK}/{at(job, 'edit/')}", words(not_for="@delta"))
    assert (refused.status_code, "cannot be hidden" in refused.content.decode()) == (422, True)


def test_what_is_lacking_leads_to_a_course_and_to_a_mentor():
    page, rita = hirers()
    job = published(rita, page, must="JavaScript, Knots", nice="Roses")
    mona, teacher, tutor = (person(name, WORK) for name in ("mona", "teacher", "tutor"))
    claim(mona, name="JS")
    teaching(teacher, title="Tying things", skills="Knots")
    offer = {"topics": "Roses", "about": "", "hours": "2", "most": "1", "reach": "members"}
    assert post(tutor, "mentoring/mine/offer/", **offer).status_code == 303
    there = seen(mona, at(job))
    assert "Tying things" in there
    assert "Ask a mentor" in there
    assert there.count('class="small gap-ways"') == 2
    block(tutor, persona=mona)
    assert "Ask a mentor" not in seen(mona, at(job))


def teaching(teacher: Persona, **words: str) -> None:
    """A course for all members, with a lesson."""
    client = client_of(teacher)
    client.post(f"/{WORK}/learning/new/", {"summary": "", "reach": "members", **words})
    course = Course.objects.get(author=teacher)
    at = f"/{WORK}/learning/{encode(course.pk)}/"
    client.post(f"{at}make/chapters/", {"title": "Rope"})
    made = client.post(f"{at}make/lessons/", {"title": "One", "chapter": encode(course.chapters.get().pk)})
    assert (
        client.post(made["Location"], {"title": "One", "text": "Two loops.", "minutes": "5"}).status_code
        == 303
    )
    assert client.post(f"{at}state/publish/").status_code == 303


def test_who_could_refer_is_found_as_far_as_a_letter_goes():
    page, rita = hirers()
    job = published(rita, page)
    chain = [person(name, WORK, name=name.title()) for name in ("mona", "benno", "cem", "dora", "erik")]
    for one, other in pairwise(chain):
        befriend(one, other)
    for each in chain[1:]:
        fields = {"title": "Pilot", "organisation_name": "Delta", "began": date(2020, 1, 1), "current": True}
        keep_entry(each, kind="experience", fields=fields, organisation_id=page.pk, spec=EVERYONE)
    there = seen(chain[0], at(job, "referrals/"))
    parts = [there.partition(f'id="{name}"')[2].partition("</ul>")[0] for name in ("known", "near", "far")]
    for part, name in zip(parts, ("Benno", "Cem", "Dora"), strict=True):
        assert name in part
    assert "introduction/?words=" in parts[2]
    assert "Erik" not in there
