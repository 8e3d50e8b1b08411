"""A course as Markdown files, read with suspicion. What is wrong is said file by file and line by line.

    course.md              lines of "title: …", summary, language, skills, minutes; a blank line; what it is about
    01-water/chapter.md    a line "# Title" (without this file: the folder's name)
    01-water/01-rain.md    "# Title", the text; after "## Quiz" its questions

A question begins with "? ". Below it stand "- (x) right" and "- ( ) wrong" for one, "- [x]" and "- [ ]" for several,
"= words" for what is taken for right, "= 42 +- 0.5" for a number, "1. first" for an order. " :: " parts an answer from
what is said to whoever gives it; "! " explains. Nothing here touches the database.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.learning import policies
from twofold.network.learning.models import MAX_LESSON, MAX_TITLE, Asks
from twofold.network.learning.policies import number_in, why_not_question, why_too_long

_CHOICE = re.compile(r"^[-*]\s*([(\[])\s*([xX]?)\s*[)\]]\s+(.+)$")
_STEP = re.compile(r"^\d{1,2}[.)]\s+(.+)$")
_NUMBER = re.compile(r"^=\s*([-\u2212+]?[\d.,\u00a0 ]+?)\s*(?:(?:\+-|±)\s*([\d.,]+))?\s*$")
_PLACE = re.compile(r"^\d+[-_. ]+")
_QUIZ = re.compile(r"^##\s+quiz\s*$", re.I)
_FIELDS = ("title", "summary", "language", "skills", "minutes")


@dataclass(frozen=True)
class Problem:
    """What is wrong, and where; line 0 is the file as a whole."""

    file: str
    line: int
    words: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.words}" if self.line else f"{self.file}: {self.words}"


@dataclass
class QuestionDraft:
    text: str
    line: int = 0
    asks: str = ""
    why: str = ""
    tolerance: float = 0
    # Words, whether right, feedback.
    choices: list[tuple[str, bool, str]] = field(default_factory=list)


@dataclass
class LessonDraft:
    title: str
    text: str = ""
    minutes: int = 0
    questions: list[QuestionDraft] = field(default_factory=list)


@dataclass
class ChapterDraft:
    title: str
    lessons: list[LessonDraft] = field(default_factory=list)


@dataclass
class Outline:
    """A course that was read. `problems` say what is wrong with it; `left` names files that were not looked at."""

    words: dict[str, str] = field(default_factory=dict)
    folders: dict[str, ChapterDraft] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    @property
    def chapters(self) -> list[ChapterDraft]:
        return [each for each in self.folders.values() if each.lessons]

    def wrong(self, file: str, line: int, words: str) -> None:
        self.problems.append(Problem(file, line, words))


def read(files: Mapping[str, bytes]) -> Outline:
    """The course in these files, by their paths within its folder."""
    found = Outline()
    texts = {name: text for name in sorted(files) if (text := _text(found, name, files[name])) is not None}
    top = next((name for name in texts if name.lower() == "course.md"), None)
    if top is None:
        found.wrong("course.md", 0, _("This file is missing: it says what the course is called."))
    else:
        _course(found, top, texts.pop(top))
    for name, text in texts.items():
        parts = PurePosixPath(name).parts
        if len(parts) > 2:
            found.wrong(name, 0, _("Lessons lie in the folder of their chapter, and no deeper."))
            continue
        chapter = _chapter(
            found, parts[0] if len(parts) == 2 else "", parts[-1].lower() == "chapter.md", text
        )
        if parts[-1].lower() != "chapter.md":
            chapter.lessons.append(_lesson(found, name, text))
    if not found.chapters and not found.problems:
        found.wrong("course.md", 0, _("There is no lesson beside it."))
    return found


def _text(found: Outline, name: str, data: bytes) -> str | None:
    if not name.lower().endswith(".md"):
        found.left.append(name)
        return None
    try:
        return clean_ends(data.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        found.wrong(name, line, _("This is not UTF-8 text. Save it as UTF-8."))
        return None


def clean_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _chapter(found: Outline, folder: str, says_title: bool, text: str) -> ChapterDraft:
    there = found.folders.setdefault(folder, ChapterDraft(_named(folder) or _("Lessons")))
    if says_title:
        first = next((line for line in text.split("\n") if line.strip()), "")
        there.title = clean_line(first.lstrip("# "))[:MAX_TITLE] or there.title
    return there


def _named(name: str) -> str:
    """What a file or folder is called for people: "02-when_it-rains" is "When it rains"."""
    words = clean_line(re.sub(r"[-_]+", " ", _PLACE.sub("", name)))[:MAX_TITLE]
    return words[:1].upper() + words[1:]


def _course(found: Outline, name: str, text: str) -> None:
    lines = text.split("\n")
    body = len(lines)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            body = number
            break
        word, colon, rest = line.partition(":")
        if not colon or word.strip().lower() not in _FIELDS:
            found.wrong(
                name, number, _("Expected one of: %(fields)s.") % {"fields": ", ".join(_FIELDS) + " …"}
            )
            continue
        found.words[word.strip().lower()] = clean_line(rest)
    found.words["about"] = clean_block("\n".join(lines[body:]))
    minutes = found.words.get("minutes", "0")
    if not (minutes.isascii() and minutes.isdigit() and len(minutes) < 6):
        found.wrong(name, 0, _("“minutes” is a whole number."))
    words = {each: found.words.get(each, "") for each in ("title", "summary", "about")}
    field_name, reason = policies.why_not_words(**words)
    if reason:
        found.wrong(name, 0, f"{field_name}: {reason}")


def _lesson(found: Outline, name: str, text: str) -> LessonDraft:
    lines = text.split("\n")
    lesson = LessonDraft(_named(PurePosixPath(name).stem))
    heading = next((at for at, line in enumerate(lines) if line.strip()), None)
    first = 0
    if heading is not None and lines[heading].startswith("# "):
        lesson.title, first = clean_line(lines[heading][2:]) or lesson.title, heading + 1
    quiz = next((at for at, line in enumerate(lines) if at >= first and _QUIZ.match(line)), len(lines))
    lesson.text = clean_text("\n".join(lines[first:quiz]))
    for reason in (why_too_long(lesson.title, MAX_TITLE), why_too_long(lesson.text, MAX_LESSON)):
        if reason:
            found.wrong(name, first, reason)
    if quiz < len(lines):
        _quiz(found, name, lesson, lines, quiz + 1)
    if not lesson.text and not lesson.questions:
        found.wrong(name, 0, _("There is nothing in this lesson."))
    return lesson


def clean_text(text: str) -> str:
    """Markdown as it is kept: blank lines at its ends dropped, indents and runs of spaces left to mean something."""
    kept = [clean_block(line) and line.rstrip() for line in clean_ends(text).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n")


def _quiz(found: Outline, name: str, lesson: LessonDraft, lines: list[str], start: int) -> None:
    question: QuestionDraft | None = None
    for number in range(start, len(lines)):
        line = lines[number].strip()
        if not line:
            continue
        if line.startswith("? "):
            question = QuestionDraft(clean_line(line[2:]), number + 1)
            lesson.questions.append(question)
        elif question is None:
            found.wrong(name, number + 1, _("A question begins with “? ”."))
        elif not _take(question, line):
            found.wrong(name, number + 1, _("This line is no answer: %(line)s") % {"line": line[:60]})
    if len(lesson.questions) > policies.MOST_QUESTIONS:
        found.wrong(name, start, policies.why_too_many(len(lesson.questions), policies.MOST_QUESTIONS))
    for each in lesson.questions:
        pairs = [(words, right) for words, right, _said in each.choices]
        if reason := why_not_question(each.asks or Asks.ONE, each.text, pairs):
            found.wrong(name, each.line, reason)


def _take(question: QuestionDraft, line: str) -> bool:
    """Read one line below a question; whether it is one that can stand there."""
    if line.startswith("! "):
        question.why = clean_line(line[2:])
        return True
    words, _parted, said = (part.strip() for part in line.partition("::"))
    asks, choice, tolerance = _kind_of(words)
    if not asks or (question.asks and question.asks != asks and not _words_after_numbers(question, asks)):
        return False
    question.asks = asks if asks == Asks.TEXT else question.asks or asks
    question.tolerance = max(question.tolerance, tolerance)
    question.choices.append((clean_line(choice[0]), choice[1], clean_line(said)))
    if question.asks == Asks.NUMBER and len(question.choices) > 1:
        question.asks = Asks.TEXT
    return True


def _words_after_numbers(question: QuestionDraft, asks: str) -> bool:
    return {question.asks, asks} == {Asks.TEXT, Asks.NUMBER}


def _kind_of(line: str) -> tuple[str, tuple[str, bool], float]:
    """What kind of question this answer belongs to, its words and whether it is right, and how far it may be off."""
    if found := _CHOICE.match(line):
        return (Asks.ONE if found[1] == "(" else Asks.SEVERAL), (found[3], bool(found[2])), 0
    if found := _STEP.match(line):
        return Asks.ORDER, (found[1], True), 0
    if (found := _NUMBER.match(line)) and number_in(found[1]) is not None:
        return Asks.NUMBER, (found[1].strip(), True), abs(number_in(found[2] or "0") or 0)
    if line.startswith("= "):
        return Asks.TEXT, (line[2:], True), 0
    return "", ("", False), 0
