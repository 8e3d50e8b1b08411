"""What the town's organisations look for."""

from datetime import datetime, timedelta
from typing import Any

from twofold.config.demo.casting import Cast
from twofold.config.demo.reading import read
from twofold.foundation.kit import clock
from twofold.network.jobs import actions
from twofold.network.jobs.actions import keep_job, take_step
from twofold.network.jobs.actions.shelving import shelve
from twofold.network.jobs.models import Application, Job
from twofold.network.pages.models import Role, RoleKind
from twofold.people.personas.models import Network, Persona
from twofold.surfaces.web.pages.apply import cv_of

WORK = Network.PROFESSIONAL


def hire(cast: Cast, now: datetime) -> int:
    """Write all of it, after roles are given; how many jobs. Call it in a transaction."""
    words = read("jobs.toml")
    jobs = {line["title"]: _publish(cast, line, now) for line in words["jobs"]}
    for line in words["applications"]:
        _apply(cast.of(WORK, line["of"]), jobs[line["to"]], line, now)
    for line in words["drafts"]:
        actions.begin(cast.of(WORK, line["of"]), job=jobs[line["to"]])
    for line in words["saved"]:
        actions.save_job(cast.of(WORK, line["of"]), job=jobs[line["to"]])
    for line in words["words"]:
        page = cast.of(WORK, line["of"])
        actions.keep_template(_hirer(page), page=page, name=line["name"], text=line["text"])
    for line in words["elsewhere"]:
        day = (now + timedelta(days=line["next"])).date()
        fields = {name: line[name] for name in ("title", "employer", "stage", "memo")}
        actions.keep_outside(cast.of(WORK, line["of"]), next_on=day, **fields)
    for line in words["searches"]:
        actions.keep_search(cast.of(WORK, line["of"]), query=line["query"])
    return len(jobs)


def _apply(who: Persona, job: Job, line: dict[str, Any], now: datetime) -> None:
    application = actions.begin(who, job=job)
    number = application.pk
    mail = f"{who.handle}@example.org"
    actions.keep_contact(who, application_id=number, name=who.name, email=mail, place=who.place)
    actions.keep_cv(who, application_id=number, cv_from="profile", sealed=line.get("sealed", ""))
    asked = [each["words"] for each in job.questions]
    answers = dict(zip(asked, line["answers"], strict=True))
    actions.keep_answers(who, application_id=number, answers=answers, letter=line["letter"])
    actions.send(who, application_id=number, cv=cv_of(who, application))
    _judge(_hirer(job.author), number, line, now)
    moment = now - timedelta(days=line["days"])
    due = (moment + timedelta(days=job.reply_days)).date()
    Application.objects.filter(pk=number).update(sent_at=moment, began_at=moment, reply_by=due)


def _judge(hirer: Persona, number: int, line: dict[str, Any], now: datetime) -> None:
    """What the employer has done with an application so far."""
    for stage in line.get("steps", "").split():
        actions.look_at(hirer, application_id=number)
        actions.move(hirer, application_id=number, stage=stage)
    if "note" in line:
        actions.remark(hirer, application_id=number, text=line["note"])
    if "verdict" in line:
        actions.keep_score(hirer, application_id=number, marks={}, verdict=line["verdict"], text=line["why"])
    if "reply" in line:
        actions.reply(hirer, application_id=number, text=line["reply"])
    if "times" in line:
        noon = now.replace(hour=9, minute=30, second=0, microsecond=0)
        begins = [noon + timedelta(days=days) for days in line["times"]]
        actions.offer_slots(hirer, application_id=number, begins=begins, minutes=45, place=line["place"])


def _publish(cast: Cast, line: dict[str, Any], now: datetime) -> Job:
    page = cast.of(WORK, line["at"])
    actor = cast.of(WORK, line["by"]) if "by" in line else _hirer(page)
    job = keep_job(
        actor,
        page=page,
        title=line["title"],
        place=line["place"],
        country="NL",
        workplace=line["workplace"],
        type=line.get("type", "full"),
        level=line["level"],
        salary_low=line["pay"][0],
        salary_high=line["pay"][1],
        currency="EUR",
        period=line.get("period", "year"),
        text=line["text"],
        radius=line.get("radius", 0),
        documents=[{"words": each, "needed": False} for each in line.get("documents", ())],
        must=line.get("must", "").split(","),
        nice=line.get("nice", "").split(","),
        questions=[_question(each) for each in line.get("questions", ())],
        reply_days=line["reply_days"],
        closes_on=(now + timedelta(days=line["until"])).date(),
    )
    job = take_step(actor, job_id=job.pk, step="publish")
    moment = now - timedelta(days=line["days"], hours=2)
    Job.objects.filter(pk=job.pk).update(
        published_at=moment, position=clock.position_of(moment), changed_at=moment
    )
    shelve(job.pk)
    return job


def _hirer(page: Persona) -> Persona:
    """Whoever recruits for a page, or else owns it."""
    rows = Role.objects.select_related("persona").filter(
        page=page, kind__in=[RoleKind.RECRUITER, RoleKind.OWNER]
    )
    return rows.order_by("-kind").first().persona  # type: ignore[union-attr]


def _question(text: str) -> dict[str, Any]:
    """One that begins with a question mark is answered by yes or no."""
    return {"words": text.lstrip("?"), "kind": "yes" if text.startswith("?") else "text", "needed": True}
