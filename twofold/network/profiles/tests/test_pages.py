import io

import pytest
from PIL import Image

from tests.world import befriend, client_of, person
from twofold.network.profiles.actions import introduce
from twofold.network.profiles.queries import counted
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.graph.actions import block, follow
from twofold.people.graph.models import Follow, Tie
from twofold.people.personas.actions import edit_persona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


def _picture(width: int = 400, height: int = 300) -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(file, "JPEG")
    file.seek(0)
    file.name = "me.jpg"
    return file


def test_a_profile_introduces_somebody_to_a_stranger():
    person("anna", name="Anna Berg", line="Baker", place="Lund", website="https://example.org")
    page = client_of(None).get("/social/@anna/").content.decode()
    for words in ("Anna Berg", "@anna", "Baker", "Lund", "example.org"):
        assert words in page


@pytest.mark.parametrize("written", ["ANNA", "Аnna", "ａｎｎａ"])
def test_a_handle_leads_to_the_one_address_of_the_profile(written):
    person("anna")
    answer = client_of(None).get(f"/social/@{written}/")
    assert answer.status_code == 302
    assert answer["Location"] == "/social/@anna/"


def test_handles_of_any_script_have_addresses():
    person("हिन्दी")
    assert client_of(None).get("/social/@हिन्दी/").status_code == 200


def test_who_blocked_me_is_absent_like_nobody():
    anna, bert = person("anna"), person("bert")
    block(anna, persona=bert)
    hers, nobodys = (client_of(bert).get(f"/social/@{name}/") for name in ("anna", "nobo"))
    assert hers.status_code == nobodys.status_code == 404
    assert hers.content.decode().replace("anna", "nobo") == nobodys.content.decode()


def test_the_other_network_has_its_own_people():
    person("anna", "professional")
    assert client_of(None).get("/social/@anna/").status_code == 404


def test_members_only_are_absent_for_strangers_and_there_for_members():
    person("anna", reach=2)
    assert client_of(None).get("/social/@anna/").status_code == 404
    assert client_of(person("bert", "professional")).get("/social/@anna/").status_code == 404
    assert client_of(person("carl")).get("/social/@anna/").status_code == 200


def test_ties_are_counted_without_those_who_are_behind_the_door():
    anna, bert, carl, dora = person("anna"), person("bert"), person("carl"), person("dora")
    befriend(anna, bert)
    befriend(anna, carl)
    assert "2 friends" in client_of(dora).get("/social/@anna/").content.decode()
    block(carl, persona=dora)
    assert "1 friend<" in client_of(dora).get("/social/@anna/").content.decode()


def test_a_profile_makes_the_same_number_of_queries_for_a_few_ties_and_for_many(
    django_assert_max_num_queries,
):
    anna, bert = person("anna"), person("bert")
    for number in range(12):
        other = person(f"other{number:02}")
        befriend(anna, other)
        befriend(bert, other)
    client = client_of(bert)
    with django_assert_max_num_queries(25):
        client.get("/social/@anna/")


def test_one_edits_oneself_and_nobody_else():
    anna, bert = person("anna"), person("bert")
    fields = {"name": "Anna B.", "line": "Rye first", "reach": 3, "language": "en", "time_zone": "Europe/Berlin",
              "website": "https://rye.example", "about": "One\r\n\r\nTwo", "place": "Lund"}  # fmt: skip
    assert client_of(anna).post("/social/@anna/edit/", fields).status_code == 303
    anna.refresh_from_db()
    assert (anna.name, anna.line, anna.about) == ("Anna B.", "Rye first", "One\n\nTwo")
    assert client_of(bert).post("/social/@anna/edit/", fields).status_code == 404
    assert client_of(bert).get("/social/@anna/edit/").status_code == 404


def test_what_was_typed_comes_back_with_the_reason():
    anna = person("anna")
    fields = {"name": "", "line": "kept as typed", "reach": 3, "language": "en", "time_zone": "UTC",
              "website": "javascript:alert(1)"}  # fmt: skip
    answer = client_of(anna).post("/social/@anna/edit/", fields)
    assert answer.status_code == 422
    assert "kept as typed" in answer.content.decode()
    assert Persona.objects.get(pk=anna.pk).line == ""


