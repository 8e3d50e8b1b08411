"""People one may know: reasons, refusals, and what never leads to a suggestion; through the pages."""

import pytest

from tests.world import account_of, befriend, client_of, person
from twofold.foundation.kit.ids import encode
from twofold.network.groups import actions as groups
from twofold.people.graph import actions as graph

pytestmark = pytest.mark.django_db


def listed(client, network: str = "social") -> str:
    text = client.get(f"/{network}/suggestions/").content.decode()
    return text.split('id="refused"')[0].split("people-head")[1]


@pytest.fixture
def ring():
    """Ana knows Ben and Cem, who both know Dan; Eva is known to nobody."""
    people = {name: person(name, name=f"{name.title()} Ring") for name in ("ana", "ben", "cem", "dan", "eva")}
    for one, two in (("ana", "ben"), ("ana", "cem"), ("ben", "dan"), ("cem", "dan")):
        befriend(people[one], people[two])
    return people


def test_somebody_is_suggested_with_exactly_what_speaks_for_them(ring):
    text = listed(client_of(ring["ana"]))
    assert "Dan Ring" in text
    assert "2 mutual friends:" in text
    assert "Eva Ring" not in text
    graph.block(ring["ben"], persona=ring["ana"])
    text = listed(client_of(ring["ana"]))
    assert "1 mutual friend: " in text
    assert "Ben Ring" not in text


def test_not_them_not_for_this_reason_and_not_me(ring):
    client, dan = client_of(ring["ana"]), ring["dan"]
    for path, said in ((f"not/{encode(dan.pk)}", {}), ("reason", {"reason": "ties:"})):
        assert client.post(f"/social/suggestions/{path}", said).status_code == 303
        assert "Dan Ring" not in listed(client)
        page = client.get("/social/suggestions/").content.decode()
        undo = page.split('id="refused"')[1].split('formaction="')[1].split('"')[0]
        client.post(undo)
        assert "Dan Ring" in listed(client)
    client_of(dan).post("/social/suggestions/shown", {"shown": "no"})
    assert "Dan Ring" not in listed(client)
    beside = client.get("/social/beside/").content.decode()
    assert "Dan Ring" not in beside
    assert "Eva Ring" in beside  # without a reason, where there is nobody with one
    client_of(dan).post("/social/suggestions/shown", {"shown": "yes"})
    assert "Dan Ring" in listed(client)


def test_refusals_that_make_no_sense_are_answered(ring):
    client = client_of(ring["ana"])
    assert client.post("/social/suggestions/reason", {"reason": "person:1"}).status_code == 404
    assert client.post("/social/suggestions/reason", {"reason": "weather:"}).status_code == 422
    assert client.post(f"/social/suggestions/not/{encode(ring['ana'].pk)}").status_code == 422
    assert client.post(f"/professional/suggestions/not/{encode(ring['dan'].pk)}").status_code in (302, 303)
    assert (
        client_of(person("lonely")).get("/social/suggestions/").content.decode().count("Nobody to suggest")
        == 1
    )


def test_places_groups_and_interests_speak_for_somebody(ring):
    eva, ana = ring["eva"], ring["ana"]
    group = groups.make_group(eva, name="Night swimmers", openness="public", door="open")
    groups.join(ana, group=group)
    text = listed(client_of(ana))
    assert "Eva Ring" in text
    assert "Both in Night swimmers" in text
    beside = client_of(ring["ben"]).get("/social/suggestions/worth/").content.decode()
    assert "Night swimmers" in beside
    assert "With <bdi>Ana Ring</bdi>" in beside
    assert "Nothing yet" in client_of(eva).get("/social/suggestions/worth/").content.decode()


def test_nothing_passes_through_the_other_network(ring):
    """Ana and Fay know the same people at work, and nothing of that shows among friends."""
    fay = person("fay", name="Fay Ring")
    work = {
        name: person(name, "professional", account=account_of(each), name=f"{name} at work")
        for name, each in (("ana", ring["ana"]), ("fay", fay), ("ben", ring["ben"]))
    }
    befriend(work["ana"], work["ben"])
    befriend(work["fay"], work["ben"])
    assert "Fay Ring" not in listed(client_of(ring["ana"]))
    text = listed(client_of(ring["ana"]), "professional")
    assert "fay at work" in text
    assert "Dan Ring" not in text
    assert "ana at work" not in text
