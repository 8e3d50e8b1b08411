"""The courses of the town: brought in from Markdown files as anybody's would be, then taken by the people."""

from datetime import datetime, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from twofold.config.demo.casting import Cast
from twofold.config.demo.reading import read
from twofold.config.demo.script import ago
from twofold.network.learning import actions as learning
from twofold.network.learning.marking import Given
from twofold.network.learning.models import Asks, Course, Lesson
from twofold.network.learning.outlines import read as outline_of
from twofold.network.learning.queries import draft_questions
from twofold.people.personas.models import Network, Persona


def teach(cast: Cast, now: datetime) -> int:
    """Make all of them; how many. Call it in a transaction."""
    told = read("courses.toml")["courses"]
    for each in told:
        _School(cast, each, now).open()
    return len(told)


class _School:
    """One course on its way."""

    def __init__(self, cast: Cast, words: dict[str, Any], now: datetime):
        self.cast, self.words, self.now = cast, words, now
        self.teacher = self.who(words["by"])
        self.course: Course
        self.lessons: list[Lesson] = []

    def who(self, handle: str) -> Persona:
        return self.cast.of(Network.PROFESSIONAL, handle.strip())

    def open(self) -> None:
        folder = files("twofold.config.demo") / "words" / "courses" / self.words["folder"]
        outline = outline_of(dict(_texts(folder)))
        self.course = learning.import_course(self.teacher, outline=outline)
        learning.publish(self.teacher, course=self.course, at=ago(self.words["ago"]).before(self.now))
        self.lessons = list(self.course.lessons.order_by("chapter__place", "place"))
        for line in self.words["takes"]:
            handle, since, through = line.split("|")
            self._takes(self.who(handle), ago(since.strip()).before(self.now), int(through))
        for line in self.words["said"]:
            title, handle, when, text = (part.strip() for part in line.split("|"))
            lesson = next(each for each in self.lessons if each.title == title)
            at = ago(when).before(self.now)
            learning.say(self.who(handle), course=self.course, lesson_id=lesson.pk, text=text, at=at)

    def _takes(self, learner: Persona, since: datetime, through: int) -> None:
        learning.enrol(learner, course=self.course, at=since)
        for number, lesson in enumerate(self.lessons[:through]):
            at = min(since + timedelta(days=2 * number, hours=3), self.now)
            if lesson.questions_count:
                self._answers(learner, lesson, at)
            else:
                learning.finish_lesson(learner, course=self.course, lesson_id=lesson.pk, at=at)
        following = self.lessons[min(through, len(self.lessons) - 1)]
        at = min(since + timedelta(days=2 * through), self.now)
        learning.open_lesson(learner, course=self.course, lesson=following, at=at)

    def _answers(self, learner: Persona, lesson: Lesson, at: datetime) -> None:
        """Some stumble at first; in the end all of it is right."""
        questions = draft_questions(lesson)
        right: dict[int, Given] = {}
        for question in questions:
            choices = list(question.choices.all())
            if question.asks in (Asks.TEXT, Asks.NUMBER):
                right[question.pk] = choices[0].text
            elif question.asks == Asks.ORDER:
                right[question.pk] = [each.pk for each in choices]
            else:
                right[question.pk] = [each.pk for each in choices if each.right]
        first = dict(right)
        hard = questions[len(learner.handle) % len(questions)]
        if len(learner.name) % 2 and hard.asks in (Asks.ONE, Asks.SEVERAL):
            first[hard.pk] = [next(each.pk for each in hard.choices.all() if not each.right)]
        for given in (first, right):
            learning.hand_in(learner, course=self.course, lesson_id=lesson.pk, given=given, at=at)


def _texts(folder: Traversable, at: str = ""):
    for each in folder.iterdir():
        if each.is_dir():
            yield from _texts(each, f"{at}{each.name}/")
        else:
            yield at + each.name, each.read_bytes()
