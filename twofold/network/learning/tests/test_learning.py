"""A course from its first line to the certificate, through its pages."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.credentials.models import Credential
from twofold.network.credentials.verifying import check
from twofold.network.files.models import File
from twofold.network.learning import actions
from twofold.network.learning.models import Certificate, Course, Enrolment, Lesson, Question, Remark
from twofold.people.audiences.specs import MEMBERS, ONLY_ME
from twofold.people.graph.actions import block
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db
HOME = "/professional/learning/"
FORM = {
    "title": "Reading a river",
    "summary": "For all behind a dike",
    "skills": "Hydrology",
    "reach": "members",
}


@pytest.fixture
def ada() -> Persona:
    return person("ada", "professional", name="Ada Lind")


@pytest.fixture
def ben() -> Persona:
    return person("ben", "professional", name="Ben Okri")


def begin(client: Client, **words: str) -> tuple[Course, str]:
    answer = client.post(HOME + "new/", {**FORM, **words})
    assert answer.status_code == 303, answer.content.decode()
    course = Course.objects.latest("created_at")
    return course, f"{HOME}{encode(course.pk)}/"


def a_lesson(
    client: Client, course: Course, at: str, title: str = "Rain", text: str = "It *falls*."
) -> Lesson:
    if not course.chapters.exists():
        assert client.post(at + "make/chapters/", {"title": "Water"}).status_code == 303
    chapter = encode(course.chapters.first().pk)
    made = client.post(at + "make/lessons/", {"title": title, "chapter": chapter})
    assert made.status_code == 303
    kept = client.post(made["Location"], {"title": title, "text": text, "minutes": "5"})
    assert kept.status_code == 303, kept.content.decode()
    return Lesson.objects.get(course=course, title=title)


def ask(client: Client, at: str, lesson: Lesson, asks: str, *lines: tuple[str, bool, str], **more: str):
    words = {"asks": asks, "text": f"Question {asks}", "why": "Because.", **more}
    for number, (text, _right, said) in enumerate(lines):
        words |= {f"choice-{number}": text, f"said-{number}": said}
    words["right"] = [str(number) for number, (_text, right, _said) in enumerate(lines) if right]  # type: ignore[assignment]
    return client.post(f"{at}make/lessons/{encode(lesson.pk)}/questions/", words)


def reads(client: Client, at: str) -> str:
    return client.get(at, follow=True).content.decode()


def published(teacher: Client, **words: str) -> tuple[Course, str, Lesson]:
    course, at = begin(teacher, **words)
    lesson = a_lesson(teacher, course, at)
    assert teacher.post(at + "state/publish/").status_code == 303
    return course, at, lesson


def test_a_draft_is_its_teachers_alone_and_needs_a_lesson_to_be_published(ada, ben):
    teacher, other = client_of(ada), client_of(ben)
    course, at = begin(teacher)
    assert "needs a lesson" in teacher.post(at + "state/publish/", follow=True).content.decode()
    lesson = a_lesson(teacher, course, at)
    here = f"{at}lessons/{encode(lesson.pk)}/"
    for client in (other, Client()):
        assert client.get(at).status_code == client.get(here).status_code == 404
        assert "Reading a river" not in reads(client, HOME)
    teacher.post(at + "state/publish/")
    assert "Reading a river" in reads(other, HOME + "?name=hydro")
    assert "Reading a river" not in reads(other, HOME + "?name=basket")
    assert "<em>falls</em>" in reads(other, here)
    assert Client().get(at).status_code == client_of(person("cleo")).get(at).status_code == 404
    for part in ("make/", "edit/", "figures/", "close/", f"make/lessons/{encode(lesson.pk)}/"):
        assert other.get(at + part).status_code == 404
    assert other.post(at + "state/withdraw/").status_code == 404


def test_what_is_typed_comes_back_and_markdown_opens_no_hole(ada):
    teacher = client_of(ada)
    refused = teacher.post(HOME + "new/", {**FORM, "title": " ", "about": "Kept words", "minutes": "many"})
    assert refused.status_code == 422
    assert "Kept words" in refused.content.decode()
    course, at = begin(teacher)
    bad = "# Up\n\n<script>x</script> [a](javascript:x) ![p](https://e.org/p.png) <b onclick=x>b</b>"
    lesson = a_lesson(teacher, course, at, text=bad)
    page = reads(teacher, f"{at}lessons/{encode(lesson.pk)}/")
    assert "<h3>Up</h3>" in page
    assert "<script>x" not in page
    assert 'javascript:x"' not in page
    assert '<img src="https://e.org' not in page
    assert f'action="{at}lessons/{encode(lesson.pk)}/say/#remarks"' in page
    assert "<b onclick" not in page


def test_a_quiz_that_nobody_could_get_right_is_refused(ada):
    teacher = client_of(ada)
    course, at = begin(teacher)
    lesson = a_lesson(teacher, course, at)
    wrong = {
        "one": ((("A", False, ""), ("B", False, "")), "No answer is marked as right"),
        "several": ((("A", False, ""), ("B", False, "")), "No answer is marked as right"),
        "text": ((), "at least one answer"),
        "number": ((("many", True, ""),), "the one number"),
        "order": ((("A", True, ""),), "two things"),
    }
    for asks, (lines, words) in wrong.items():
        answer = ask(teacher, at, lesson, asks, *lines)
        assert answer.status_code == 422, asks
        assert words in answer.content.decode(), asks
        assert f"Question {asks}" in answer.content.decode()
    for lines, words in (
        ((("A", True, ""), ("a ", False, "")), "the same"),
        ((("A", True, ""), ("B", True, "")), "Only one"),
    ):
        assert words in ask(teacher, at, lesson, "one", *lines).content.decode()
    more = teacher.post(
        f"{at}make/lessons/{encode(lesson.pk)}/questions/",
        {"asks": "one", "text": "Half a question", "choice-0": "A", "intent": "more"},
    )
    assert more.status_code == 200
    assert "Half a question" in more.content.decode()
    assert not Question.objects.exists()


def test_every_kind_of_question_is_marked_and_said_why(ada, ben):
    teacher, learner = client_of(ada), client_of(ben)
    _course, at, lesson = published(teacher)
    ask(teacher, at, lesson, "one", ("Ground", True, "Yes!"), ("Sewer", False, "Only in town."))
    ask(teacher, at, lesson, "several", ("Ditch", True, ""), ("Marsh", True, ""), ("Car park", False, ""))
    ask(teacher, at, lesson, "text", ("Pluviometer", True, ""), ("Rain gauge", True, ""))
    ask(teacher, at, lesson, "number", ("10", True, ""), tolerance="0,5")
    assert ask(teacher, at, lesson, "order", *((each, True, "") for each in "XYZ")).status_code == 303
    here = f"{at}lessons/{encode(lesson.pk)}/"
    assert learner.post(here + "quiz/", {}).status_code == 404
    learner.post(at + "enrol/")
    questions = {each.asks: each for each in Question.objects.all()}
    name = {asks: f"q-{encode(each.pk)}" for asks, each in questions.items()}
    ids = {each.text: encode(each.pk) for one in questions.values() for each in one.choices.all()}
    first, again = reads(learner, here), reads(learner, here)
    assert [first.index(ids[each]) for each in "XYZ"] == [again.index(ids[each]) for each in "XYZ"]
    assert [first.index(ids[each]) for each in "XYZ"] != sorted(first.index(ids[each]) for each in "XYZ")
    answers = {name["one"]: ids["Sewer"], name["several"]: [ids["Ditch"]], name["text"]: "rain gauge."}
    half = learner.post(here + "quiz/", {**answers, name["number"]: "10.4"})
    assert half.status_code == 422
    assert "1 question has no answer" in half.content.decode()
    assert "rain gauge." in half.content.decode()
    assert half.content.decode().count("Give each a place of its own.") == 1
    assert "No answer yet" not in half.content.decode()
    assert 'quiz/#quiz"' in half.content.decode(), "the answer is read where one wrote, not above it"
    order = {f"{name['order']}-{ids[each]}": str(place) for place, each in enumerate("XZY", 1)}
    learner.post(here + "quiz/", {**answers, name["number"]: "10.4", **order})
    page = reads(learner, here)
    assert "2 of 5 right" in page
    assert "Only in town." in page
    assert page.count("Because.") == 5
    assert not Enrolment.objects.get().done_count
    order = {f"{name['order']}-{ids[each]}": str(place) for place, each in enumerate("XYZ", 1)}
    right = {
        name["one"]: ids["Ground"],
        name["several"]: [ids["Ditch"], ids["Marsh"]],
        name["text"]: "rain gauge",
    }
    learner.post(here + "quiz/", {**right, name["number"]: "9,6", **order})
    assert "5 of 5 right" in reads(learner, here)
    assert Enrolment.objects.get().finished_at


def test_a_course_is_taken_left_off_taken_up_and_finished(ada, ben):
    teacher, learner = client_of(ada), client_of(ben)
    course, at, first = published(teacher)
    second = a_lesson(teacher, course, at, "Rivers")
    begun = learner.post(at + "enrol/")
    assert begun["Location"].endswith(f"lessons/{encode(first.pk)}/")
    learner.post(f"{at}lessons/{encode(first.pk)}/done/")
    again = reads(learner, f"{at}lessons/{encode(first.pk)}/")
    assert f'href="{at}lessons/{encode(second.pk)}/"' in again.partition("In this course")[2]
    home = reads(learner, HOME)
    assert f'href="{at}lessons/{encode(second.pk)}/"' in home, "one goes on with what is not done yet"
    assert f'href="{at}lessons/{encode(first.pk)}/"' not in home
    assert "50 %" in reads(learner, at)
    learner.post(f"{at}lessons/{encode(first.pk)}/done/", {"act": "undo"})
    assert "50 %" not in reads(learner, at)
    learner.post(f"{at}lessons/{encode(first.pk)}/done/")
    assert not Certificate.objects.exists()
    page = learner.post(f"{at}lessons/{encode(second.pk)}/done/", follow=True).content.decode()
    assert "through with the whole course" in page
    certificate = Certificate.objects.get(persona=ben)
    mine = f"{HOME}certificates/{encode(certificate.pk)}/"
    assert "Ada Lind" in reads(learner, mine)
    assert f'href="{mine}"' in page
    assert f'href="{mine}"' in reads(learner, f"{at}lessons/{encode(second.pk)}/"), (
        "and where one finished it"
    )
    assert f'href="{mine}"' not in reads(learner, f"{at}lessons/{encode(first.pk)}/")
    for client in (teacher, Client()):
        assert client.get(mine, follow=False).status_code in (302, 303, 401, 404)
        assert "Reading a river" not in reads(client, mine)
    badge = learner.get(mine + "badge.json")
    assert json.loads(badge.content)["credentialSubject"]["achievement"]["name"] == "Reading a river"
    assert check(badge.content.decode()).state == "valid"
    assert check(learner.get(mine + "badge.jwt").content.decode()).state == "valid"
    assert teacher.get(mine + "badge.json").status_code == 404
    learner.post(at + "leave/")
    assert not Enrolment.objects.exists()
    assert "Reading a river" in reads(learner, mine)
    taken = badge.content.decode()
    learner.post(mine + "drop/")
    assert check(taken).state == "revoked"


def test_who_takes_a_withdrawn_course_goes_on_and_nobody_else_begins(ada, ben):
    teacher, learner, late = client_of(ada), client_of(ben), client_of(person("cleo", "professional"))
    _course, at, lesson = published(teacher)
    learner.post(at + "enrol/")
    upload = SimpleUploadedFile("Table.csv", b"a,b")
    assert teacher.post(f"{at}make/lessons/{encode(lesson.pk)}/files/", {"file": upload}).status_code == 303
    learner.post(f"{at}lessons/{encode(lesson.pk)}/say/", {"text": "Where does it go?"})
    paper = f"/professional/files/{encode(File.objects.get().pk)}/1"
    assert b"".join(late.get(paper).streaming_content) == b"a,b"
    teacher.post(at + "state/withdraw/")
    assert (
        late.get(at).status_code == late.get(paper).status_code == late.post(at + "enrol/").status_code == 404
    )
    assert "Where does it go?" in reads(learner, f"{at}lessons/{encode(lesson.pk)}/")
    assert b"".join(learner.get(paper).streaming_content) == b"a,b"
    edited = teacher.post(at + "edit/", {**FORM, "reach": "me"})
    assert edited.status_code == 303
    teacher.post(at + "state/publish/")
    assert late.get(at).status_code == 404
    assert learner.get(at).status_code == 200
    learner.post(at + "leave/")
    assert learner.get(at).status_code == learner.get(paper).status_code == 404


def test_those_who_take_it_talk_and_whoever_is_shut_out_goes(ada, ben):
    teacher, learner, passer = client_of(ada), client_of(ben), client_of(person("cleo", "professional"))
    _course, at, lesson = published(teacher)
    here = f"{at}lessons/{encode(lesson.pk)}/"
    assert passer.post(here + "say/", {"text": "Me too"}).status_code == 404
    learner.post(at + "enrol/")
    assert learner.post(here + "say/", {"text": " "}).status_code == 422
    learner.post(here + "say/", {"text": "Is clay wet?"})
    drain()
    assert "said something" in reads(teacher, "/professional/notifications/")
    remark = encode(Remark.objects.get().pk)
    assert passer.post(f"{here}say/{remark}/").status_code == 404
    assert "Is clay wet?" in reads(passer, here)
    learners = reads(teacher, at + "figures/")
    assert "Ben Okri" in learners
    block(ben, persona=ada)
    drain()
    assert "Ben Okri" not in reads(teacher, at + "figures/")
    assert "Is clay wet?" not in reads(teacher, here)
    assert not Enrolment.objects.exists()


def test_figures_say_where_people_stumble_but_never_of_few(ada):
    teacher = client_of(ada)
    course, at, lesson = published(teacher)
    ask(teacher, at, lesson, "number", ("3", True, ""))
    question = Question.objects.get()
    for number, given in enumerate(("3", "4", "3", "3")):
        learner = person(f"learner{number}", "professional")
        actions.enrol(learner, course=course)
        actions.hand_in(learner, course=course, lesson_id=lesson.pk, given={question.pk: given})
        page = reads(teacher, at + "figures/")
        assert ("too few to say" in page) == (number < 2)
    assert "75 %" in page


def test_a_persona_that_goes_takes_its_learning_with_it(ada, ben):
    teacher, learner = client_of(ada), client_of(ben)
    _course, at, lesson = published(teacher)
    learner.post(at + "enrol/")
    learner.post(f"{at}lessons/{encode(lesson.pk)}/say/", {"text": "Hello"})
    learner.post(f"{at}lessons/{encode(lesson.pk)}/done/")
    erase_persona(ada)
    drain()
    assert not Course.objects.exists()
    assert not Remark.objects.exists()
    kept = Certificate.objects.get()
    assert kept.by is None
    assert "Reading a river" in reads(learner, f"{HOME}certificates/{encode(kept.pk)}/")
    erase_persona(ben)
    drain()
    assert not Certificate.objects.exists()
    assert not Credential.objects.exclude(revoked_at__isnull=False).exists()


def test_lists_ask_the_same_questions_however_long_they_are(ada, ben):
    teacher, learner = client_of(ada), client_of(ben)
    course, at, lesson = published(teacher)
    actions.enrol(ben, course=course)
    paths = [
        (learner, HOME),
        (learner, at),
        (learner, f"{at}lessons/{encode(lesson.pk)}/"),
        (teacher, at + "figures/"),
    ]

    def count() -> list[int]:
        found = []
        for client, path in paths:
            client.get(path)
            with CaptureQueriesContext(connection) as asked:
                assert client.get(path).status_code == 200
            found.append(len(asked))
        return found

    ask(teacher, at, lesson, "number", ("3", True, ""))
    actions.say(ben, course=course, lesson_id=lesson.pk, text="One")
    _another(ada, ben, 0)
    before = count()
    for number in range(1, 13):
        _another(ada, ben, number)
        a_lesson(teacher, course, at, f"Lesson {number}")
        ask(teacher, at, lesson, "one", ("A", True, ""), (f"B{number}", False, ""))
        actions.say(ben, course=course, lesson_id=lesson.pk, text=f"Word {number}")
        actions.enrol(person(network="professional"), course=course)
    assert count() == before


def _another(ada: Persona, ben: Persona, number: int) -> None:
    """Two more courses: one that ben takes, one that he can find."""
    for taken in (True, False):
        course = actions.make_course(
            ada, title=f"Course {number}{taken}", skills=[f"Skill {number}"], spec=MEMBERS
        )
        chapter = actions.keep_chapter(ada, course=course, title="One")
        actions.write_lesson(ada, course=course, chapter_id=chapter.pk, title="Only")
        course.refresh_from_db()
        actions.publish(ada, course=course)
        if taken:
            actions.enrol(ben, course=course)


def test_nobody_but_its_teacher_finds_a_course_for_them_alone(ada, ben):
    course = actions.make_course(ada, title="Alone", spec=ONLY_ME)
    chapter = actions.keep_chapter(ada, course=course, title="One")
    actions.write_lesson(ada, course=course, chapter_id=chapter.pk, title="Only")
    course.refresh_from_db()
    actions.publish(ada, course=course)
    assert client_of(ben).get(f"{HOME}{encode(course.pk)}/").status_code == 404
    assert client_of(ada).get(f"{HOME}{encode(course.pk)}/").status_code == 200
