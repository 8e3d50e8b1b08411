"""How some people of the town read their feed: in which order, by what recipe, and what they saw."""

from typing import Any

from twofold.config.demo.casting import Cast
from twofold.config.demo.reading import read
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed import actions as feed
from twofold.reach.ranking import actions, queries
from twofold.reach.ranking.models import Order


def steer(cast: Cast) -> int:
    """Let them choose all of it; how many readers. Call it in a transaction, when feeds are delivered."""
    count = 0
    for network, readers in read("tastes.toml").items():
        for words in readers:
            _choose(cast, network, cast.of(network, words["who"]), words)
            count += 1
    return count


def _choose(cast: Cast, network: str, reader: Persona, words: dict[str, Any]) -> None:
    for name, amount in (("more", 1), ("less", -1), ("never_miss", 2)):
        for ref in words.get(name, ()):
            about, ref = _meant(cast, network, ref, person=amount == 2)
            actions.lean(reader, about=about, ref=ref, amount=amount)
    actions.tune(reader, weights=words.get("percent", {}))
    actions.choose_order(reader, order=Order.FOR_YOU)
    for word, days in words.get("snoozes", {}).items():
        feed.snooze(reader, word=word, days=days)
    people, _more = queries.missed(Viewer.of(reader))
    actions.saw(reader, post_ids=[number for each in people for number in each.ids[1:]])


def _meant(cast: Cast, network: str, ref: str, *, person: bool) -> tuple[str, str]:
    if person or ref.startswith("@"):
        return "person", str(cast.of(network, ref.lstrip("@")).pk)
    return ("topic", ref[1:]) if ref.startswith("#") else ("kind", ref)
