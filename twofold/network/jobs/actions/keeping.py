"""Writing a job down, and the words that find it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.text import clean_block, clean_line, folded
from twofold.network.jobs.actions.asking import held, hiring, insist, note
from twofold.network.jobs.actions.shelving import shelve
from twofold.network.jobs.models import Application, Job, JobSkill, JobWord, State
from twofold.network.jobs.pay import country_name, yearly
from twofold.network.jobs.policies import (
    MOST_DOCUMENTS,
    MOST_LEFT_OUT,
    MOST_QUESTIONS,
    why_not_kept,
    why_not_open,
    why_not_published,
)
from twofold.network.jobs.queries.applications import team_of
from twofold.network.jobs.words import weighed, words_of
from twofold.network.vocabulary.models import Synonym, TermKind
from twofold.network.vocabulary.queries import terms_for
from twofold.people.audiences.actions import compose
from twofold.people.audiences.models import Part, Scope
from twofold.people.audiences.queries import by_handles
from twofold.people.audiences.specs import EVERYONE, AudienceSpec, PartRef, staff_of
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

FIELDS = (
    "title", "place", "radius", "country", "workplace", "type", "level", "salary_low", "salary_high", "currency",
    "period", "text", "reply_days", "closes_on", "keep_months", "blind",
)  # fmt: skip


@transaction.atomic
def keep_job(
    actor: Persona,
    *,
    page: Persona,
    job_id: int | None = None,
    must: Iterable[str] = (),
    nice: Iterable[str] = (),
    questions: Iterable[Mapping[str, Any]] = (),
    documents: Iterable[Mapping[str, Any]] = (),
    not_for: Iterable[str] = (),
    team: Iterable[int] = (),
    **fields: Any,
) -> Job:
    """Keep what is said of a job, a new one without `job_id`. `fields`: those of `FIELDS`, all of them. `not_for` are
    handles of people, and of companies with all who work there, who shall find no sign of it.
    `team` are ids of those who hire and are told of its applications.

    A draft may leave out what a job needs before it is open; an open one may not.
    """
    hiring(actor, page)
    if job_id:
        job = held(actor, job_id)
        insist("" if job.source_id is None else _("It comes from a feed. Change it where it comes from."))
    else:
        insist(why_not_open(page))
        job = Job(author=page, live=False)
    job.audience = compose(page, _for_all_but(actor, page, not_for))
    cleaned = {name: _clean(name, fields.get(name)) for name in FIELDS}
    skills = named_skills(must, nice)
    field, reason = why_not_kept(cleaned, len(skills))
    insist(reason, field=field)
    for name, value in cleaned.items():
        setattr(job, name, value)
    job.yearly_low, job.yearly_high = (yearly(each, job.period) for each in (job.salary_low, job.salary_high))
    job.questions, job.documents = _questions(questions), _documents(documents)
    if job.state == State.OPEN:
        field, reason = why_not_published(job)
        insist(reason, field=field)
    job.changed_at = clock.now()
    job.save()
    shorten(job)
    write_skills(job, skills)
    job.team.set(team_of(page.pk).intersection(team))
    index(job)
    note(job, actor, "edited" if job_id else "made", job.title)
    return job


def shorten(job: Job) -> None:
    """A promise to erase sooner holds for what is there already; one to keep it longer for what comes."""
    longer = Application.objects.filter(job=job, keep_months__gt=job.keep_months)
    longer.update(keep_months=job.keep_months)


@transaction.atomic
def copy(actor: Persona, *, job_id: int) -> Job:
    """A draft with the same words."""
    job = held(actor, job_id)
    skills, team = list(JobSkill.objects.filter(job=job).order_by("place")), list(job.team.all())
    job.pk, job._state.adding = Job._meta.pk.get_default(), True
    job.state, job.live, job.published_at, job.position, job.closes_on = State.DRAFT, False, None, 0, None
    job.source, job.source_key, job.source_url, job.source_mark = None, "", "", ""
    job.title = _("%(title)s (copy)") % {"title": job.title[:100]}
    job.changed_at = clock.now()
    job.save(force_insert=True)
    for each in skills:
        each.pk, each.job, each._state.adding = None, job, True
    JobSkill.objects.bulk_create(skills)
    job.team.set(team)
    index(job)
    note(job, actor, "made", job.title)
    return job


def _for_all_but(actor: Persona, page: Persona, handles: Iterable[str]) -> AudienceSpec:
    """Everyone; but where somebody is left out members alone: a stranger may be anybody."""
    wanted = [each for each in (clean_line(each).lstrip("@") for each in handles) if each]
    insist(
        ""
        if len(wanted) <= MOST_LEFT_OUT
        else _("At most %(most)d people and companies.") % {"most": MOST_LEFT_OUT},
        field="not_for",
    )
    found = by_handles(Viewer.of(actor), page.network, wanted)
    unknown = [each for each in wanted if each not in found]
    insist(
        _("Nobody here is called %(handle)s.") % {"handle": f"@{unknown[0]}"} if unknown else "",
        field="not_for",
    )
    if not found:
        return EVERYONE
    companies = {each.pk for each in found.values() if each.is_page}
    own = page.pk in companies
    insist(_("It cannot be hidden from the page that has it.") if own else "", field="not_for")
    return AudienceSpec(
        Scope.MEMBERS,
        except_parts=frozenset(_staff(page, each) for each in companies),
        except_named=frozenset(each.pk for each in found.values() if not each.is_page),
    )


def _staff(page: Persona, company_id: int) -> PartRef:
    """Who works there. Its list has to be right before anybody could see the job."""
    ref = staff_of(company_id)
    if not Part.objects.filter(owner=page, kind=ref.kind, ref=ref.ref).exists():
        raise LookupError("who works there is not known: care/privacy keeps that list")
    return ref


def _clean(name: str, value: Any) -> Any:
    if name == "text":
        return clean_block(value or "")
    if name == "radius":
        return value or 0
    if name == "keep_months":
        return value or 6
    if name == "blind":
        return bool(value)
    return (
        clean_line(value) if isinstance(value, str) else ("" if value is None and name in _TEXTS else value)
    )


_TEXTS = {"title", "place", "country", "currency"}


def _questions(asked: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    lines = [{**each, "words": clean_line(str(each.get("words", "")))[:200]} for each in asked]
    return [
        {
            "words": each["words"],
            "kind": "yes" if each.get("kind") == "yes" else "text",
            "needed": bool(each.get("needed")),
        }
        for each in lines
        if each["words"]
    ][:MOST_QUESTIONS]


def _documents(asked: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Each once: files are kept by these words."""
    named: dict[str, bool] = {}
    for each in asked:
        if words := clean_line(str(each.get("words", "")))[:200]:
            named.setdefault(words, bool(each.get("needed")))
    return [{"words": words, "needed": needed} for words, needed in named.items()][:MOST_DOCUMENTS]


