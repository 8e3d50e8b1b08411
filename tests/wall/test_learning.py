"""Who learns of a course, who reads its lessons, and who learns who takes it: everybody in every relation."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from tests.wall.cast_learning import TAKE, Class, School, set_up
from twofold.foundation.kit.ids import encode

pytestmark = pytest.mark.django_db
HOME = "/professional/learning/"
DESKS = ("make/", "edit/", "figures/", "close/")


# The oracle, from the definitions alone.
def sees(kind: str, who: str) -> bool:
    if who == "teacher":
        return True
    if who == "foe" or kind == "draft":
        return False
    if who in TAKE:
        return True
    if kind == "withdrawn":
        return False
    if kind == "ties":
        return who in ("friend", "left", "out")
    return kind == "everyone" or who not in ("", "elsewhere")


@pytest.fixture(scope="module")
def school(django_db_setup, django_db_blocker) -> Iterator[School]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield set_up()
        transaction.set_rollback(True)


def _look(school: School) -> Iterator[tuple[str, str, Class]]:
    for kind, each in school.classes.items():
        for who in school.clients:
            yield kind, who, each


def _get(school: School, who: str, path: str) -> str:
    answer = school.clients[who].get(path, follow=True)
    return f"{answer.headers}{answer.content.decode()}"


def test_a_course_and_its_lessons_are_there_for_those_it_is_for(school):
    wrong = []
    for kind, who, each in _look(school):
        allowed = sees(kind, who)
        page, lesson = _get(school, who, each.at), _get(school, who, each.lesson_at)
        wrong += [(kind, who, "page") for word in each.known if (word in page) != allowed]
        wrong += [(kind, who, "lesson") for word in each.words if (word in lesson) != allowed]
        found = school.clients[who].get(f"{HOME}lesson/{encode(each.lesson.pk)}/")
        if (found.status_code == 303) != allowed:
            wrong.append((kind, who, "found"))
        social = each.at.replace("professional", "social")
        if school.clients[who].get(social).status_code != 404:
            wrong.append((kind, who, "the other network"))
    assert not wrong


def test_lists_name_only_what_one_may_see(school):
    wrong = []
    for who in school.clients:
        home = _get(school, who, HOME)
        for kind, each in school.classes.items():
            if (each.known[0] in home) != sees(kind, who):
                wrong.append((kind, who))
        page = _get(school, who, f"{HOME}?name={school.classes['ties'].known[3]}")
        listed = school.classes["ties"].known[0] in page.partition('id="courses"')[2]
        if listed != (sees("ties", who) and who != "teacher"):
            wrong.append((who, "by skill"))
    assert not wrong


def test_files_go_with_the_course_and_what_is_said_with_its_author(school):
    wrong = []
    for kind, who, each in _look(school):
        allowed, at = sees(kind, who), f"/professional/files/{encode(each.file.pk)}/1"
        answer = school.clients[who].get(at)
        got = b"".join(answer.streaming_content).decode() if answer.streaming else answer.content.decode()
        if (each.file_words in got) != allowed:
            wrong.append((kind, who, "bytes"))
        lesson = _get(school, who, each.lesson_at)
        hears = allowed and kind != "draft" and who != "deaf"
        if (each.said in lesson) != hears:
            wrong.append((kind, who, "said"))
        if school.people["voice"].name in lesson and not hears and who != "voice":
            wrong.append((kind, who, "who said it"))
    assert not wrong


def test_only_its_teacher_learns_who_takes_it_or_changes_it(school):
    wrong = []
    for kind, who, each in _look(school):
        for desk in DESKS:
            if (school.clients[who].get(each.at + desk).status_code == 200) != (who == "teacher"):
                wrong.append((kind, who, desk))
        pages = _get(school, who, each.at) + _get(school, who, HOME) + _get(school, who, each.at + "figures/")
        told = school.people["learner"].name in pages
        if told != (who == "learner" or (who == "teacher" and kind != "draft")):
            wrong.append((kind, who, "who takes it"))
        if who in ("teacher", "", "elsewhere"):
            continue
        for part in ("state/withdraw/", "make/chapters/", f"make/lessons/{encode(each.lesson.pk)}/"):
            if school.clients[who].post(each.at + part, {"title": "x"}).status_code != 404:
                wrong.append((kind, who, part))
        if (
            who not in TAKE
            and school.clients[who].post(each.lesson_at + "say/", {"text": "x"}).status_code != 404
        ):
            wrong.append((kind, who, "says something"))
    assert not wrong


def test_a_course_that_is_not_for_one_answers_like_none(school):
    absent = f"{HOME}{encode(12345)}/"
    for kind, who in (("draft", "nobody"), ("ties", "nobody"), ("withdrawn", "left"), ("members", "foe")):
        each, client = school.classes[kind], school.clients[who]
        for part in ("", "leave/", "make/", "figures/", f"lessons/{encode(each.lesson.pk)}/"):
            one, other = client.get(each.at + part), client.get(absent + part)
            assert (one.status_code, other.status_code) == (404, 404)
            assert one.content.replace(each.at.encode(), b"") == other.content.replace(absent.encode(), b"")
        one, other = client.post(each.at + "enrol/"), client.post(absent + "enrol/")
        assert (one.status_code, other.status_code) == (404, 404)
