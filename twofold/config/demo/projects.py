"""The projects of the town: who works in them, and what stands on their boards."""

from datetime import datetime, timedelta
from typing import Any

from twofold.config.demo.casting import Cast
from twofold.config.demo.reading import read
from twofold.config.demo.script import ago
from twofold.network.projects import actions as projects
from twofold.network.projects.models import Project, Task
from twofold.people.personas.models import Network, Persona


def build(cast: Cast, now: datetime) -> int:
    """Make all of them; how many. Call it in a transaction."""
    told = read("projects.toml")["projects"]
    for each in told:
        _Site(cast, each, now).make()
    return len(told)


class _Site:
    """One project on its way."""

    def __init__(self, cast: Cast, words: dict[str, Any], now: datetime):
        self.cast, self.words, self.now = cast, words, now
        self.lead = self.who(words["by"])
        self.began = ago(words["ago"]).before(now)
        self.project: Project
        self.task: Task
        self.columns: dict[str, int] = {}
        self.labels: dict[str, int] = {}
        self.milestones: dict[str, int] = {}

    def who(self, handle: str) -> Persona:
        return self.cast.of(Network.PROFESSIONAL, handle)

    def day(self, days: str):
        return (self.now + timedelta(days=int(days))).date() if days else None

    def make(self) -> None:
        words = {name: self.words[name] for name in ("name", "about", "openness")}
        due = self.day(str(self.words["due"])) if "due" in self.words else None
        self.project = projects.make_project(
            self.lead, **words, began=self.began.date(), due=due, at=self.began
        )
        self.columns = {each.name: each.pk for each in self.project.columns.all()}
        self._company()
        for line in self.words["labels"]:
            name, hue = _parts(line)
            self.labels[name] = projects.keep_label(
                self.lead, project=self.project, name=name, hue=int(hue)
            ).pk
        for line in self.words["milestones"]:
            self._milestone(*_parts(line))
        for line in self.words["tasks"]:
            self._line(line)
        if "finished" in self.words:
            self._finish()

    def _company(self) -> None:
        for each in _members(self.words["members"]):
            handle, role, part = each
            member = self.who(handle)
            projects.invite(self.lead, project=self.project, persona=member, role=role)
            projects.accept(member, project=self.project, at=self.began + timedelta(hours=9))
            projects.say_part(member, project=self.project, words=part)
        for handle in self.words.get("invited", "").split():
            projects.invite(self.lead, project=self.project, persona=self.who(handle))

    def _milestone(self, name: str, days: str, reached: str = "") -> None:
        made = projects.keep_milestone(self.lead, project=self.project, name=name, due=self.day(days))
        self.milestones[name] = made.pk
        if reached:
            at = self.now + timedelta(days=int(days or -1))
            projects.reach_milestone(self.lead, project=self.project, milestone_id=made.pk, at=at)

    def _line(self, line: str) -> None:
        if line[0] == "+":
            words = line.removeprefix("+").strip()
            made = projects.add_check(self.lead, task=self.task, words=words.removeprefix("x ").strip())
            if words.startswith("x "):
                projects.tick(self.lead, task=self.task, check_id=made.pk)
        elif line[0] == ">":
            handle, when, text = _parts(line.removeprefix(">"))
            projects.say(self.who(handle), task=self.task, text=text, at=ago(when).before(self.now))
        else:
            self._task(*_parts(line))

    def _task(
        self, column: str, title: str, who: str, days: str, labels: str, more: str = "", goal: str = ""
    ) -> None:
        due = self.day(days)
        at = self.began + timedelta(days=1)
        self.task = projects.write_task(self.lead, project=self.project, title=title, at=at)
        wanted = [self.labels[each.strip()] for each in labels.split(",") if each.strip()]
        self.task = projects.edit_task(
            self.lead,
            task=self.task,
            version=1,
            title=title,
            words=more,
            due=due,
            milestone_id=self.milestones.get(goal),
            labels=wanted,
            at=at + timedelta(hours=2),
        )
        if who:
            projects.give_task(self.lead, task=self.task, persona_id=self.who(who).pk)
        if column in self.columns and self.columns[column] != self.task.column_id:
            done = self.now + timedelta(days=min(int(days or -1), -1))
            mover = self.who(who) if who else self.lead
            projects.move_task(mover, task=self.task, column_id=self.columns[column], at=done)

    def _finish(self) -> None:
        at = ago(self.words["finished"]).before(self.now)
        projects.finish_project(self.lead, project=self.project, at=at)
        for handle in self.words.get("confirmed", "").split():
            projects.confirm_part(self.who(handle), project=self.project)


def _parts(line: str) -> list[str]:
    return [each.strip() for each in line.split("|")]


def _members(text: str) -> list[list[str]]:
    """Handle, role and part of each: "handle:role:what they do", the last of several words."""
    found: list[list[str]] = []
    for word in text.split():
        if word.count(":") == 2:
            found.append(word.split(":"))
        else:
            found[-1][2] += f" {word}"
    return found
