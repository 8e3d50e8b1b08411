"""Pages that carry schema.org's JobPosting: alone, in lists, in graphs; broken blocks are left out."""

import json
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

from twofold.network.jobs.feeding.offer import (
    Garbled,
    Offer,
    country_of,
    day_of,
    level_of,
    moment_of,
    paid,
    text_of,
    type_of,
    web,
    where,
)
from twofold.network.jobs.feeding.plain import plain
from twofold.network.jobs.models import Workplace

_DEEP = 6


class _Blocks(HTMLParser):
    """The texts of script elements that hold JSON-LD."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.texts: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = (
            tag == "script" and (dict(attrs).get("type") or "").strip().lower() == "application/ld+json"
        )
        if self.inside:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts[-1] += data


def read(data: bytes) -> list[Offer]:
    text = data.decode("utf-8", "replace")
    if text.lstrip()[:1] in ("{", "["):
        blocks = [text]
    else:
        page = _Blocks()
        page.feed(text)
        page.close()
        blocks = page.texts
    found = [each for each in map(_loaded, blocks) if each is not None]
    postings = [posting for each in found for posting in _postings(each)]
    if not postings and len(found) < len(blocks):
        raise Garbled("what it says of jobs is not JSON")
    if not postings:
        raise Garbled("no JobPosting stands in it")
    return [_offer(each) for each in postings]


def _loaded(text: str) -> Any:
    try:
        return json.loads(text.replace("<\\/", "</"))
    except (ValueError, RecursionError):
        return None


def _postings(found: Any, deep: int = 0) -> Iterator[dict[str, Any]]:
    if deep > _DEEP:
        return
    if isinstance(found, list):
        for each in found:
            yield from _postings(each, deep + 1)
    elif isinstance(found, dict):
        kinds = found.get("@type")
        if "JobPosting" in (kinds if isinstance(kinds, list) else [kinds]):
            yield found
        for name in ("@graph", "itemListElement", "item", "mainEntity"):
            yield from _postings(found.get(name), deep + 1)


def _offer(job: dict[str, Any]) -> Offer:
    title = text_of(job.get("title"), 120) or text_of(job.get("name"), 120)
    place, country = _place(job)
    said = "TELECOMMUTE" in text_of(_first(job.get("jobLocationType"))).upper()
    # Only for work from anywhere it is asked where people live.
    remote = said or ("applicantLocationRequirements" in job and not job.get("jobLocation"))
    return Offer(
        key=_key(job, title),
        title=title,
        url=web(job.get("url")),
        text=plain(text_of(job.get("description"), 100_000)),
        place=place,
        country=country,
        workplace=Workplace.REMOTE if remote else Workplace.ONSITE,
        type=type_of(_first(job.get("employmentType"))),
        level=level_of(title),
        pay=_pay(job.get("baseSalary")),
        until=day_of(job.get("validThrough")),
        since=moment_of(job.get("datePosted")),
        skills=_skills(job.get("skills")),
    )


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _key(job: dict[str, Any], title: str) -> str:
    said = _first(job.get("identifier"))
    named = text_of(said.get("value")) if isinstance(said, dict) else text_of(said)
    whose = _first(job.get("hiringOrganization"))
    employer = text_of(whose.get("name") or whose.get("@id")) if isinstance(whose, dict) else text_of(whose)
    words = f"{title}|{employer}|{text_of(job.get('datePosted'))}"
    return named or web(job.get("url")) or sha256(words.encode()).hexdigest()[:32]


def _place(job: dict[str, Any]) -> tuple[str, str]:
    location = _first(job.get("jobLocation"))
    address = location.get("address") if isinstance(location, dict) else location
    needed = _first(job.get("applicantLocationRequirements"))
    where_from = country_of(needed.get("name")) if isinstance(needed, dict) else ""
    if isinstance(address, dict):
        land = _first(address.get("addressCountry"))
        land = land.get("name") if isinstance(land, dict) else land
        return text_of(address.get("addressLocality"), 80), country_of(land) or where_from
    place, country = where(address)
    return place, country or where_from


def _pay(told: Any) -> tuple[int, int, str, str] | None:
    told = _first(told)
    value = told.get("value") if isinstance(told, dict) else None
    if not isinstance(value, dict):
        return None
    low, high = value.get("minValue", value.get("value")), value.get("maxValue", value.get("value"))
    return paid(low, high, told.get("currency") or value.get("currency"), value.get("unitText"))


def _skills(told: Any) -> tuple[str, ...]:
    found: list[str] = []
    for each in told if isinstance(told, list) else [told]:
        named = text_of(each.get("name")) if isinstance(each, dict) else text_of(each)
        found += [word.strip()[:60] for word in named.split(",")]
    return tuple(word for word in found if word)[:12]
