"""What people noted of others, and who would like to be introduced to whom."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, OuterRef, QuerySet

from twofold.config.demo.casting import Cast
from twofold.config.demo.reading import read, split
from twofold.people.graph.actions import ask_introduction, keep_note, pass_on
from twofold.people.graph.models import Hop
from twofold.people.personas.models import Persona
from twofold.reach.notifications.models import Kind


def remember(cast: Cast, now: datetime) -> int:
    """Write all of it; how many notes, tags and letters. Call it in a transaction."""
    count = 0
    for network, words in read("memories.toml").items():
        for handle, kept in words.get("notes", {}).items():
            count += _note(cast, network, cast.of(network, handle), kept)
        for asked in words.get("introductions", ()):
            count += _introduce(cast, network, asked, now)
    return count


def _note(cast: Cast, network: str, actor: Persona, kept: dict[str, list[str]]) -> int:
    notes = dict(each.split(": ", 1) for each in kept["notes"])
    tags = dict(each.split(": ", 1) for each in kept["tags"])
    people = dict.fromkeys([*notes, *tags])
    for handle in people:
        persona = cast.of(network, handle)
        keep_note(actor, persona=persona, text=notes.get(handle, ""), tags=split(tags.get(handle, "")))
    return len(people)


def _introduce(cast: Cast, network: str, asked: dict[str, Any], now: datetime) -> int:
    asker, middle, target = (cast.of(network, asked[each]) for each in ("asker", "middle", "target"))
    at = now - timedelta(hours=asked["hours"])
    words, note = asked["words"], asked["note"]
    hop = ask_introduction(asker, target=target, middle=middle, words=words, note=note, at=at)
    if "passed" in asked:
        at = now - timedelta(hours=asked["passed"])
        pass_on(middle, hop_id=hop.pk, to=target, words=asked["onward"], at=at)
    return 1


def letters() -> list[tuple[Kind, QuerySet[Hop]]]:
    """When the letters that notifications tell of were handed over, for each kind of them."""
    rows = Hop.objects.filter(giver=OuterRef("actor"), holder=OuterRef("recipient"))
    return [(kind, rows.annotate(created_at=F("at"))) for kind in (Kind.LETTER, Kind.INTRODUCTION)]
