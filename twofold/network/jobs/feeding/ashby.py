"""A job board of Ashby: {"jobs": [...]}; what is not listed is not for us, and hybrid work is called remote too."""

from typing import Any

from twofold.network.jobs.feeding.offer import (
    Offer,
    country_of,
    level_of,
    listed,
    loaded,
    moment_of,
    paid,
    rows,
    table,
    text_of,
    type_of,
    web,
    where,
    workplace_of,
)
from twofold.network.jobs.feeding.plain import plain


def read(data: bytes) -> list[Offer]:
    found = loaded(data)
    jobs = listed(found.get("jobs") if isinstance(found, dict) else None, "jobs")
    return [_offer(each) for each in jobs if each.get("isListed") is not False]


def _offer(job: dict[str, Any]) -> Offer:
    place, country = where(job.get("location"))
    postal = table(table(job.get("address")).get("postalAddress"))
    said = job.get("workplaceType") or ("remote" if job.get("isRemote") else "")
    html = job.get("descriptionHtml")
    return Offer(
        key=text_of(job.get("id")),
        title=text_of(job.get("title"), 120),
        url=web(job.get("jobUrl")) or web(job.get("applyUrl")),
        text=plain(html) if isinstance(html, str) else text_of(job.get("descriptionPlain"), 8_000),
        place=text_of(postal.get("addressLocality"), 80) or place,
        country=country_of(postal.get("addressCountry")) or country,
        workplace=workplace_of(said),
        type=type_of(job.get("employmentType")),
        level=level_of(text_of(job.get("title"))),
        pay=_pay(job.get("compensation")),
        since=moment_of(job.get("publishedAt")),
    )


def _pay(told: Any) -> tuple[int, int, str, str] | None:
    for each in rows(table(told).get("summaryComponents")):
        if isinstance(each, dict) and each.get("compensationType") == "Salary":
            return paid(
                each.get("minValue"), each.get("maxValue"), each.get("currencyCode"), each.get("interval")
            )
    return None
