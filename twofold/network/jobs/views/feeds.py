"""Open jobs for other programs: RSS and JSON Feed, of any search, as a stranger may read them."""

from dataclasses import replace
from datetime import UTC

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from twofold.foundation.kit.ids import encode
from twofold.network.jobs import queries
from twofold.network.jobs.models import Job
from twofold.network.jobs.pay import pay_words
from twofold.network.jobs.posting import address_of, paragraphs, posting
from twofold.network.jobs.views.answers import here
from twofold.people.personas.viewers import Viewer

SIZE = 40
# Everybody gets the same.
_KEPT = "public, max-age=300"


def _found(request: HttpRequest, network: str) -> list[Job]:
    here(network)
    asked = replace(queries.read_search(request.GET), sort="newest", known=0, good=0)
    return list(queries.search(Viewer.stranger(network), asked, size=SIZE))


@require_safe
def rss(request: HttpRequest, network: str) -> HttpResponse:
    feed = Rss201rev2Feed(
        title=_("Jobs at %(site)s") % {"site": settings.NAME},
        link=f"{settings.BASE_URL}/{network}/jobs/",
        description=_("Open jobs, each with its pay."),
        feed_url=f"{settings.BASE_URL}{request.get_full_path()}",
    )
    for job in _found(request, network):
        feed.add_item(
            title=f"{job.title} · {job.author.name}",
            link=address_of(job),
            description=f"<p>{pay_words(job)}</p>{paragraphs(job.text)}",
            unique_id=address_of(job),
            pubdate=job.published_at,
            categories=[str(job.get_workplace_display()), str(job.get_type_display())],
        )
    answer = HttpResponse(feed.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8")
    answer.headers["Cache-Control"] = _KEPT
    return answer


@require_safe
def json(request: HttpRequest, network: str) -> HttpResponse:
    """JSON Feed 1.1; `_posting` of each item is schema.org's JobPosting."""
    jobs = _found(request, network)
    skills = queries.skills_of([each.pk for each in jobs])
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _("Jobs at %(site)s") % {"site": settings.NAME},
        "home_page_url": f"{settings.BASE_URL}/{network}/jobs/",
        "feed_url": f"{settings.BASE_URL}{request.get_full_path()}",
        "items": [{**_item(job), "_posting": posting(job, skills.get(job.pk, []))} for job in jobs],
    }
    answer = JsonResponse(feed, content_type="application/feed+json; charset=utf-8")
    answer.headers["Cache-Control"] = _KEPT
    return answer


def _item(job: Job) -> dict[str, object]:
    return {
        "id": encode(job.pk),
        "url": address_of(job),
        "title": job.title,
        "content_html": paragraphs(job.text),
        "summary": pay_words(job),
        "date_published": job.published_at.astimezone(UTC).isoformat() if job.published_at else None,
        "authors": [{"name": job.author.name}],
    }
