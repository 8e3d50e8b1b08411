"""What the town asks and answers at work, what it has written down, and when it has time to talk."""

from datetime import datetime, timedelta
from typing import Any

from twofold.config.demo.casting import Cast
from twofold.config.demo.reading import read
from twofold.config.demo.script import ago
from twofold.network.advice import actions
from twofold.network.advice.models import Hour, Question
from twofold.people.personas.models import Network

WORK = Network.PROFESSIONAL


def advise(cast: Cast, now: datetime) -> int:
    """Write all of it; how many questions. Call it in a transaction."""
    told = read("advice.toml")
    asked = {each["title"]: _ask(cast, each, now) for each in told["questions"]}
    for each in told["asked"]:
        whom = cast.of(WORK, each["whom"])
        actions.ask_somebody(cast.of(WORK, each["by"]), question_id=asked[each["title"]].pk, persona=whom)
    for each in told["followed"]:
        actions.follow(cast.of(WORK, each["of"]), question_id=asked[each["title"]].pk, follows=True)
    for each in told["guides"]:
        _write(cast, each, now)
    for each in told["hours"]:
        _offer(cast, each, now)
    for each in told["taken"]:
        hour = Hour.objects.filter(author=cast.of(WORK, each["by"])).order_by("begins")[0]
        actions.take_hour(cast.of(WORK, each["of"]), hour_id=hour.pk, wish=each["wish"])
    return len(asked)


def _ask(cast: Cast, words: dict[str, Any], now: datetime) -> Question:
    author = cast.of(WORK, words["by"])
    question = actions.ask(
        author,
        field=words["field"],
        title=words["title"],
        text=words.get("text", ""),
        skills=words.get("skills", "").split(","),
        reach=words.get("reach", "members"),
        at=ago(words["ago"]).before(now),
    )
    for line in words["answers"]:
        who, when, best, helped, text = (each.strip() for each in line.split("|"))
        given = actions.answer(
            cast.of(WORK, who), question_id=question.pk, text=text, at=ago(when).before(now)
        )
        for each in helped.split():
            if each != who:
                actions.find_helpful(cast.of(WORK, each), answer_id=given.pk, helpful=True)
        if best:
            actions.accept(author, answer_id=given.pk, accepted=True)
    return question


def _write(cast: Cast, words: dict[str, Any], now: datetime) -> None:
    author = cast.of(WORK, words["by"])
    fields = {name: words[name] for name in ("field", "title", "summary", "text")}
    guide = actions.keep_guide(author, reach=words.get("reach", "members"), **fields)
    actions.publish_guide(author, guide_id=guide.pk, live=True, at=ago(words["ago"]).before(now))


def _offer(cast: Cast, words: dict[str, Any], now: datetime) -> None:
    start = now.replace(hour=words["at"], minute=0, second=0, microsecond=0)
    begins = [start + timedelta(days=days) for days in words["begins"]]
    fields = {name: words[name] for name in ("field", "about", "minutes", "place")}
    actions.offer_hours(cast.of(WORK, words["by"]), begins=begins, **fields)
