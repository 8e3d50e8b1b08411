"""One's own profile through the eyes of others is what they really see, and tells nothing of theirs."""

from datetime import date

import pytest

from tests.world import befriend, client_of, person
from twofold.network.posts.actions import publish
from twofold.network.profiles.actions import keep_entry
from twofold.people.audiences.specs import (
    ALL_TIES,
    EVERYONE,
    MEMBERS,
    ONLY_ME,
    AudienceSpec,
    named,
    ties_of_kind,
)
from twofold.people.graph.actions import block, mute
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db

MENTORS = AudienceSpec(parts=frozenset({ties_of_kind("mentor")}))


@pytest.fixture
def town() -> dict[str, Persona]:
    people = {
        name: person(name, "professional", name=name.title())
        for name in ("nadia", "mentor", "peer", "member")
    }
    befriend(people["nadia"], people["mentor"], kind="mentor")
    befriend(people["nadia"], people["peer"], kind="peer")
    audiences = {
        "Open": EVERYONE, "Inside": MEMBERS, "Near": ALL_TIES, "Mentored": MENTORS, "Own": ONLY_ME,
        "Named": named({people["peer"].pk}),
    }  # fmt: skip
    for word, spec in audiences.items():
        fields = {"title": f"{word} work", "organisation_name": "Delta", "began": date(2020, 1, 1)}
        keep_entry(people["nadia"], kind="experience", fields=fields, spec=spec)
        publish(people["nadia"], text=f"{word} words", spec=spec)
    return people


def seen(persona: Persona | None, path: str) -> set[str]:
    words = client_of(persona).get(f"/professional/@nadia/{path}").content.decode()
    named_ = ("Open", "Inside", "Near", "Mentored", "Own", "Named")
    return {word for word in named_ if f"{word} work" in words} | {w for w in named_ if f"{w} words" in words}


@pytest.mark.parametrize(
    ("query", "really"),
    [
        ("?as=anyone", None),
        ("?as=member", "member"),
        ("?as=kind:mentor", "mentor"),
        ("?name=mentor", "mentor"),
        ("?name=@peer", "peer"),
        ("?name=member", "member"),
    ],
)
def test_it_is_what_they_really_see(town, query, really):
    before = Persona.objects.count()
    real = seen(town[really] if really else None, "") | seen(town[really] if really else None, "activity/")
    assert seen(town["nadia"], f"as/{query}") == real
    assert Persona.objects.count() == before, "whoever stood in was never there"


def test_it_tells_nothing_of_whoever_is_named(town):
    nadia, mentor = client_of(town["nadia"]), town["mentor"]

    def look() -> str:
        words = nadia.get("/professional/@nadia/as/?name=mentor").content.decode()
        return words.split(" inert>")[1].split("</main>")[0]

    before = look()
    mute(mentor, persona=town["nadia"])
    block(mentor, persona=town["peer"])
    assert look() == before


def test_there_is_nothing_to_press_and_it_is_ones_own_alone(town):
    words = client_of(town["nadia"]).get("/professional/@nadia/as/?as=kind:peer").content.decode()
    shown = words.split(" inert>")[1].split("</main>")[0]
    assert "formaction" not in shown
    assert "hx-post" not in shown
    assert client_of(town["peer"]).get("/professional/@nadia/as/").status_code == 404
    assert (
        "Nobody else has this handle"
        in client_of(town["nadia"]).get("/professional/@nadia/as/?name=nobody.at.all").content.decode()
    )


def test_whoever_is_for_members_is_not_there_for_anyone(town):
    Persona.objects.filter(pk=town["nadia"].pk).update(reach=Persona.Reach.MEMBERS)
    words = client_of(town["nadia"]).get("/professional/@nadia/as/?as=anyone").content.decode()
    assert "do not find you at all" in words


def test_friends_have_their_kinds():
    one, other = person("puddle"), person("pond")
    befriend(one, other, kind="family")
    publish(one, text="For family", spec=AudienceSpec(parts=frozenset({ties_of_kind("family")})))
    client = client_of(one)
    assert "For family" in client.get("/social/@puddle/as/?as=kind:family").content.decode()
    assert "For family" not in client.get("/social/@puddle/as/?as=kind:acquaintance").content.decode()
