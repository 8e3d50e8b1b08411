"""Courses for many and for few, with somebody in each relation to them; all that is in them carries canaries."""

from dataclasses import dataclass, field

from django.core.files.base import ContentFile

from tests.wall.cast import canary
from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.files.models import File
from twofold.network.learning import actions as learning
from twofold.network.learning.models import Course, Lesson
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, MEMBERS
from twofold.people.graph import actions as graph
from twofold.people.personas.models import Persona

SPECS = {"everyone": EVERYONE, "members": MEMBERS, "ties": ALL_TIES}
KINDS = (*SPECS, "draft", "withdrawn")
# Those who take each course that was ever published; `voice` says something and shuts `deaf` out.
TAKE = ("learner", "voice", "deaf")
NAMES = ("teacher", *TAKE, "left", "out", "foe", "friend", "nobody", "elsewhere")


@dataclass
class Class:
    """One course: `known` is on its page, `words` are in its lesson, `said` is by `voice`."""

    course: Course
    lesson: Lesson
    known: tuple[str, ...]
    words: tuple[str, ...]
    said: str
    file: File | None
    file_words: str

    @property
    def at(self) -> str:
        return f"/professional/learning/{encode(self.course.pk)}/"

    @property
    def lesson_at(self) -> str:
        return f"{self.at}lessons/{encode(self.lesson.pk)}/"


@dataclass
class School:
    people: dict[str, Persona] = field(default_factory=dict)
    clients: dict = field(default_factory=dict)
    classes: dict[str, Class] = field(default_factory=dict)


def set_up() -> School:
    """Everything in its place, up to the moment in which everybody looks."""
    school = School()
    for name in NAMES:
        where = "social" if name == "elsewhere" else "professional"
        school.people[name] = person(f"{name}.{canary()[-6:]}", where, name=canary())
        school.clients[name] = client_of(school.people[name])
    school.clients[""] = client_of(None)
    for name in ("friend", *TAKE, "left", "out"):
        befriend(school.people["teacher"], school.people[name])
    for kind in KINDS:
        school.classes[kind] = _class(school, kind)
    graph.block(school.people["teacher"], persona=school.people["foe"])
    graph.block(school.people["voice"], persona=school.people["deaf"])
    drain()
    # Whoever only took it while they were connected goes on taking it.
    graph.end_tie(school.people["teacher"], other=school.people["learner"])
    drain()
    return school


def _class(school: School, kind: str) -> Class:
    teacher = school.people["teacher"]
    known, inside = [canary() for _each in range(4)], [canary() for _each in range(6)]
    title, summary, about, skill = known
    course = learning.make_course(
        teacher,
        title=title,
        summary=summary,
        about=about,
        skills=[skill],
        spec=SPECS.get(kind, EVERYONE),
    )
    chapter = learning.keep_chapter(teacher, course=course, title=canary())
    lesson = learning.write_lesson(
        teacher, course=course, chapter_id=chapter.pk, title=inside[0], text=inside[1]
    )
    lines = [(inside[3], True, ""), (inside[4], False, "")]
    learning.keep_question(
        teacher, course=course, lesson_id=lesson.pk, asks="one", text=inside[2], lines=lines
    )
    course.refresh_from_db()
    upload = ContentFile(inside[5].encode(), f"{canary()}.txt")
    file = learning.add_file(teacher, course=course, lesson_id=lesson.pk, upload=upload)
    said = canary()
    if kind != "draft":
        learning.publish(teacher, course=course)
        for each in (*TAKE, "left", "out"):
            learning.enrol(school.people[each], course=course)
        learning.say(school.people["voice"], course=course, lesson_id=lesson.pk, text=said)
        learning.leave(school.people["left"], course=course)
        learning.take_out(teacher, course=course, persona_id=school.people["out"].pk)
    if kind == "withdrawn":
        learning.unpublish(teacher, course=course)
    return Class(course, lesson, tuple(known), tuple(inside[:5]), said, file, inside[5])
