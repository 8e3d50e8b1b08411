import pytest
from django.urls import reverse

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.people.graph import actions, queries
from twofold.people.graph.models import Note, Tag
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


def memory(viewer, persona) -> queries.Memory:
    return queries.memories(Viewer.of(viewer), [persona.pk])[persona.pk]


def at(name: str, *args) -> str:
    return reverse(f"graph:{name}", args=["social", *args])


def test_a_note_is_kept_changed_and_given_up():
    ana, ben = person(), person()
    actions.keep_note(ana, persona=ben, text=" Owes me a walk ", tags=["quay", "Ask  first", "QUAY", ""])
    assert memory(ana, ben) == queries.Memory("Owes me a walk", ["Ask first", "quay"])
    assert memory(ben, ana) == queries.Memory()
    actions.keep_note(ana, persona=ben, text="Walked", tags=["quay"])
    assert memory(ana, ben) == queries.Memory("Walked", ["quay"])
    actions.keep_note(ana, persona=ben, text="")
    assert not memory(ana, ben)


def test_one_word_stays_one_word_however_it_is_spelt():
    ana, ben, cem = person(), person(), person()
    actions.keep_note(ana, persona=ben, text="", tags=["Café"])
    actions.keep_note(ana, persona=cem, text="", tags=["cafe"])
    assert queries.tags_of(Viewer.of(ana)) == [queries.TagUse("Café", 2)]


def test_a_note_outlasts_the_tie_and_a_block_hides_it():
    ana, ben = person(), person()
    befriend(ana, ben)
    actions.keep_note(ana, persona=ben, text="Plays the cello", tags=["music"])
    actions.end_tie(ben, other=ana)
    assert memory(ana, ben).text == "Plays the cello"
    assert [each.pk for each in queries.noted(Viewer.of(ana))] == [ben.pk]
    actions.block(ben, persona=ana)
    assert queries.noted(Viewer.of(ana)).rows == []
    assert queries.tags_of(Viewer.of(ana)) == []
    with pytest.raises(Absent):
        actions.keep_note(ana, persona=ben, text="Gone")
    actions.unblock(ben, persona=ana)
    assert memory(ana, ben).tags == ["music"]


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"text": "x" * 2001}, "text"),
        ({"text": "", "tags": ["x" * 41]}, "tags"),
        ({"text": "", "tags": [f"word {number}" for number in range(21)]}, "tags"),
    ],
)
def test_what_is_too_much_is_refused_and_nothing_is_kept(words, field):
    ana, ben = person(), person()
    with pytest.raises(Refused) as refusal:
        actions.keep_note(ana, persona=ben, **words)
    assert refusal.value.field == field
    assert not memory(ana, ben)


def test_nobody_notes_anything_of_themselves_or_of_the_other_network():
    ana, ben = person(), person(network="professional")
    with pytest.raises(Refused):
        actions.keep_note(ana, persona=ana, text="Me")
    with pytest.raises(Absent):
        actions.keep_note(ana, persona=ben, text="Him")


def test_two_hundred_different_tags_are_enough():
    ana = person()
    others = [person() for _ in range(11)]
    for number, each in enumerate(others[:10]):
        tags = [f"{number}-{place}" for place in range(20)]
        actions.keep_note(ana, persona=each, text="", tags=tags)
    with pytest.raises(Refused):
        actions.keep_note(ana, persona=others[10], text="", tags=["one more"])
    actions.keep_note(ana, persona=others[10], text="", tags=["3-7"])


def test_notes_go_with_either_of_the_two():
    ana, ben, cem = person(), person(), person()
    actions.keep_note(ana, persona=ben, text="One", tags=["one"])
    actions.keep_note(cem, persona=ana, text="Two", tags=["two"])
    erase_persona(ana)
    drain()
    assert not Note.objects.exists()
    assert not Tag.objects.exists()


def test_noting_through_the_pages():
    ana, ben = person(), person(name="Ben Ito")
    befriend(ana, ben)
    client = client_of(ana)
    assert client.get(at("note", ben.pk)).status_code == 200
    answer = client.post(at("note", ben.pk), {"text": "Met at the fair", "tags": "fair, kites"})
    assert answer.status_code == 303
    for page in (answer["Location"], at("home"), at("notes"), at("find")):
        shown = client.get(page).content.decode()
        assert "Met at the fair" in shown
        assert "kites" in shown
    refused = client.post(at("note", ben.pk), {"text": "y" * 2001, "tags": "fair"})
    assert refused.status_code == 422
    assert "y" * 2001 in refused.content.decode()
    shown = client.get(at("notes") + "?text=kite").content.decode()
    assert "Ben Ito" in shown
    assert "Ben Ito" not in client.get(at("notes") + "?tag=fairs").content.decode().split('id="main"')[1]
    assert client_of(ben).get(at("note", ben.pk)).status_code == 200
    assert client_of(None).get(at("note", ben.pk)).status_code == 302


def test_my_own_tags_are_offered_and_nobody_elses():
    ana, ben, cem = person(), person(), person()
    actions.keep_note(ana, persona=ben, text="", tags=["old harbour"])
    actions.keep_note(ben, persona=cem, text="", tags=["harvest"])
    offered = client_of(ana).get(at("tags") + "?q=HAR").json()["options"]
    assert [(each["value"], each["note"]) for each in offered] == [("old harbour", "1 person")]
    assert client_of(ana).get(at("tags")).json() == {"options": []}


def test_ties_are_ordered_and_filtered_by_what_i_noted():
    ana = person()
    people = [person(name=name) for name in ("Cem", "Ada", "Ben")]
    for each, kind in zip(people, ("friend", "family", "close"), strict=True):
        befriend(ana, each, kind=kind)
    actions.keep_note(ana, persona=people[2], text="", tags=["choir"])
    viewer = Viewer.of(ana)

    def names(**asked) -> list[str]:
        found, cursor = [], None
        while True:
            page = queries.ties_of(viewer, before=cursor, size=2, **asked)
            found += [row.other.name for row in page]
            cursor = page.after
            if cursor is None:
                return found

    assert names() == ["Ben", "Ada", "Cem"]
    assert names(sort="oldest") == ["Cem", "Ada", "Ben"]
    assert names(sort="name") == ["Ada", "Ben", "Cem"]
    assert names(sort="kind") == ["Ada", "Ben", "Cem"]
    assert names(tag="Choir") == ["Ben"]
    assert names(tag="choir", kind="family") == []
