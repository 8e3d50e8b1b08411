"""How some people of the town want to be told: when it is quiet, in which ways, and of whom all the same."""

from typing import Any

from twofold.config.demo.casting import Cast
from twofold.config.demo.reading import read
from twofold.people.personas.models import Persona
from twofold.reach.notifications import wishes
from twofold.reach.notifications.topics import topics_in


def quieten(cast: Cast) -> int:
    """Let them choose it; how many. Call it in a transaction."""
    count = 0
    for network, readers in read("quiet.toml").items():
        for words in readers:
            _choose(cast, network, cast.of(network, words["who"]), words)
            count += 1
    return count


def _choose(cast: Cast, network: str, reader: Persona, words: dict[str, Any]) -> None:
    kept = wishes.ways_by_topic(wishes.choices_of(reader), network)
    kept |= {topic: ways for topic, ways in words.get("ways", {}).items() if topic in topics_in(network)}
    quiet = wishes.Quiet(True, words["from"], words["to"], words.get("days", ()))
    wishes.choose(reader, ways=kept, rhythm=words.get("letter", ""), hour="8", quiet=quiet)
    for rule in ("always", "never"):
        for handle in words.get(rule, ()):
            sender, loud = cast.of(network, handle), rule == "always"
            wishes.choose_sender(reader, sender=sender, ways=wishes.ALL_WAYS if loud else 0, loud=loud)