def named_skills(must: Iterable[str], nice: Iterable[str]) -> list[JobSkill]:
    """Each once, those that are a must first, with the term that it is."""
    named: dict[str, tuple[str, bool]] = {}
    for names, is_must in ((must, True), (nice, False)):
        for name in map(clean_line, names):
            if name:
                named.setdefault(folded(name)[:120], (name[:60], is_must))
    terms = terms_for(TermKind.SKILL, [name for name, _must in named.values()])
    return [
        JobSkill(name=name, folded=look, term=terms.get(name), must=is_must, place=place)
        for place, (look, (name, is_must)) in enumerate(named.items())
    ]


def write_skills(job: Job, skills: Sequence[JobSkill]) -> None:
    JobSkill.objects.filter(job=job).delete()
    for each in skills:
        each.job = job
    JobSkill.objects.bulk_create(skills)


def index(job: Job) -> None:
    """Write the words that find the job: of its title, its skills by all their names, its employer and its text."""
    skills = list(JobSkill.objects.filter(job=job))
    terms = [each.term_id for each in skills if each.term_id]
    synonyms = Synonym.objects.filter(kind=TermKind.SKILL, term__in=terms).values_list("written", flat=True)
    words = words_for(job, [each.name for each in skills], synonyms)
    Job.objects.filter(pk=job.pk).update(words=job.words)
    JobWord.objects.filter(job=job).delete()
    JobWord.objects.bulk_create(
        [JobWord(job=job, word=word, weight=weight) for word, weight in words.items()], batch_size=400
    )
    shelve(job.pk)


def words_for(job: Job, skills: Iterable[str], synonyms: Iterable[str]) -> Mapping[str, int]:
    """The words that find a job with the weight of each; `job.words` becomes all its text."""
    parts = [
        (job.title, 8),
        *((each, 4) for each in skills),
        *((each, 3) for each in synonyms),
        (job.author.name, 2),
        (job.text, 1),
    ]
    job.words = " · ".join(f" {' '.join(words_of(text))} " for text, _weight in parts)
    found = weighed(parts)
    for word in words_of(f"{job.place} {job.country} {country_name(job.country)}"):
        found[f"@{word}"[:60]] = 1
    return found
