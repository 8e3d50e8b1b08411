"""RSS 2.0 with jobs as its items."""

from datetime import datetime
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

from twofold.network.jobs.feeding.offer import Garbled, Offer, level_of, web, workplace_of
from twofold.network.jobs.feeding.plain import plain


def read(data: bytes) -> list[Offer]:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Garbled("it declares entities, which no feed of jobs needs")
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError) as problem:
        raise Garbled("it is not XML") from problem
    if root.tag != "rss" or root.find("channel") is None:
        raise Garbled("it is no RSS")
    return [_offer(each) for each in root.iterfind("channel/item")]


def _offer(item: ElementTree.Element) -> Offer:
    title, address = _said(item, "title")[:120], web(_said(item, "link"))
    words = plain(_said(item, "description"))
    named = " ".join(each.text or "" for each in item.iterfind("category"))
    return Offer(
        key=_said(item, "guid") or address,
        title=title,
        url=address,
        text=words,
        workplace=workplace_of(f"{title} {named}"),
        level=level_of(title),
        since=_moment(_said(item, "pubDate")),
    )


def _said(item: ElementTree.Element, name: str) -> str:
    return (item.findtext(name) or "").strip()


def _moment(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    return found if found.tzinfo else None
