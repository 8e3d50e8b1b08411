"""Who sees what of a job and of an application: everybody in every relation to it, at every address that it has.

The expectations are written apart from the door: an application is for its author and for who hires for the page.
"""

import secrets
from datetime import timedelta

import pytest

from tests.wall.calendars import calendars_of
from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.jobs.models import Application, CvFile, Job, Outside
from twofold.network.jobs.tests.town import WORK, applied, at, post, published, step, written
from twofold.network.pages.actions import give_role, take_role
from twofold.network.pages.models import Role
from twofold.people.graph.actions import block
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db
TEAM = {"owner", "recruiter"}


def canary() -> str:
    return "kanari" + secrets.token_hex(8)


@pytest.fixture
def town() -> dict[str, Persona]:
    names = (
        "owner", "recruiter", "editor", "advertiser", "former", "unloved", "member", "rival", "foe", "applicant",
    )  # fmt: skip
    people = {name: person(f"w.{name}", WORK, name=f"Name {name}") for name in names}
    page = people["page"] = person("delta", WORK, name="Delta", kind=Persona.Kind.PAGE)
    other = person("harbour", WORK, name="Harbour", kind=Persona.Kind.PAGE)
    for kind in ("owner", "recruiter", "editor", "advertiser"):
        give_role(page, people[kind], kind=kind)
    give_role(page, people["former"], kind="recruiter")
    give_role(page, people["unloved"], kind="recruiter")
    give_role(other, people["rival"], kind="recruiter")
    people["elsewhere"] = person("elsewhere", "social")
    return people


def _secrets(town: dict[str, Persona]) -> tuple[Job, Application, list[str]]:
    job = published(town["recruiter"], town["page"])
    words = [canary() for _each in range(8)]
    applicant = town["applicant"]
    application = applied(applicant, job, name=f"Nora {words[0]}", answer=words[1])
    CvFile.objects.create(
        application=application, name=f"{words[2]}.pdf", size=9, data=f"%PDF {words[2]}".encode()
    )
    Application.objects.filter(pk=application.pk).update(cv_from="file")
    post(town["owner"], f"jobs/received/{encode(application.pk)}/note/", text=words[3])
    here = f"jobs/received/{encode(application.pk)}/"
    post(town["owner"], here + "score/", verdict="4", score_text=words[4])
    post(town["recruiter"], here + "score/", verdict="2")
    post(town["owner"], here + "reply/", reply=words[5])
    later = (clock.now() + timedelta(days=3)).strftime("%Y-%m-%dT%H:%M")
    post(town["owner"], here + "times/", begins0=later, minutes="30", place=words[6])
    slot = encode(application.slots.get().pk)
    post(applicant, f"jobs/mine/{encode(application.pk)}/take/{slot}/")
    post(town["owner"], "jobs/at/@delta/words/", name="No", text=words[7])
    post(applicant, "jobs/mine/elsewhere/new/", title="Pilot", employer="Other", stage="sent", memo=words[0])
    # What changes afterwards: one recruiter leaves, another is shut out by the applicant, and the page shuts one out.
    former = Role.objects.get(persona=town["former"])
    take_role(town["owner"], page=town["page"], role_id=former.pk)
    block(applicant, persona=town["unloved"])
    block(town["page"], persona=town["foe"])
    drain()
    return job, application, words


def _places(job: Job, application: Application) -> list[str]:
    number = encode(application.pk)
    elsewhere = [
        f"jobs/mine/elsewhere/{encode(each)}/" for each in Outside.objects.values_list("pk", flat=True)
    ]
    return [
        at(job), at(job, "preview/"), at(job, "edit/"), at(job, "applications/"), at(job, "applications/?stage=all"),
        at(job, "applications.csv"), f"jobs/received/{number}/", f"jobs/files/{number}/cv.pdf",
        f"jobs/mine/{number}/", f"jobs/mine/{number}/withdraw/", f"jobs/mine/{number}/interview.ics", *elsewhere,
        "events/calendar/?view=agenda",
        "jobs/mine/", "jobs/hiring/", "jobs/at/@delta/", "jobs/at/@delta/words/", "jobs/", "@delta/", "@delta/jobs/",
        "@w.applicant/", "notifications/", "people/find/?name=w.",
    ]  # fmt: skip


