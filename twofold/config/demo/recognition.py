"""What people at work say of each other: skills with endorsements, grounds that both confirm, recommendations."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.db.models import F, OuterRef, QuerySet

from twofold.config.demo.casting import Cast
from twofold.config.demo.reading import read
from twofold.config.demo.script import ago
from twofold.network.endorsements import actions as endorsements
from twofold.network.endorsements.models import Evidence, Skill
from twofold.network.recommendations import actions as recommendations
from twofold.network.recommendations.models import Ask, Recommendation
from twofold.people.audiences.specs import EVERYONE
from twofold.people.personas.models import Network
from twofold.reach.notifications.models import Kind
from twofold.surfaces.web.pages.grounds import grounds_between

WORK = Network.PROFESSIONAL


def recognise(cast: Cast, now: datetime) -> int:
    """Write all of it; how many recommendations. Call it in a transaction, after the profiles are filled."""
    words = read("recognition.toml")
    chance = Random("recognition")
    skills = {
        (handle, skill.name): skill
        for handle, lines in words["skills"].items()
        for skill in _claim(cast, handle, lines, chance, now)
    }
    for line in words["grounds"]["lines"]:
        _ground(cast, skills, line, now - timedelta(days=chance.randint(20, 300)), confirmed=True)
    for line in words["grounds"]["waiting"]:
        _ground(cast, skills, line, now - timedelta(hours=5), confirmed=False)
    for each in words["recommendations"]:
        _recommend(cast, each, now)
    for each in words["asks"]:
        recommendations.ask(
            cast.of(WORK, each["by"]), writer=cast.of(WORK, each["of"]), **_said(each), note=each["note"],
            at=ago(each["ago"]).before(now),
        )  # fmt: skip
    return len(words["recommendations"])


def _claim(cast: Cast, handle: str, lines: list[str], chance: Random, now: datetime) -> list[Skill]:
    owner, found = cast.of(WORK, handle), []
    for line in lines:
        name, _colon, endorsers = line.removeprefix("* ").partition(":")
        skill = endorsements.claim(owner, name=name, spec=EVERYONE)
        if line.startswith("* "):
            endorsements.pin(owner, skill=skill)
        for endorser in endorsers.split():
            at = now - timedelta(days=chance.randint(3, 900), minutes=chance.randint(0, 1440))
            endorsements.endorse(cast.of(WORK, endorser), skill=skill, at=at)
        found.append(skill)
    return found


def _ground(cast: Cast, skills: dict, line: str, at: datetime, *, confirmed: bool) -> None:
    """A ground as the two profiles tell of it, or in the words of the script."""
    endorser, name, owner, words = line.split(" > ")
    one, other, skill = cast.of(WORK, owner), cast.of(WORK, endorser), skills[owner, name]
    shared = grounds_between(one, other)
    ground: dict[str, Any] = {"kind": "work", "key": f"script:{endorser}", "words": words}
    if shared:
        ground = {"kind": shared[0].kind, "key": shared[0].key, "words": shared[0].words}
        ground |= {"audience": shared[0].audience_id, "stated_to": shared[0].stated_to_id}
    evidence = endorsements.propose(other, skill=skill, **ground, at=at)
    if confirmed:
        endorsements.confirm(one, evidence=evidence, at=at + timedelta(hours=9))


def _recommend(cast: Cast, each: dict[str, Any], now: datetime) -> None:
    writer, receiver = cast.of(WORK, each["by"]), cast.of(WORK, each["of"])
    row = recommendations.send(
        writer, receiver=receiver, text=each["text"], **_said(each), at=ago(each["ago"]).before(now)
    )
    if each["state"] == "shown":
        recommendations.show(receiver, recommendation=row, spec=EVERYONE)


def _said(each: dict[str, Any]) -> dict[str, str]:
    return {"relation": each["relation"], "position": each["position"]}


def moments() -> list[tuple[Kind, QuerySet]]:
    """For each kind of news that is dated: when it happened, as `created_at`, by actor and recipient."""
    actor, recipient = OuterRef("actor"), OuterRef("recipient")
    sent = Recommendation.objects.filter(author=actor, receiver=recipient).annotate(created_at=F("sent_at"))
    stated = Evidence.objects.filter(endorsement__endorser=actor, author=recipient)
    return [
        (Kind.REC_ASKED, Ask.objects.filter(asker=actor, writer=recipient)),
        (Kind.REC_SENT, sent),
        (Kind.GROUND_ASKED, stated.filter(confirmed_at=None).annotate(created_at=F("proposed_at"))),
    ]
