"""Who learns of a group, who reads it and who keeps it: everybody in every relation, at every address that it has."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from tests.wall.cast_groups import IN, KEEP, Circle, Company, Said, gather
from tests.wall.score import EVERYTHING
from twofold.foundation.kit.ids import encode
from twofold.people.personas.models import Network
from twofold.surfaces.api.tests.doors import token_for

pytestmark = pytest.mark.django_db
DESKS = {"desk/": KEEP, "edit/": {"owner", "admin"}, "close/": {"owner"}}


# The oracle, from the definitions alone.
def finds(kind: str, who: str) -> bool:
    if who == "banned":
        return False
    if kind == "public" or who in IN or who in ("invited", "declined"):
        return True
    return kind == "private" and who not in ("", "elsewhere")


def reads(kind: str, who: str, said: Said) -> bool:
    if who == said.by:
        return True
    if who in ("banned", "blocked") and (who == "banned" or said.by == "writer"):
        return False
    if said.to == "desk":
        return who in KEEP
    return said.to == "inside" and (kind == "public" or who in IN)


@pytest.fixture(scope="module", params=list(Network) if EVERYTHING else [Network.SOCIAL])
def company(request, django_db_setup, django_db_blocker) -> Iterator[Company]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield gather(request.param)
        transaction.set_rollback(True)


def _look(company: Company) -> Iterator[tuple[str, str, Circle]]:
    for kind, circle in company.circles.items():
        for who in company.clients:
            yield kind, who, circle


def _get(company: Company, who: str, path: str) -> bytes:
    answer = company.clients[who].get(path, follow=True)
    return str(answer.headers).encode() + answer.content


def test_a_group_is_there_for_those_who_may_find_it(company):
    wrong = []
    for kind, who, circle in _look(company):
        body = _get(company, who, circle.at)
        for word in (circle.name, circle.about):
            if (word.encode() in body) != finds(kind, who):
                wrong.append((kind, who, "its page"))
        body = _get(company, who, f"/{company.network}/groups/")
        listed = kind != "hidden" or who in IN or who == "invited"
        if (circle.name.encode() in body) != (finds(kind, who) and listed):
            wrong.append((kind, who, "the list"))
    assert not wrong


def test_what_is_said_in_it_is_for_those_inside(company):
    wrong, cells = [], 0
    for kind, who, circle in _look(company):
        page = _get(company, who, circle.at)
        found = _get(company, who, circle.at + "?name=kanari")
        tag = _get(company, who, f"/{company.network}/tags/wallwatch/")
        home = _get(company, who, f"/{company.network}/")
        for said in circle.said:
            allowed = reads(kind, who, said)
            thread = _get(company, who, f"/{company.network}/posts/{encode(said.post.pk)}/")
            # Who wrote a comment under what closed to them keeps it without its place; who left keeps their words.
            placed = said.to == "inside" and finds(kind, who) and (kind == "public" or who in IN)
            for where, body, must in (
                ("thread", thread, allowed and said.name != "comment"),
                ("page", page, allowed and placed and said.name != "comment"),
                ("search", found, False), ("tag", tag, False), ("home", home, False),
            ):  # fmt: skip
                cells += 1
                seen = any(word.encode() in body for word in said.words)
                if (seen and not allowed) or (must and not seen):
                    wrong.append((kind, who, said.name, where, "leak" if seen else "missing"))
            if said.picture_id:
                path = f"/media/{encode(said.picture_id)}/small.webp"
                if (company.clients[who].get(path).status_code == 200) != allowed:
                    wrong.append((kind, who, said.name, "picture"))
    assert cells > 1_000
    assert not wrong, wrong[:20]


def test_what_members_make_together_is_for_those_inside(company):
    wrong = []
    for kind, who, circle in _look(company):
        inside = who != "banned" and (kind == "public" or who in IN)
        for path, word in circle.made:
            answer = company.clients[who].get(path)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            if (word.encode() in body) != inside:
                wrong.append((kind, who, path))
        if (company.clients[who].get(circle.at + "numbers/").status_code == 200) != (who in KEEP):
            wrong.append((kind, who, "figures"))
    assert not wrong


def test_clients_read_what_pages_show(company):
    wrong = []
    for kind, who, circle in _look(company):
        if who in ("", "elsewhere"):
            continue
        token = token_for(company.people[who])
        for said in circle.said:
            answer = company.clients[""].get(
                f"/api/v1/statuses/{said.post.pk}", headers={"Authorization": f"Bearer {token}"}
            )
            if (said.words[0].encode() in answer.content) != reads(kind, who, said):
                wrong.append((kind, who, said.name))
    assert not wrong


def test_each_role_finds_its_desks_and_members_are_for_those_inside(company):
    wrong = []
    for kind, who, circle in _look(company):
        client = company.clients[who]
        for desk, roles in DESKS.items():
            if (client.get(circle.at + desk).status_code == 200) != (who in roles):
                wrong.append((kind, who, desk))
        body = _get(company, who, circle.at + "members/")
        names = {name for name in ("member", "owner") if company.people[name].name.encode() in body}
        inside = who in IN or (kind == "public" and who not in ("", "elsewhere", "banned"))
        if (names - {who}) != ({"member", "owner"} - {who} if inside else set()):
            wrong.append((kind, who, "members", names))
        if company.people["pending"].name.encode() in body and who != "pending":
            wrong.append((kind, who, "who asks"))
        if inside and (company.people["writer"].name.encode() in body) != (who != "blocked"):
            wrong.append((kind, who, "a member who is blocked"))
    assert not wrong


def test_a_link_shows_a_group_to_whoever_holds_it_but_those_sent_away(company):
    for _kind, who, circle in _look(company):
        body = _get(company, who, f"/{company.network}/groups/by/{circle.secret}/")
        assert (circle.name.encode() in body) == (who not in ("", "elsewhere", "banned")), who
        if who not in IN:
            assert not any(word.encode() in body for said in circle.said for word in said.words)


def test_a_hidden_group_answers_like_one_that_is_not_there(company):
    circle, absent = company.circles["hidden"], f"/{company.network}/groups/{encode(12345)}/"
    for who in ("nobody", "left", "banned", "pending", "friend"):
        client = company.clients[who]
        for part in ("", "members/", "desk/", "leave/", "edit/", "pages/", "files/", "calls/", "numbers/"):
            one, other = client.get(circle.at + part), client.get(absent + part)
            assert (one.status_code, other.status_code) == (404, 404)
            assert one.content.replace(circle.at.encode(), b"") == other.content.replace(absent.encode(), b"")
        for part in ("", "join/", "decline/", "leave/", "links/"):
            assert client.post(circle.at + part).status_code == client.post(absent + part).status_code == 404
