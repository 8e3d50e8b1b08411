"""A page that hires, who hires for it, and a job, written the way people write it."""

from datetime import timedelta

from tests.world import client_of, person
from twofold.foundation.courier.models import Delivery
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.jobs.models import Application, Job
from twofold.network.vocabulary.models import Synonym, Term, TermKind
from twofold.people.audiences.actions import fill
from twofold.people.personas.models import Persona

WORK = "professional"


def words(**other) -> dict[str, str]:
    """A form with everything that a job needs."""
    until = (clock.now() + timedelta(days=20)).date()
    return {
        "title": "Harbour pilot", "place": "Veermond", "country": "NL", "workplace": "onsite", "type": "full",
        "level": "middle", "salary_low": "50000", "salary_high": "70000", "currency": "EUR", "period": "year",
        "must": "JavaScript, Knots", "nice": "Dutch water law", "text": "Bring ships in.\n\n- by day\n- by night",
        "reply_days": "14", "closes_on": until.isoformat(), "question0": "Why ships?", "kind0": "text",
        "needed0": "on", "question1": "Can you swim?", "kind1": "yes", **other,
    }  # fmt: skip


def hirers() -> tuple[Persona, Persona]:
    """A page and who hires for it, as network/pages says so."""
    term = Term.objects.create(kind=TermKind.SKILL, name="JavaScript", slug="javascript")
    for written in ("JavaScript", "JS"):
        Synonym.objects.create(term=term, kind=TermKind.SKILL, folded=written.lower(), written=written)
    page = person("delta", WORK, name="Delta", kind=Persona.Kind.PAGE)
    recruiter = person("rita", WORK, name="Rita")
    fill(page, "hiring", "", {recruiter.pk})
    return page, recruiter


def written(recruiter: Persona, page: Persona, **other) -> Job:
    """A draft, through the form."""
    before = set(Job.objects.values_list("pk", flat=True))
    answer = client_of(recruiter).post(f"/{WORK}/jobs/at/@{page.handle}/new/", words(**other))
    assert answer.status_code == 303, answer.content.decode()[-3000:]
    return Job.objects.exclude(pk__in=before).get()


def minute_over() -> None:
    """Moves cannot be undone any more: their authors are told."""
    Application.objects.exclude(told_at=None).update(told_at=clock.now())
    Delivery.objects.update(due_at=clock.now())
    drain()


def step(who: Persona, job: Job, act: str, **fields) -> int:
    return client_of(who).post(f"/{WORK}/jobs/{encode(job.pk)}/do/{act}/", fields).status_code


def published(recruiter: Persona, page: Persona, **other) -> Job:
    job = written(recruiter, page, **other)
    assert step(recruiter, job, "publish") == 303
    job.refresh_from_db()
    assert job.live
    return job


def seen(who: Persona | None, path: str) -> str:
    """The words of a page, empty where there is none."""
    answer = client_of(who).get(f"/{WORK}/{path}")
    return answer.content.decode() if answer.status_code == 200 else ""


def at(job: Job, more: str = "") -> str:
    return f"jobs/{encode(job.pk)}/{more}"


def post(who: Persona, path: str, **fields):
    return client_of(who).post(f"/{WORK}/{path}", fields)


def filled(who: Persona, job: Job, name: str = "", answer: str = "I like ships.") -> None:
    """A draft with everything that is needed."""
    post(who, at(job, "apply/contact/"), name=name or who.name, email=f"{who.handle}@example.org")
    post(who, at(job, "apply/cv/"), cv_from="profile")
    post(who, at(job, "apply/questions/"), answer0=answer, answer1="yes", letter="Hello.")


def applied(who: Persona, job: Job, **other) -> Application:
    filled(who, job, **other)
    assert post(who, at(job, "apply/send/")).status_code == 303
    return Application.objects.get(author=who, job=job)
