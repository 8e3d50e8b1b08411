"""Who sees what of a page: everybody in every relation to it, at every address that it has."""

from datetime import date

import pytest

from tests.world import befriend, client_of, person
from twofold.network.pages.actions import give_role, offer_role
from twofold.network.pages.models import RoleKind
from twofold.network.pages.policies import MAY
from twofold.network.profiles.actions import keep_entry
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, MEMBERS, ONLY_ME
from twofold.people.graph.actions import block, follow
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db

DESKS = {
    "write/": "write", "news/": "look", "numbers/": "look", "team/": "look", "domains/": "domains", "edit/": "edit",
    "close/": "close",
}  # fmt: skip


@pytest.fixture
def town() -> dict[str, Persona]:
    people = {
        kind.value: person(f"x.{kind.value}", "professional", name=f"Runs as {kind.value}")
        for kind in RoleKind
    }
    people |= {
        name: person(f"x.{name}", "professional", name=name)
        for name in ("member", "fan", "asked", "former", "foe")
    }
    people["elsewhere"] = person("elsewhere", "social")
    page = people["page"] = person("delta", "professional", name="Delta", kind=Persona.Kind.PAGE)
    for kind in RoleKind:
        give_role(page, people[kind.value], kind=kind.value)
    follow(people["fan"], followed=page)
    offer_role(people["owner"], page=page, persona=people["asked"], kind="editor")
    give_role(page, people["former"], kind="editor").delete()
    block(page, persona=people["foe"])
    return people


def test_each_role_finds_its_desks_and_nobody_else_finds_any(town):
    wrong = []
    for name, persona in [*town.items(), ("stranger", None)]:
        if name == "page":
            continue
        role = name if name in RoleKind.values else ""
        for desk, needs in DESKS.items():
            answer = client_of(persona).get(f"/professional/pages/@delta/{desk}")
            may = bool(role) and needs in MAY[RoleKind(role)]
            # A stranger, and who is present elsewhere only, is asked to come in: the same for a page that is not there.
            found = answer.status_code == 200
            if found != may:
                wrong.append((name, desk, answer.status_code))
    assert not wrong


def test_a_desk_that_is_hidden_answers_like_one_that_is_not_there(town):
    client = client_of(town["member"])
    for desk in DESKS:
        hidden = client.get(f"/professional/pages/@delta/{desk}")
        absent = client.get(f"/professional/pages/@nobody.here/{desk}")
        assert hidden.status_code == absent.status_code == 404
        assert hidden.content.replace(b"@delta", b"@nobody.here") == absent.content


def test_nobody_outside_learns_who_runs_it(town):
    for name in ("member", "fan", "asked", "former", "elsewhere"):
        client = client_of(town[name])
        for path in ("@delta/", "@delta/about/", "@delta/people/", "pages/", "people/find/?name=delta"):
            words = client.get(f"/professional/{path}", follow=True).content.decode()
            if path.startswith("@delta"):
                assert "Runs as" not in words, (name, path)
    assert client_of(town["foe"]).get("/professional/@delta/").status_code == 404


def test_people_stand_there_as_their_own_entries_let_them(town):
    page, viewer, friend = town["page"], town["member"], town["fan"]
    for name, spec in (("open", EVERYONE), ("shy", MEMBERS), ("close", ALL_TIES), ("hidden", ONLY_ME)):
        one = person(name, "professional", name=f"Worker {name}")
        befriend(one, friend)
        fields = {
            "title": "Engineer",
            "organisation_name": "Delta",
            "began": date(2020, 1, 1),
            "current": True,
        }
        keep_entry(one, kind="experience", fields=fields, organisation_id=page.pk, spec=spec)
    seen = {
        name: {each for each in ("open", "shy", "close", "hidden") if f"Worker {each}" in _people(persona)}
        for name, persona in (("stranger", None), ("viewer", viewer), ("friend", friend))
    }
    assert seen == {"stranger": {"open"}, "viewer": {"open", "shy"}, "friend": {"open", "shy", "close"}}
    assert "Worker open" in _people(viewer, "?when=now&name=open")
    assert "Worker open" not in _people(viewer, "?when=past")


def _people(persona: Persona | None, query: str = "") -> str:
    return client_of(persona).get(f"/professional/@delta/people/{query}").content.decode()
