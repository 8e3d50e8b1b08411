"""Postings of Lever: a bare list; times in milliseconds."""

from datetime import UTC, datetime
from typing import Any

from twofold.network.jobs.feeding.offer import (
    Garbled,
    Offer,
    country_of,
    level_of,
    listed,
    loaded,
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
    if isinstance(found, dict):
        raise Garbled(text_of(found.get("error")) or "Lever knows no such site")
    return [_offer(each) for each in listed(found, "postings")]


def _offer(job: dict[str, Any]) -> Offer:
    known = table(job.get("categories"))
    place, country = where(known.get("location"))
    salary = table(job.get("salaryRange"))
    return Offer(
        key=text_of(job.get("id")),
        title=text_of(job.get("text"), 120),
        url=web(job.get("hostedUrl")) or web(job.get("applyUrl")),
        text=_text(job),
        place=place,
        country=country_of(job.get("country")) or country,
        workplace=workplace_of(job.get("workplaceType") or known.get("location")),
        type=type_of(known.get("commitment")),
        level=level_of(text_of(job.get("text"))),
        pay=paid(salary.get("min"), salary.get("max"), salary.get("currency"), salary.get("interval")),
        since=_since(job.get("createdAt")),
    )


def _text(job: dict[str, Any]) -> str:
    lists = rows(job.get("lists"))
    pieces = [job.get("opening"), job.get("description")]
    for each in lists:
        if isinstance(each, dict):
            pieces.append(
                f"<p>{text_of(each.get('text'))}</p><ul>{text_of(each.get('content'), 20_000)}</ul>"
            )
    pieces.append(job.get("additional"))
    said = "\n\n".join(plain(each) for each in pieces if isinstance(each, str) and each)
    return said or text_of(job.get("descriptionPlain"), 8_000)


def _since(value: Any) -> datetime | None:
    try:
        return datetime.fromtimestamp(value / 1000, UTC) if isinstance(value, int | float) else None
    except (OverflowError, OSError, ValueError):
        return None