def test_signed_out_people_are_asked_to_sign_in_and_come_back():
    person("anna")
    answer = client_of(None).get("/social/@anna/edit/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/?next=")


@pytest.mark.parametrize("shape", ["picture", "banner"])
def test_a_picture_is_taken_in_shown_and_taken_away(shape):
    anna = person("anna")
    client = client_of(anna)
    answer = client.post(f"/social/@anna/{shape}/", {"upload": _picture(), "crop": "0.1,0.1,0.5,0.5"})
    assert answer.status_code == 303
    anna.refresh_from_db()
    stored = getattr(anna, shape)
    assert stored
    assert stored in client.get("/social/@anna/").content.decode()
    assert client.get(f"/media/p/{stored}-large.webp")["Content-Type"] == "image/webp"
    client.post(f"/social/@anna/{shape}/", {"remove": "1"})
    anna.refresh_from_db()
    assert getattr(anna, shape) == ""


def test_what_is_no_picture_is_refused_in_words():
    file = io.BytesIO(b"MZ this is a program")
    file.name = "me.jpg"
    answer = client_of(person("anna")).post("/social/@anna/picture/", {"upload": file})
    assert answer.status_code == 422
    assert "not a picture" in answer.content.decode()


def test_a_website_is_only_ever_a_link_to_the_web():
    anna = person("anna")
    edit_persona(anna, website='https://example.org/"onmouseover="x')
    assert '"onmouseover' not in client_of(None).get("/social/@anna/").content.decode()


@pytest.mark.parametrize("handle", ["dora", "carl", "anna", ""])
def test_the_counts_are_those_of_the_door(handle):
    """The one statement says what the ORM says with the door's own condition."""
    people = {name: person(name) for name in ("anna", "bert", "carl", "dora", "eve")}
    hidden = person("hidden", reach=2)
    for other in ("bert", "carl"):
        befriend(people["anna"], people[other])
        follow(people[other], followed=people["anna"])
    befriend(people["anna"], hidden)
    block(people["carl"], persona=people["dora"])
    viewer = Viewer.of(people[handle]) if handle else Viewer.stranger("social")
    ties = Tie.objects.filter(AdmitsPersona.to(viewer, at="other"), owner=people["anna"]).count()
    followers = Follow.objects.filter(
        AdmitsPersona.to(viewer, at="follower"), followed=people["anna"]
    ).count()
    assert counted(viewer, people["anna"]) == (ties, followers)


def test_words_about_oneself_are_for_whom_one_likes():
    nadia, friend, member = (person(name, "professional") for name in ("nadia", "friend", "member"))
    befriend(nadia, friend)
    client, at = client_of(nadia), "/professional/@nadia/"
    typed = {"name": "Nadia", "about": "Between us", "place": "Quay 4", "reach": "3", "language": "en",
             "time_zone": "UTC", "reach_about": "ties", "reach_place": ""}  # fmt: skip
    assert client.post(f"{at}edit/", typed).status_code == 303

    def seen(persona: Persona | None, path: str = "") -> set[str]:
        text = client_of(persona).get(at + path).content.decode()
        return {word for word in ("Between us", "Quay 4") if word in text}

    assert seen(None) == seen(member) == seen(member, "cv/") == {"Quay 4"}
    assert (
        seen(friend) == seen(nadia) == seen(friend, "cv/") == seen(nadia, "edit/") == {"Between us", "Quay 4"}
    )
    assert 'value="ties" selected' in client.get(f"{at}edit/").content.decode()
    # What does not know of audiences goes on keeping the one that was chosen; widening shows it to all again.
    introduce(nadia, about="Between us, still")
    assert "Between us" not in client_of(member).get(at).content.decode()
    assert (
        client.post(f"{at}edit/", {**typed, "website": "javascript:alert(1)", "reach_about": ""}).status_code
        == 422
    )
    assert client.post(f"{at}edit/", {**typed, "reach_about": ""}).status_code == 303
    assert seen(member) == {"Between us", "Quay 4"}
