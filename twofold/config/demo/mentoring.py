"""Mentoring in the town: what people offer and wish, and what two have together."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from twofold.config.demo.casting import Cast
from twofold.config.demo.reading import read
from twofold.config.demo.script import ago
from twofold.network.mentoring import actions as mentoring
from twofold.network.mentoring.models import Goal, Mentoring, Notice
from twofold.people.personas.models import Network, Persona


def go_along(cast: Cast, now: datetime) -> int:
    """Make all of it; how many. Call it in a transaction."""
    told = read("mentoring.toml")
    notices: dict[tuple[str, str], Notice] = {}
    for number, each in enumerate(told["notices"]):
        words = {name: value for name, value in each.items() if name not in ("by", "side")}
        author = cast.of(Network.PROFESSIONAL, each["by"])
        at = now - timedelta(days=4 * number + 6)
        notices[each["by"], each["side"]] = mentoring.keep_notice(author, side=each["side"], at=at, **words)
    for each in told["pairs"]:
        _Two(cast, each, now).meet(notices[each["mentor"], "offer"])
    return len(told["notices"]) + len(told["pairs"])


class _Two:
    """What two have together, on its way."""

    def __init__(self, cast: Cast, words: dict[str, Any], now: datetime):
        self.words, self.now = words, now
        self.mentor: Persona = cast.of(Network.PROFESSIONAL, words["mentor"])
        self.mentee: Persona = cast.of(Network.PROFESSIONAL, words["mentee"])
        self.began = ago(words["ago"]).before(now)
        self.kept: Mentoring

    def meet(self, offer: Notice) -> None:
        said = self.words["message"]
        self.kept = mentoring.ask(self.mentee, notice=offer, message=said, at=self.began)
        if self.words.get("waiting"):
            return
        mentoring.accept(self.mentor, mentoring=self.kept, at=self.began + timedelta(days=1))
        goals = [self._goal(line) for line in self.words["goals"]]
        until = (self.now + timedelta(days=max(self.words["until"], 1))).date()
        at = self.began + timedelta(days=2)
        topics = self.kept.topics
        terms = {"topics": topics, "rhythm": self.words["rhythm"], "until": until, "at": at}
        mentoring.keep_terms(self.mentee, mentoring=self.kept, **terms)
        mentoring.agree(self.mentor, mentoring=self.kept, at=at + timedelta(hours=5))
        for goal, line in zip(goals, self.words["goals"], strict=True):
            if line.startswith("x "):
                done = self.now - timedelta(days=15)
                mentoring.tick_goal(self.mentor, mentoring=self.kept, goal_id=goal.pk, at=done)
        for line in self.words["meetings"]:
            self._meeting(*(part.strip() for part in line.split("|")))
        if "ended" in self.words:
            self._end()

    def _goal(self, line: str) -> Goal:
        return mentoring.keep_goal(self.mentee, mentoring=self.kept, words=line.removeprefix("x "))

    def _meeting(self, days: str, clock: str, place: str, agenda: str, notes: str) -> None:
        day = (self.now + timedelta(days=int(days))).date()
        begins = datetime.combine(day, time.fromisoformat(clock), ZoneInfo("Europe/Amsterdam"))
        made = mentoring.plan_meeting(
            self.mentee, mentoring=self.kept, begins_at=begins, place=place, agenda=agenda
        )
        if notes:
            mentoring.keep_notes(self.mentor, mentoring=self.kept, meeting_id=made.pk, text=notes)

    def _end(self) -> None:
        at = self.now - timedelta(days=self.words["ended"])
        for who, note in zip((self.mentor, self.mentee), self.words["closing"], strict=True):
            mentoring.end(who, mentoring=self.kept, note=note, at=at)
            mentoring.sign(who, mentoring=self.kept, at=at + timedelta(days=1))
