"""A group from its making to its end, through its pages."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.groups import actions, queries
from twofold.network.groups.models import Group, Membership
from twofold.network.posts.models import Post
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db
FORM = {
    "name": "Dike watchers",
    "about": "Water, and what holds it back.",
    "openness": "public",
    "door": "open",
}


def make(client: Client, network: str = "social", **words: str) -> tuple[Group, str]:
    answer = client.post(f"/{network}/groups/new/", {**FORM, **words})
    assert answer.status_code == 303, answer.content
    group = Group.objects.latest("created_at")
    return group, f"/{network}/groups/{encode(group.pk)}/"


def say(client: Client, at: str, text: str) -> None:
    assert client.post(at, {"text": text, "once": text}).status_code == 303


def reads(client: Client, at: str) -> str:
    return client.get(at, follow=True).content.decode()


def role(group: Group, persona: Persona) -> str:
    found = Membership.objects.filter(group=group, persona=persona).first()
    return found.role if found else ""


@pytest.fixture
def ada() -> Persona:
    return person("ada", name="Ada Lind")


@pytest.fixture
def ben() -> Persona:
    return person("ben", name="Ben Okri")


def test_a_group_is_made_found_joined_written_in_and_left(ada, ben):
    owner, guest = client_of(ada), client_of(ben)
    _group, at = make(owner, openness="private", rules="Be kind.")
    say(owner, at, "The sluice opens at nine")
    assert "Dike watchers" in reads(guest, "/social/groups/?name=dike")
    assert "sluice" not in reads(guest, at)
    assert guest.post(at, {"text": "me too"}).status_code == 422
    refused = guest.post(at + "join/", {})
    assert refused.status_code == 422
    assert "agree" in refused.content.decode()
    assert guest.post(at + "join/", {"agreed": "on"}).status_code == 303
    page = reads(guest, at)
    assert "The sluice opens at nine" in page
    assert "2 members" in page
    say(guest, at, "I bring a lamp")
    post = Post.objects.get(text="I bring a lamp")
    assert "Dike watchers" in reads(owner, f"/social/posts/{encode(post.pk)}/")
    assert "Ben Okri" in reads(owner, at + "members/?name=okri")
    assert "Nobody is told" in reads(guest, at + "leave/")
    assert guest.post(at + "leave/").status_code == 303
    assert "sluice" not in reads(guest, at)
    sluice = Post.objects.get(text="The sluice opens at nine")
    assert guest.get(f"/social/posts/{encode(sluice.pk)}/").status_code == 404
    assert guest.get(f"/social/posts/{encode(post.pk)}/").status_code == 200
    assert guest.get(at + "members/").status_code == 404


def test_what_is_typed_comes_back_when_a_group_cannot_be_made(ada):
    answer = client_of(ada).post(
        "/social/groups/new/", {**FORM, "openness": "hidden", "rules": "No shouting"}
    )
    words = answer.content.decode()
    assert answer.status_code == 422
    assert "Nobody finds a hidden group" in words
    assert "No shouting" in words
    assert "Dike watchers" in words
    assert not Group.objects.exists()


def test_who_asks_answers_and_reads_nothing_before_being_let_in(ada, ben):
    owner, guest = client_of(ada), client_of(ben)
    group, at = make(owner, openness="private", door="ask", questions="Why?\n\nSince when?")
    say(owner, at, "Only for us")
    missing = guest.post(at + "join/", {"answer0": "For the water"})
    assert missing.status_code == 422
    assert "For the water" in missing.content.decode()
    guest.post(at + "join/", {"answer0": "For the water", "answer1": "Since May"})
    assert role(group, ben) == "pending"
    assert "Only for us" not in reads(guest, at)
    assert guest.get(at + "desk/").status_code == guest.get(at + "members/").status_code == 404
    desk = reads(owner, at + "desk/")
    assert "Since when?" in desk
    assert "For the water" in desk
    who = f"{at}members/{encode(ben.pk)}/"
    assert guest.post(who + "admit/").status_code == 404
    owner.post(who + "refuse/")
    assert role(group, ben) == ""
    guest.post(at + "join/", {"answer0": "Please", "answer1": "Today"})
    owner.post(who + "admit/")
    assert "Only for us" in reads(guest, at)


def test_posts_wait_until_they_are_looked_at(ada, ben):
    owner, guest, other = client_of(ada), client_of(ben), client_of(person("cleo"))
    _group, at = make(owner, looked_at="on")
    for client in (guest, other):
        client.post(at + "join/")
    say(guest, at, "First words")
    say(guest, at, "Second words")
    first, second = (Post.objects.get(text=f"{each} words") for each in ("First", "Second"))
    for client, sees in ((guest, 200), (owner, 200), (other, 404), (Client(), 404)):
        assert client.get(f"/social/posts/{encode(first.pk)}/").status_code == sees
    mine = reads(guest, at)
    assert mine.index("waiting to be looked at") < mine.index("Second words") < mine.index("First words")
    assert "First words" not in reads(other, at)
    assert "First words" not in reads(owner, at)
    assert "First words" in reads(owner, at + "desk/")
    assert other.post(f"{at}posts/{encode(first.pk)}/approve/").status_code == 404
    owner.post(f"{at}posts/{encode(first.pk)}/approve/")
    owner.post(f"{at}posts/{encode(second.pk)}/out/")
    drain()
    assert "First words" in reads(other, at)
    assert "First words" in reads(Client(), at)
    assert other.get(f"/social/posts/{encode(second.pk)}/").status_code == 404
    assert "Second words" in reads(guest, f"/social/posts/{encode(second.pk)}/")
    owner.post(f"{at}posts/{encode(first.pk)}/pin/")
    assert "Pinned" in reads(other, at)
    assert reads(other, at).count("First words") == 1
    owner.post(f"{at}posts/{encode(first.pk)}/out/")
    assert "First words" not in reads(other, at)
    assert other.get(f"/social/posts/{encode(first.pk)}/").status_code == 404


def test_a_hidden_group_is_there_for_those_invited_alone(ada, ben):
    owner, guest, other = client_of(ada), client_of(ben), client_of(person("cleo"))
    group, at = make(owner, openness="hidden", door="invited")
    say(owner, at, "In secret")
    assert guest.get(at).status_code == other.get(at).status_code == 404
    assert owner.post(at + "desk/", {"handle": "nobody.here"}).status_code == 422
    owner.post(at + "desk/", {"handle": "@ben"})
    assert "Dike watchers" in reads(guest, "/social/groups/")
    assert "In secret" not in reads(guest, at)
    assert other.get(at).status_code == 404
    guest.post(at + "decline/")
    assert "Dike watchers" not in reads(guest, "/social/groups/")
    assert "Ben Okri" in reads(owner, at + "desk/")
    guest.post(at + "join/")
    assert "In secret" in reads(guest, at)
    assert role(group, ben) == "member"
    assert "Dike watchers" in reads(guest, "/social/groups/")


def test_a_link_lets_in_until_it_is_called_back(ada, ben):
    owner, guest, other = client_of(ada), client_of(ben), client_of(person("cleo"))
    group, at = make(owner, openness="hidden", door="invited", rules="Be kind.")
    owner.post(at + "links/")
    link = group.links.get()
    way = f"/social/groups/by/{link.secret}/"
    assert "Be kind." in reads(guest, way)
    assert guest.post(way).status_code == 422
    assert guest.post(way, {"agreed": "on"}).status_code == 303
    assert role(group, ben) == "member"
    assert guest.get(way).status_code == 303
    owner.post(f"{at}links/{encode(link.pk)}/revoke/")
    assert other.get(way).status_code == other.post(way, {"agreed": "on"}).status_code == 404


def test_who_is_sent_away_finds_nothing_even_with_a_page_still_open(ada, ben):
    owner, guest = client_of(ada), client_of(ben)
    group, at = make(owner)
    guest.post(at + "join/")
    say(owner, at, "Public words")
    owner.post(at + "links/")
    owner.post(f"{at}members/{encode(ben.pk)}/away/")
    post = Post.objects.get(text="Public words")
    for path in (at, at + "members/", f"/social/posts/{encode(post.pk)}/"):
        assert guest.get(path).status_code == 404
    for path in (at, at + "join/", at + "leave/", f"/social/groups/by/{group.links.get().secret}/"):
        assert guest.post(path, {"text": "still here"}).status_code == 404
    assert Client().get(at).status_code == 200
    owner.post(f"{at}members/{encode(ben.pk)}/forgive/")
    assert guest.post(at + "join/").status_code == 303


def test_roles_are_given_from_above(ada, ben):
    cleo = person("cleo")
    owner, guest, third = client_of(ada), client_of(ben), client_of(cleo)
    group, at = make(owner)
    for client in (guest, third):
        client.post(at + "join/")
    at_ben, at_cleo, at_ada = (f"{at}members/{encode(each.pk)}/" for each in (ben, cleo, ada))
    assert guest.post(at_cleo + "role/", {"role": "moderator"}).status_code == 404
    owner.post(at_ben + "role/", {"role": "admin"})
    guest.post(at_cleo + "role/", {"role": "moderator"})
    assert (role(group, ben), role(group, cleo)) == ("admin", "moderator")
    assert guest.post(at_cleo + "role/", {"role": "admin"}).status_code == 403
    assert guest.post(at_ada + "away/").status_code == third.post(at_ben + "away/").status_code == 403
    assert "What Cleo is here" in reads(guest, at + "members/")
    assert "Send away" not in reads(third, at + "members/")
    assert third.get(at + "desk/").status_code == 200
    assert third.get(at + "edit/").status_code == 404
    assert guest.get(at + "edit/").status_code == 200
    assert guest.get(at + "close/").status_code == 404


def test_the_last_owner_hands_on_and_the_last_member_closes(ada, ben):
    cleo = person("cleo")
    owner, guest, third = client_of(ada), client_of(ben), client_of(cleo)
    group, at = make(owner)
    for client in (guest, third):
        client.post(at + "join/")
    say(owner, at, "My farewell")
    owner.post(f"{at}members/{encode(cleo.pk)}/role/", {"role": "moderator"})
    assert "owns it after you" in reads(owner, at + "leave/")
    owner.post(at + "leave/")
    assert (role(group, cleo), role(group, ben)) == ("owner", "member")
    erase_persona(cleo)
    drain()
    assert role(group, ben) == "owner"
    guest.post(at + "leave/")
    drain()
    assert guest.get(at).status_code == 404
    post = Post.objects.get(text="My farewell")
    assert guest.get(f"/social/posts/{encode(post.pk)}/").status_code == 404
    assert owner.get(f"/social/posts/{encode(post.pk)}/").status_code == 200


def test_a_group_closes_further_and_never_opens(ada, ben):
    owner, guest = client_of(ada), client_of(ben)
    _group, at = make(owner)
    say(owner, at, "For all to read")
    post = f"/social/posts/{encode(Post.objects.get(text='For all to read').pk)}/"
    assert Client().get(post).status_code == 200
    assert owner.post(at + "edit/", {**FORM, "name": "Moles", "openness": "private"}).status_code == 303
    assert guest.get(post).status_code == Client().get(post).status_code == 404
    assert "Moles" in reads(owner, post)
    answer = owner.post(at + "edit/", {**FORM, "name": "Moles"})
    assert answer.status_code == 422
    assert "never open up" in answer.content.decode()


def test_an_archived_group_is_read_only_and_a_closed_one_is_gone(ada, ben):
    owner, guest = client_of(ada), client_of(ben)
    _group, at = make(owner)
    guest.post(at + "join/")
    say(guest, at, "While it lasts")
    thread = f"/social/posts/{encode(Post.objects.get(text='While it lasts').pk)}/"
    owner.post(at + "close/", {"act": "archive"})
    assert guest.post(at, {"text": "too late"}).status_code == 422
    for each in (guest, owner):
        assert each.post(thread + "comment", {"text": "too late"}).status_code == 403
        page = reads(each, thread)
        assert "nothing is added" in page
        assert 'action="' + thread + 'comment"' not in page
    assert client_of(person("cleo")).post(at + "join/").status_code == 422
    owner.post(at + "close/", {"act": "reopen"})
    say(guest, at, "Back again")
    assert guest.post(thread + "comment", {"text": "in time"}).status_code == 303
    assert owner.post(at + "close/", {"act": "close", "name": "Dike"}).status_code == 422
    assert owner.post(at + "close/", {"act": "close", "name": "dike watchers"}).status_code == 303
    drain()
    assert owner.get(at).status_code == guest.get(at).status_code == 404
    post = Post.objects.get(text="Back again")
    assert (Client().get(f"/social/posts/{encode(post.pk)}/").status_code) == 404


def test_the_group_page_asks_the_same_questions_however_long_it_is(ada, ben):
    group, at = make(client_of(ada))
    actions.join(ben, group=group)
    guest = client_of(ben)
    counts = []
    for number in (1, 25):
        for each in range(number):
            actions.write(ada, group=group, text=f"Words {number} {each}")
        guest.get(at)
        with CaptureQueriesContext(connection) as asked:
            page = guest.get(at).content.decode()
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 14, counts
    following = page.partition('rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
    assert "Words 1 0" in reads(guest, at + following)
    assert "Words 25 3" in reads(guest, at + "?name=25+3")


def test_a_group_is_asked_in_a_poll_and_only_those_inside_vote(ada, ben):
    owner, guest = client_of(ada), client_of(ben)
    _group, at = make(owner, openness="private")
    poll = {"text": "Which day?", "option": ["Monday", ""], "days": "3", "once": "a"}
    short = owner.post(at, poll)
    assert (short.status_code, 'value="Monday"' in short.content.decode()) == (422, True)
    assert owner.post(at, {**poll, "option": ["Monday", "Friday"]}).status_code == 303
    post = Post.objects.get(text="Which day?")
    vote = f"/social/posts/{encode(post.pk)}/vote"
    assert guest.get(vote).status_code == 404
    guest.post(at + "join/", {})
    page = reads(guest, at)
    assert "Friday" in page
    assert "Friday" in reads(guest, vote)


def test_ties_who_came_into_an_open_group_are_named_and_what_they_say_there_counts(ada, ben):
    befriend(ada, ben)
    cleo = person("cleo")
    opened = actions.make_group(cleo, name="Lock keepers", openness="public", door="open")
    closed = actions.make_group(cleo, name="Night watch", openness="private", door="open")
    for group in (opened, closed):
        actions.join(ben, group=group)
    actions.write(ben, group=opened, text="Here I am")
    viewer, since = Viewer.of(ada), clock.now() - timedelta(days=1)
    found = queries.arrivals(viewer, [ben.pk, cleo.pk], since=since)
    assert [(each.group, each.people, each.said) for each in found] == [(opened, [ben], 1)]
    assert queries.arrivals(viewer, [ben.pk], since=clock.now()) == []
    assert "Ben Okri came in" in reads(client_of(ada), "/social/groups/")
    actions.join(ada, group=closed)
    assert len(queries.arrivals(viewer, [ben.pk], since=since)) == 2
    assert [each.group for each in queries.lately(viewer)] == [opened]


def test_the_desk_says_how_many_wait_and_a_link_that_ran_out_what_to_do(ada, ben):
    mine, theirs = client_of(ada), client_of(ben)
    _group, at = make(mine, door="ask", looked_at="on")
    assert 'class="n"' not in reads(mine, at).split('class="tabs"')[1].split("</nav>")[0]
    theirs.post(at + "join/", {"answer0": "Yes"})
    assert 'class="n">1<' in reads(mine, at)
    assert 'class="n">1<' not in reads(theirs, at)
    answer = theirs.get("/social/groups/by/nothing/")
    assert (answer.status_code, "leads nowhere" in answer.content.decode()) == (404, True)


def test_those_who_keep_a_group_show_a_picture_and_a_banner():
    ada, ben = person("ada"), person("ben")
    group, at = make(client_of(ada))
    client_of(ben).post(f"{at}join/", {"agreed": "on"})
    for shape in ("picture", "banner"):
        sent = {"upload": SimpleUploadedFile("boat.png", _drawing(), "image/png"), "crop": "0,0,0.5,0.5"}
        assert client_of(ben).post(f"{at}{shape}/", sent).status_code == 404
        sent["upload"].seek(0)
        assert client_of(ada).post(f"{at}{shape}/", sent).status_code == 303
    group.author.refresh_from_db()
    page = client_of(ben).get(at).content.decode()
    assert f"/media/p/{group.author.banner}-large.webp" in page
    assert group.author.picture in page
    assert client_of(ben).get(f"/media/p/{group.author.picture}-medium.webp").status_code == 200
    wrong = client_of(ada).post(f"{at}picture/", {"upload": SimpleUploadedFile("boat.png", b"MZ" * 400)})
    assert wrong.status_code == 422
    assert "not a picture" in wrong.content.decode()
    client_of(ada).post(f"{at}banner/", {"remove": "1"})
    group.author.refresh_from_db()
    assert (bool(group.author.picture), group.author.banner) == (True, "")


def _drawing() -> bytes:
    into = BytesIO()
    Image.new("RGB", (640, 640), "teal").save(into, "PNG")
    return into.getvalue()
