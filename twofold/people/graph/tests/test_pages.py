import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.world import befriend, client_of, person
from twofold.people.graph import actions, queries
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db

LISTS = [
    "home",
    "requests",
    "followers",
    "following",
    "find",
    "blocked",
    "muted",
    "notes",
    "introductions",
    "circles",
]


def act_on(persona, act: str) -> str:
    return reverse("graph:act", args=[persona.network, persona.pk, act])


def relation(viewer, persona):
    return queries.relations(Viewer.of(viewer), [persona.pk])[persona.pk]


@pytest.mark.parametrize("network", ["social", "professional"])
@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_an_empty_state_and_is_its_owners(name, network):
    ana = person(network=network)
    address = reverse(f"graph:{name}", args=[network])
    page = client_of(ana).get(address)
    assert page.status_code == 200
    assert b'class="card state"' in page.content
    assert client_of(None).get(address).status_code == 302


@pytest.mark.parametrize("name", LISTS[:-2])
def test_a_list_makes_the_same_queries_for_one_and_for_many(name):
    ana = person()
    client = client_of(ana)

    def add() -> None:
        other = person()
        {
            "home": lambda: befriend(ana, other),
            "requests": lambda: actions.request_tie(other, receiver=ana),
            "followers": lambda: actions.follow(other, followed=ana),
            "following": lambda: actions.follow(ana, followed=other),
            "find": lambda: None,
            "blocked": lambda: actions.block(ana, persona=other),
            "muted": lambda: actions.mute(ana, persona=other),
            "notes": lambda: actions.keep_note(ana, persona=other, text="Met at the fair", tags=["fair"]),
        }[name]()

    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse(f"graph:{name}", args=["social"])).status_code == 200
        return len(captured)

    add()
    count()
    one = count()
    for _ in range(10):
        add()
    assert count() == one


def test_asking_and_answering_through_the_pages():
    ana, ben = person(), person()
    home = reverse("graph:home", args=["social"])
    answer = client_of(ana).post(act_on(ben, "request"), {"kind": "close", "note": "Hi", "next": home})
    assert (answer.status_code, answer["Location"]) == (303, home)
    page = client_of(ben).get(reverse("graph:requests", args=["social"])).content.decode()
    assert "Accept" in page
    assert "“Hi”" in page
    # What she called him is not for him to read.
    assert "close" not in page.split('id="people"')[1].split('class="relation')[0].lower()
    client_of(ben).post(act_on(ana, "accept"), {"kind": "acquaintance"})
    assert relation(ana, ben).kind == "close"
    client_of(ana).post(act_on(ben, "kind"), {"kind": "family"})
    assert relation(ana, ben).kind == "family"
    asked = client_of(ana).get(act_on(ben, "end"))
    assert asked.status_code == 200
    assert relation(ana, ben).tied
    client_of(ana).post(act_on(ben, "end"))
    assert not relation(ana, ben).tied


def test_with_script_the_answer_is_the_piece_that_changed():
    ana, ben = person(), person()
    answer = client_of(ana).post(act_on(ben, "request"), headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert answer.content.decode().strip().startswith('<div class="relation"')
    assert b"Withdraw" in answer.content


def test_a_redirect_never_leaves_the_house():
    ana, ben = person(), person()
    for wanted in ("https://evil.example/", "//evil.example/", "javascript:alert(1)"):
        answer = client_of(ana).post(act_on(ben, "follow"), {"next": wanted})
        assert answer["Location"] == reverse("graph:home", args=["social"])


def test_whoever_is_blocked_finds_nobody_there():
    ana, ben = person(), person()
    client_of(ana).post(act_on(ben, "block"))
    client = client_of(ben)
    assert ana.name not in client.get(reverse("graph:find", args=["social"])).content.decode()
    nobody = client.post(reverse("graph:act", args=["social", 12345, "follow"]))
    assert client.post(act_on(ana, "follow")).status_code == nobody.status_code == 404
    for name in ("graph:mutual", "web:path", "graph:ask_introduction"):
        assert client.get(reverse(name, args=["social", ana.handle])).status_code == 404
    client_of(ana).post(act_on(ben, "unblock"))
    assert client.post(act_on(ana, "follow")).status_code == 303


def test_an_unknown_act_and_an_act_by_link_are_absent():
    ana, ben = person(), person()
    assert client_of(ana).post(act_on(ben, "adopt")).status_code == 404
    assert client_of(ana).get(act_on(ben, "follow")).status_code == 404
    assert not relation(ana, ben).following


def test_circles_through_the_pages():
    ana, ben = person(), person()
    befriend(ana, ben)
    client = client_of(ana)
    made = client.post(reverse("graph:circles", args=["social"]), {"name": "Choir"})
    circle = queries.circles_of(Viewer.of(ana))[0]
    assert made["Location"] == reverse("graph:circle", args=["social", circle.pk])
    client.post(reverse("graph:circle_member", args=["social", circle.pk, "add", ben.pk]))
    assert queries.members_of(Viewer.of(ana), circle) == [ben]
    assert client.get(made["Location"]).status_code == 200
    assert client_of(ben).get(made["Location"]).status_code == 404
    client.post(made["Location"], {"name": "Chorus"})
    assert "Chorus" in client.get(reverse("graph:circle_delete", args=["social", circle.pk])).content.decode()
    client.post(reverse("graph:circle_delete", args=["social", circle.pk]))
    assert not queries.circles_of(Viewer.of(ana))


def test_a_refused_name_is_kept_and_the_reason_said():
    ana = person()
    client = client_of(ana)
    address = reverse("graph:circles", args=["social"])
    client.post(address, {"name": "Choir"})
    made = client.post(address, {"name": "Band"})["Location"]
    for refused in (client.post(address, {"name": "choir"}), client.post(made, {"name": "choir"})):
        assert refused.status_code == 422
        assert 'value="choir"' in refused.content.decode()
        assert "You have a circle of that name already." in refused.content.decode()


def test_lists_are_read_on_with_a_cursor():
    ana = person()
    others = [person(name=f"N{number:02}") for number in range(45)]
    for each in others:
        befriend(ana, each)
    viewer = Viewer.of(ana)
    for sort in ("", "name"):
        seen, cursor = [], None
        while True:
            page = queries.ties_of(viewer, sort=sort, before=cursor)
            seen += [row.other for row in page]
            cursor = page.after
            if not cursor:
                break
        assert seen == (others if sort else others[::-1])
    found = queries.find(viewer, name="n0")
    assert sorted(each.name for each in found) == [f"N{number:02}" for number in range(10)]


def test_the_way_to_somebody_is_shown():
    ana, ben, cem, deb = (person(name=name) for name in ("Ana", "Ben", "Cem", "Deb"))
    befriend(ana, ben)
    befriend(ben, cem)
    client = client_of(ana)
    page = client.get(reverse("web:path", args=["social", cem.handle])).content.decode()
    assert page.index("Ben") < page.rindex("Cem")
    assert "2 steps" in page
    page = client.get(reverse("graph:mutual", args=["social", cem.handle])).content.decode()
    assert "Ben" in page
    page = client.get(reverse("web:path", args=["social", deb.handle])).content.decode()
    assert "No way that is visible to you" in page
