"""A job board of Greenhouse: {"jobs": [...]}, its content escaped once more than HTML."""

from html import unescape
from typing import Any

from twofold.network.jobs.feeding.offer import (
    Offer,
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
    return [_offer(each) for each in listed(found.get("jobs") if isinstance(found, dict) else None, "jobs")]


def _offer(job: dict[str, Any]) -> Offer:
    said = text_of(table(job.get("location")).get("name"))
    place, country = where(said)
    metadata = rows(job.get("metadata"))
    known = {
        text_of(each.get("name")).lower(): each.get("value") for each in metadata if isinstance(each, dict)
    }
    content = job.get("content")
    return Offer(
        key=text_of(job.get("id")),
        title=text_of(job.get("title"), 120),
        url=web(job.get("absolute_url")),
        text=plain(unescape(content)) if isinstance(content, str) else "",
        place=place,
        country=country,
        workplace=workplace_of(said),
        type=type_of(known.get("employment type")),
        level=level_of(text_of(job.get("title"))),
        pay=_pay(job, metadata),
        since=moment_of(job.get("first_published") or job.get("updated_at")),
    )


def _pay(job: dict[str, Any], metadata: list[Any]) -> tuple[int, int, str, str] | None:
    ranges = job.get("pay_input_ranges")
    if isinstance(ranges, list) and ranges and isinstance(ranges[0], dict):
        ends = [ranges[0].get(name) for name in ("min_cents", "max_cents")]
        whole = [each / 100 for each in ends if isinstance(each, int | float)]
        if len(whole) == 2:
            return paid(whole[0], whole[1], ranges[0].get("currency_type"), "year")
    for each in metadata:
        value = each.get("value") if isinstance(each, dict) else None
        if isinstance(value, dict) and each.get("value_type") == "currency_range":
            return paid(value.get("min_value"), value.get("max_value"), value.get("unit"), "year")
    return None