def test_an_application_is_for_its_author_and_who_hires_alone(town):
    job, application, words = _secrets(town)
    seen: dict[str, set[str]] = {}
    for name, persona in [*town.items(), ("stranger", None)]:
        if name == "page":
            continue
        client = client_of(persona)
        found = [client.get(f"/{WORK}/{path}").content for path in _places(job, application)]
        calendar = calendars_of(persona, f"{clock.now():%Y-%m-%d}").encode()
        if name in ("owner", "recruiter", "applicant"):
            assert calendar.count(b"Interview: ") >= 2
        found.append(calendar)
        seen[name] = {word for word in words if any(word.encode() in each for each in found)}
    note = {words[3], words[4], words[7]}
    assert seen.pop("owner") == seen.pop("recruiter") == set(words)
    assert seen.pop("applicant") == set(words) - note
    # Blocked by the applicant, and still one of the team: what belongs to the page alone.
    assert seen.pop("unloved") == {words[7]}
    assert not any(seen.values()), {name: found for name, found in seen.items() if found}


def test_nobody_else_learns_that_there_is_one(town):
    job, application, _words = _secrets(town)
    gone = Application.objects.get(pk=application.pk)
    before = {
        name: _answers(town[name], job, application) for name in ("member", "rival", "editor", "former")
    }
    post(town["applicant"], f"jobs/mine/{encode(gone.pk)}/withdraw/")
    drain()
    after = {name: _answers(town[name], job, application) for name in before}
    assert before == after


def _answers(who: Persona, job: Job, application: Application) -> list[tuple[int, int]]:
    client = client_of(who)
    answers = [client.get(f"/{WORK}/{path}") for path in _places(job, application)]
    return [(answer.status_code, len(answer.content)) for answer in answers]


def test_only_who_hires_acts_on_it(town):
    job, application, _words = _secrets(town)
    number = encode(application.pk)
    acts = [f"jobs/received/{number}/rejected/", f"jobs/received/{number}/note/", f"jobs/mine/{number}/memo/"]
    for name in ("editor", "advertiser", "former", "unloved", "member", "rival", "foe"):
        for path in acts:
            assert post(town[name], path, text="x", memo="x").status_code == 404, (name, path)
        if name != "unloved":
            assert step(town[name], job, "close") == 404, name
    for path in acts[:2]:
        assert post(town["applicant"], path, text="x").status_code == 404, "not even its author"
    assert Application.objects.get().stage == "interview"


def test_a_draft_of_a_job_is_for_who_hires_and_a_shut_out_finds_no_job(town):
    _secrets(town)
    word = canary()
    draft = written(town["recruiter"], town["page"], title=f"Secret {word}")
    for name, persona in [*town.items(), ("stranger", None)]:
        if name == "page":
            continue
        client = client_of(persona)
        places = [
            at(draft),
            at(draft, "preview/"),
            at(draft, "edit/"),
            "jobs/at/@delta/",
            f"jobs/?what={word[:6]}",
        ]
        found = any(word.encode() in client.get(f"/{WORK}/{path}").content for path in places)
        assert found is (name in TEAM | {"unloved"}), name
    foe = client_of(town["foe"]).get(f"/{WORK}/jobs/").content
    assert b"Harbour pilot" not in foe
    assert b"Harbour pilot" in client_of(town["member"]).get(f"/{WORK}/jobs/").content


def test_a_job_that_is_not_for_somebody_leaves_no_sign(town):
    word = canary()
    job = published(town["recruiter"], town["page"], title=f"Boss {word}", not_for="@w.rival")
    drain()
    places = [
        at(job),
        at(job, "referrals/"),
        "jobs/",
        f"jobs/?what={word[:8]}",
        "@delta/jobs/",
        "jobs/feed.json",
        "",
    ]
    for name, persona in [*town.items(), ("stranger", None)]:
        if name in ("page", "foe", "unloved"):
            continue
        client = client_of(persona)
        found = any(word.encode() in client.get(f"/{WORK}/{path}").content for path in places)
        assert found is (name not in ("rival", "stranger", "elsewhere")), name
    assert post(town["rival"], at(job, "save/")).status_code == 404
    form = client_of(town["owner"]).get(f"/{WORK}/{at(job, 'edit/')}").content
    assert b"@w.rival" in form
    assert b"@w.rival" not in client_of(town["member"]).get(f"/{WORK}/{at(job)}").content
