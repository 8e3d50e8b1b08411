"""What is typed about courses, lessons and questions, and what is answered; kept whole whatever is wrong with it."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO, Any

from django.http import QueryDict
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from twofold.foundation.kit.ids import decode, encode
from twofold.foundation.kit.refusals import Refused
from twofold.network.learning.marking import Given
from twofold.network.learning.models import Asks, Course, Question
from twofold.network.learning.policies import MOST_CHOICES, number_in
from twofold.network.posts import forms as posts
from twofold.network.posts.forms import Composition
from twofold.people.audiences.beforehand import spec_of
from twofold.people.audiences.specs import choices_of

_TONGUES = ("en", "nl", "de", "fr", "es", "pt", "it", "pl", "tr", "ar", "uk", "ja", "zh-hans")
_MOST_FILES, _MOST_BYTES, _MOST_ZIP = 600, 8 * 1024 * 1024, 25 * 1024 * 1024


@dataclass
class CourseForm:
    """The words of a course, and the audience as the composer's picker holds it."""

    values: dict[str, str] = field(default_factory=dict)
    made: Composition = field(default_factory=lambda: Composition(audience=["members"]))

    @property
    def errors(self) -> dict[str, str]:
        return self.made.errors

    def refuse(self, refusal: Refused) -> None:
        self.made.refuse(refusal)

    def as_words(self) -> dict[str, Any]:
        """What the actions take."""
        minutes = whole(self.values["minutes"])
        skills = self.values["skills"].split(",")
        names = ("title", "summary", "about", "language")
        words = {name: self.values[name] for name in names}
        return {**words, "minutes": minutes, "skills": skills, "spec": self.made.spec}


_FIELDS = ("title", "summary", "about", "language", "minutes", "skills")


def read_course(data: QueryDict) -> CourseForm:
    return CourseForm({name: data.get(name, "") for name in _FIELDS}, posts.read(data))


def from_course(course: Course) -> CourseForm:
    values = {name: getattr(course, name) for name in ("title", "summary", "about", "language")}
    values |= {
        "minutes": str(course.minutes or ""),
        "skills": ", ".join(each.name for each in course.skills.all()),
    }
    chosen, excepted = choices_of(spec_of(course.meant_for))
    return CourseForm(values, Composition(audience=chosen, excepted=excepted))


def tongues() -> list[tuple[str, str]]:
    """The languages that a course or captions can be in, each by its own name."""
    return [("", _("Not said")), *((code, str(get_language_info(code)["name_local"])) for code in _TONGUES)]


def whole(text: str) -> int:
    """A whole number that was typed; 0 for nothing, -1 for nonsense."""
    plain = text.strip()
    return (int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 6 else -1) if plain else 0


def lesson_words(data: QueryDict) -> dict[str, Any]:
    return {
        "title": data.get("title", ""),
        "text": data.get("text", ""),
        "minutes": whole(data.get("minutes", "")),
    }


@dataclass
class QuestionForm:
    """A question as it is typed: `lines` are rows of words, whether right, feedback."""

    asks: str
    text: str = ""
    why: str = ""
    tolerance: str = ""
    lines: list[tuple[str, bool, str]] = field(default_factory=list)

    @property
    def rows(self) -> list[tuple[str, bool, str]]:
        """What is typed, with room for more."""
        if self.asks == Asks.NUMBER:
            return (self.lines or [("", True, "")])[:1]
        room = max(4, len(self.lines) + 2)
        return [*self.lines, *[("", False, "")] * room][: min(room, MOST_CHOICES)]

    def as_words(self) -> dict[str, Any]:
        off = number_in(self.tolerance) if self.tolerance.strip() else 0.0
        if off is None or off < 0:
            raise Refused(_("Write how far the number may be off, as a number."), field="tolerance")
        return {
            "asks": self.asks,
            "text": self.text,
            "why": self.why,
            "tolerance": off,
            "lines": self.lines,
        }


def read_question(data: QueryDict) -> QuestionForm:
    right, lines = set(data.getlist("right")), []
    for number in range(MOST_CHOICES + 2):
        words = data.get(f"choice-{number}", "")
        if words.strip():
            lines.append((words, str(number) in right, data.get(f"said-{number}", "")))
    return QuestionForm(
        data.get("asks", ""), data.get("text", ""), data.get("why", ""), data.get("tolerance", ""), lines
    )


def from_question(question: Question) -> QuestionForm:
    lines = [(each.text, each.right, each.feedback) for each in question.choices.all()]
    off = f"{question.tolerance:g}" if question.tolerance else ""
    return QuestionForm(question.asks, question.text, question.why, off, lines)


def answers_in(data: QueryDict, questions: list[Question]) -> Mapping[int, Given]:
    """What was answered to each question of a quiz."""
    return {each.pk: _answer(data, each) for each in questions}


def _answer(data: QueryDict, question: Question) -> Given:
    name = f"q-{encode(question.pk)}"
    if question.asks in (Asks.TEXT, Asks.NUMBER):
        return data.get(name, "")
    if question.asks != Asks.ORDER:
        return _ids(data.getlist(name))
    places = {each.pk: data.get(f"{name}-{encode(each.pk)}", "") for each in question.choices.all()}
    # Two at one place are no order: nothing is answered then.
    if len(set(places.values())) < len(places) or "" in places.values():
        return []
    return sorted(places, key=lambda each: (whole(places[each]), each))


def _ids(texts: list[str]) -> list[int]:
    found = []
    for text in texts[:MOST_CHOICES]:
        try:
            found.append(decode(text))
        except ValueError:
            continue
    return found


def unpacked(upload: IO[bytes] | None) -> dict[str, bytes]:
    """The files of a zip, by their paths within its one folder, read with suspicion; or of one Markdown file alone."""
    if upload is None:
        raise Refused(_("Choose a file first."), field="file")
    try:
        with zipfile.ZipFile(upload) as archive:
            return _without_wrapper(_entries(archive))
    # A zip that is packed by a method unknown to Python says NotImplementedError; one under a password RuntimeError.
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        raise Refused(
            _("This is not a zip file that can be read. Pack the course's folder again."), field="file"
        ) from None


def _entries(archive: zipfile.ZipFile) -> dict[str, bytes]:
    infos = [each for each in archive.infolist() if not each.is_dir() and _is_ours(each.filename)]
    if len(infos) > _MOST_FILES:
        raise Refused(_("At most %(most)d files fit into a course.") % {"most": _MOST_FILES}, field="file")
    found: dict[str, bytes] = {}
    room = _MOST_BYTES
    for info in infos:
        if not info.filename.lower().endswith(".md"):
            found[info.filename] = b""
            continue
        with archive.open(info) as entry:
            data = entry.read(room + 1)
        room -= len(data)
        if room < 0:
            raise Refused(_("The texts of a course may have 8 MB, all in all."), field="file")
        found[info.filename] = data
    return found


def _is_ours(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return not any(part.startswith((".", "__MACOSX")) or part == "" for part in parts)


def _without_wrapper(files: dict[str, bytes]) -> dict[str, bytes]:
    tops = {name.split("/", 1)[0] for name in files}
    if len(tops) == 1 and all("/" in name for name in files):
        return {name.split("/", 1)[1]: data for name, data in files.items()}
    return files
