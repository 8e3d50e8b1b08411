"""Jobs that come from feeds: taken in, changed with them, and ended when they are gone there."""

import hashlib
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.fetch import Unreachable, Wanted, fetch
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.jobs.actions.keeping import index, named_skills, write_skills
from twofold.network.jobs.actions.shelving import shelve
from twofold.network.jobs.facts import JobEnded, JobPublished
from twofold.network.jobs.feeding import MOST_JOBS, Garbled, Offer, Reading, read
from twofold.network.jobs.models import Feed, Job, State
from twofold.network.jobs.pay import yearly
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import EVERYONE
from twofold.people.personas.models import Persona

MOST_BYTES = 16_000_000
_KINDS = (
    "application/json", "text/html", "application/xhtml+xml", "application/ld+json", "application/rss+xml",
    "application/xml", "text/xml", "text/plain", "text/json",
)  # fmt: skip
_FEED = Wanted(_KINDS, MOST_BYTES, whole=True)
# A feed that names no last day, and is not read for so long, has none of its jobs left.
_STANDS = timedelta(days=30)
_NEWS = timedelta(days=7)
# From so many jobs on, a feed that has none at all is believed only the second time.
_DOUBTED = 3


def add_feed(page: Persona, *, kind: str, address: str) -> Feed:
    """Where jobs of a page come from from now on; the same address twice is once."""
    feed, _made = Feed.objects.update_or_create(
        page=page, address=address, defaults={"kind": kind, "added_at": clock.now()}
    )
    return feed


@transaction.atomic
def drop_feed(feed: Feed) -> int:
    """Nothing comes from there any more; what came from there is closed. How many jobs that were."""
    gone = list(Job.objects.filter(source=feed, live=True))
    for job in gone:
        _end(job)
    feed.delete()
    return len(gone)


def run_feeds(*, let_through: Iterable[str] = ()) -> int:
    """Look into every feed; one that fails stops no other. How many were well."""
    rows = Feed.objects.filter(page__state=Persona.State.ACTIVE).select_related("page")
    return sum(run_feed(each, let_through=let_through) for each in list(rows))


def run_feed(feed: Feed, *, let_through: Iterable[str] = ()) -> bool:
    """Take in what a feed says by now. Where it cannot be read nothing of it is lost, and `notes` say why."""
    try:
        found = read(feed.kind, _data(feed, let_through))
        _doubt(feed, found)
    except (Garbled, Unreachable, OSError) as problem:
        words = str(problem) or type(problem).__name__
        feed.failures += 1
        _noted(feed, words)
        return False
    notes = list(found.notes)
    elsewhere = _elsewhere(feed)
    offers = [each for each in found.offers if not each.url or each.url not in elsewhere]
    if len(offers) < len(found.offers):
        notes.append(f"{len(found.offers) - len(offers)} jobs come from another feed already")
    for each in offers:
        _take_in(feed, each)
    _let_go(feed, {each.key for each in offers})
    feed.failures, feed.well_at, feed.jobs = 0, clock.now(), len(offers)
    _noted(feed, "; ".join(notes))
    return True


def _data(feed: Feed, let_through: Iterable[str]) -> bytes:
    if feed.address.startswith(("https://", "http://")):
        agent = f"{settings.NAME} (jobs; {settings.BASE_URL})"
        return fetch(feed.address, user_agent=agent, let_through=let_through, wanted=_FEED).html
    with Path(feed.address).open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Unreachable("larger than is taken")
    return data


def _doubt(feed: Feed, found: Reading) -> None:
    if not found.offers and feed.jobs >= _DOUBTED and not feed.failures:
        raise Garbled(
            f"it had {feed.jobs} jobs and has none now; if that is so the next time, they are closed"
        )


def _noted(feed: Feed, notes: str) -> None:
    feed.notes, feed.looked_at = notes[:600], clock.now()
    feed.save(update_fields=["notes", "looked_at", "failures", "well_at", "jobs"])


def _elsewhere(feed: Feed) -> set[str]:
    """Addresses of jobs of the same page that come from another feed."""
    rows = Job.objects.filter(author=feed.page_id, live=True, source__isnull=False).exclude(source=feed)
    return set(rows.values_list("source_url", flat=True)) - {""}


@transaction.atomic
def _take_in(feed: Feed, offer: Offer) -> None:
    """A new job, a changed one, or one that is as it was. What its team paused or closed stays so."""
    today, mark = clock.now().date(), hashlib.sha256(repr(offer).encode()).hexdigest()
    job = Job.objects.select_for_update().filter(source=feed, source_key=offer.key).first()
    if job is not None and job.state in (State.PAUSED, State.CLOSED):
        return
    until = offer.until or today + _STANDS
    if until < today or (job is None and _is_full(feed)):
        return
    fresh = job is None or not job.live
    if job is None:
        job = Job(author=feed.page, audience=compose(feed.page, EVERYONE), source=feed, source_key=offer.key)
    if not fresh and job.source_mark == mark:
        Job.objects.filter(pk=job.pk).update(closes_on=until)
        shelve(job.pk)
        return
    job.closes_on, job.source_mark, job.changed_at = until, mark, clock.now()
    _say(job, offer, feed.address if feed.address.startswith("http") else "")
    if fresh:
        job.state, job.live = State.OPEN, True
        job.published_at = min(offer.since or job.changed_at, job.changed_at)
        # What was news elsewhere long ago is none here: it stands where it belongs by its day.
        old = job.published_at < job.changed_at - _NEWS
        job.position = clock.position_of(job.published_at if old else job.changed_at)
    job.save()
    write_skills(job, named_skills((), offer.skills))
    index(job)
    if fresh:
        announce(JobPublished(job.pk))


def _is_full(feed: Feed) -> bool:
    return Job.objects.filter(source=feed, live=True).count() >= MOST_JOBS


def _say(job: Job, offer: Offer, source: str) -> None:
    """`source` is where it stands when it does not say so itself."""
    job.title, job.place = clean_line(offer.title)[:120], clean_line(offer.place)[:80]
    job.text, job.source_url = clean_block(offer.text)[:8_000], offer.url or source
    job.country, job.workplace, job.type, job.level = offer.country, offer.workplace, offer.type, offer.level
    low, high, currency, period = offer.pay or (None, None, "", job.period)
    job.salary_low, job.salary_high, job.currency, job.period = low, high, currency, period
    job.yearly_low, job.yearly_high = yearly(low, period), yearly(high, period)


def _let_go(feed: Feed, there: set[str]) -> None:
    for job in Job.objects.filter(source=feed, live=True).defer("words", "text"):
        if job.source_key not in there:
            _end(job)


@transaction.atomic
def _end(job: Job) -> None:
    Job.objects.filter(pk=job.pk).update(live=False, state=State.EXPIRED, changed_at=clock.now())
    shelve(job.pk)
    announce(JobEnded(job.pk))
