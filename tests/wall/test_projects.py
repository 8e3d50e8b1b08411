"""Who learns of a project, who reads its board and who changes it: everybody in every relation, at every address."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from tests.wall.calendars import calendars_of
from tests.wall.cast_projects import IN, Board, Workshop, set_up
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode

pytestmark = pytest.mark.django_db
PAGES = ("", "list/", "activity/", "month/", "people/")
DESKS = {"shape/": IN - {"reader"}, "edit/": {"lead"}, "close/": {"lead"}}


# The oracle, from the definitions alone.
def reads(kind: str, who: str) -> bool:
    return kind == "public" or who in IN or (kind == "members" and who not in ("", "elsewhere"))


def finds(kind: str, who: str) -> bool:
    return reads(kind, who) or who in ("invited", "declined")


@pytest.fixture(scope="module")
def shop(django_db_setup, django_db_blocker) -> Iterator[Workshop]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield set_up()
        transaction.set_rollback(True)


def _look(shop: Workshop) -> Iterator[tuple[str, str, Board]]:
    for kind, board in shop.boards.items():
        for who in shop.clients:
            yield kind, who, board


def _get(shop: Workshop, who: str, path: str) -> str:
    answer = shop.clients[who].get(path, follow=True)
    return f"{answer.headers}{answer.content.decode()}"


def test_a_project_is_there_for_those_who_may_find_it(shop):
    wrong = []
    for kind, who, board in _look(shop):
        page, home = _get(shop, who, board.at), _get(shop, who, "/professional/projects/")
        wrong += [(kind, who, word) for word in board.known if (word in page) != finds(kind, who)]
        listed = finds(kind, who) and (reads(kind, who) or who == "invited")
        if (board.known[0] in home) != listed:
            wrong.append((kind, who, "the list"))
    assert not wrong


def test_a_task_is_in_the_calendar_of_whoever_does_it(shop):
    day = f"{clock.now():%Y-%m-%d}"
    for who in shop.clients:
        calendar = calendars_of(shop.people.get(who), day)
        stands = {kind for kind, board in shop.boards.items() if board.words[0] in calendar}
        assert stands == (set(shop.boards) if who == "writer" else set()), who


def test_its_board_is_for_those_who_read_it_and_what_is_said_by_its_author(shop):
    wrong, cells = [], 0
    for kind, who, board in _look(shop):
        allowed = reads(kind, who)
        task, pages = _get(shop, who, board.task_at), [_get(shop, who, board.at + each) for each in PAGES]
        found = shop.clients[who].get(f"/professional/projects/task/{encode(board.task.pk)}/")
        for word in board.words:
            cells += 1
            if (word in task) != allowed:
                wrong.append((kind, who, "task"))
            if not allowed and any(word in page for page in pages):
                wrong.append((kind, who, "pages"))
        if allowed and not all(board.words[0] in page for page in pages[:3]):
            wrong.append((kind, who, "missing"))
        if (found.status_code == 303) != allowed:
            wrong.append((kind, who, "found"))
        hears = allowed and who != "blocked"
        if (board.said in task) != hears:
            wrong.append((kind, who, "said"))
        names = [shop.people["writer"].name in page for page in (task, *pages)]
        if who not in ("writer",) and any(names) and not hears:
            wrong.append((kind, who, "name of one who shuts them out"))
        if shop.people["invited"].name in pages[4] and who not in ("lead", "invited"):
            wrong.append((kind, who, "who was asked"))
    assert cells > 150
    assert not wrong


def test_its_files_are_for_those_who_read_its_board(shop):
    wrong = []
    for kind, who, board in _look(shop):
        allowed, at = reads(kind, who), f"/professional/files/{encode(board.file.pk)}/"
        answer, page = shop.clients[who].get(f"{at}1"), _get(shop, who, at)
        got = b"".join(answer.streaming_content) if answer.streaming else b""
        if (answer.status_code == 200, board.file_words[0].encode() in got) != (allowed, allowed):
            wrong.append((kind, who, "bytes"))
        if (board.file_words[1] in page, board.file_words[1] in _get(shop, who, board.task_at)) != (
            allowed,
            allowed,
        ):
            wrong.append((kind, who, "name"))
        if shop.clients[who].get(at.replace("professional", "social")).status_code != 404:
            wrong.append((kind, who, "the other network"))
    assert not wrong


def test_each_role_finds_its_desks_and_nobody_else_changes_anything(shop):
    wrong = []
    for kind, who, board in _look(shop):
        client = shop.clients[who]
        for desk, roles in DESKS.items():
            if (client.get(board.at + desk).status_code == 200) != (who in roles):
                wrong.append((kind, who, desk))
        if who in IN:
            continue
        signed = who not in ("", "elsewhere")
        for part in ("move/", "give/", "checks/", "notes/", "files/", "drop/", ""):
            status = client.post(
                board.task_at + part, {"step": "right", "text": "x", "words": "x"}
            ).status_code
            if status != 404 if signed else status not in (303, 401, 404):
                wrong.append((kind, who, part, status))
    assert not wrong
    assert not any(board.task.notes.exclude(pk=board.note.pk).exists() for board in shop.boards.values())


def test_a_private_project_answers_like_one_that_is_not_there(shop):
    board, absent = shop.boards["private"], f"/professional/projects/{encode(12345)}/"
    for who in ("nobody", "left", "removed", "friend"):
        client = shop.clients[who]
        for part in ("", "list/", "people/", "leave/", "edit/", f"tasks/{encode(board.task.pk)}/"):
            one, other = client.get(board.at + part), client.get(absent + part)
            assert (one.status_code, other.status_code) == (404, 404)
            assert one.content.replace(board.at.encode(), b"") == other.content.replace(absent.encode(), b"")
