"""Jobs of other places: what a feed says, whatever its kind, as offers that are all alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from twofold.network.jobs.feeding import ashby, greenhouse, jsonld, lever, rss
from twofold.network.jobs.feeding.offer import MOST_JOBS, Garbled, Offer

KINDS: Mapping[str, Callable[[bytes], list[Offer]]] = {
    "greenhouse": greenhouse.read,
    "lever": lever.read,
    "ashby": ashby.read,
    "jsonld": jsonld.read,
    "rss": rss.read,
}

__all__ = ["KINDS", "MOST_JOBS", "Garbled", "Offer", "Reading", "read"]


@dataclass(frozen=True)
class Reading:
    """What could be taken from a feed, each once, and what whoever set it should know."""

    offers: list[Offer]
    notes: list[str]


def read(kind: str, data: bytes) -> Reading:
    """Raises Garbled where nothing of it can be read."""
    found = KINDS[kind](data)
    notes: list[str] = []
    offers: dict[str, Offer] = {}
    places: set[str] = set()
    repeated = untitled = 0
    for each in found:
        if not each.title or not each.key:
            untitled += 1
        elif each.key in offers or (each.url and each.url in places):
            repeated += 1
        else:
            offers[each.key] = replace(each, key=each.key[:200])
            places.add(each.url)
    if repeated:
        notes.append(f"{repeated} jobs stand in it twice; the first of each counts")
    if untitled:
        notes.append(f"{untitled} jobs without a title or a name of their own were left out")
    if len(offers) > MOST_JOBS:
        notes.append(f"it has {len(offers)} jobs; the first {MOST_JOBS} count")
    return Reading(list(offers.values())[:MOST_JOBS], notes)
