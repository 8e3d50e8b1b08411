"""Conversations as people meet them: through HTTP, by two and by several."""

import io
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.media.models import Picture
from twofold.network.messaging import actions, queries
from twofold.network.messaging.models import Conversation, Manner, Membership, Message
from twofold.people.graph.actions import block
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db
HOME = "/social/messages/"


@pytest.fixture(autouse=True)
def _shelves_of_its_own(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def ada():
    return person("ada", name="Ada")


@pytest.fixture
def bo():
    return person("boris", name="Boris")


@pytest.fixture
def tied(ada, bo):
    befriend(ada, bo)
    return actions.open_pair(ada, other=bo)


def at(talk: Conversation, act: str = "") -> str:
    return f"{HOME}{encode(talk.pk)}/{act}"


def line(message: Message, act: str) -> str:
    return f"{HOME}lines/{encode(message.pk)}/{act}"


def page(persona, address: str, status: int = 200) -> str:
    answer = client_of(persona).get(address)
    assert answer.status_code == status
    return answer.content.decode()


def write(persona, talk: Conversation, text: str, **more):
    return client_of(persona).post(at(talk), {"text": text, **more})


def photo() -> SimpleUploadedFile:
    file = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(file, "PNG")
    return SimpleUploadedFile("a.png", file.getvalue(), "image/png")


def test_two_friends_write_to_each_other_and_nobody_else_reads_it(ada, bo):
    befriend(ada, bo)
    begun = client_of(ada).post(f"{HOME}with/@boris/")
    assert begun.status_code == 303
    talk = Conversation.objects.get()
    assert "No conversations yet" in page(bo, HOME)
    write(ada, talk, "The boat is red.")
    assert "The boat is red." in page(bo, HOME)
    assert "The boat is red." in page(bo, at(talk))
    assert queries.unread_count(Viewer.of(bo)) == 0
    cyril = person("cyril")
    assert client_of(cyril).get(at(talk)).status_code == 404
    assert client_of(cyril).get(at(talk, "newer")).status_code == 404
    assert write(cyril, talk, "Me too").status_code == 404
    assert "boat" not in page(cyril, HOME)


def test_what_waits_is_counted_until_it_is_read(ada, bo, tied):
    assert queries.unread_count(Viewer.of(bo)) == 0
    write(ada, tied, "One")
    write(ada, tied, "Two")
    assert queries.unread_count(Viewer.of(bo)) == 1
    assert queries.unread_count(Viewer.of(ada)) == 0
    client_of(bo).get(at(tied))
    assert queries.unread_count(Viewer.of(bo)) == 0
    client_of(bo).post(at(tied, "act"), {"what": "unread:on"})
    assert queries.unread_count(Viewer.of(bo)) == 1
    client_of(bo).post(at(tied, "act"), {"what": "muted:on"})
    assert queries.unread_count(Viewer.of(bo)) == 0


def test_a_stranger_asks_with_words_alone_and_is_declined_in_silence(ada, bo):
    talk = actions.open_pair(ada, other=bo)
    assert write(ada, talk, "We met at the fair.").status_code == 303
    assert write(ada, talk, "Look", pictures=photo()).status_code == 422
    assert "Requests" in page(bo, HOME)
    assert "We met at the fair." not in page(bo, HOME)
    assert "We met at the fair." in page(bo, HOME + "?in=requests")
    assert "Accept" in page(bo, at(talk))
    assert write(bo, talk, "Hm").status_code == 422
    before = page(ada, at(talk))
    client_of(bo).post(at(talk, "act"), {"what": "decline"})
    once = re.compile(r'name="(once|csrfmiddlewaretoken)" value="[^"]*"|nonce="[^"]*"|"X-CSRFToken[^}]*')
    assert once.sub("", page(ada, at(talk))) == once.sub("", before)
    assert client_of(bo).get(at(talk)).status_code == 404
    assert write(ada, talk, "Hello?").status_code == 303
    assert write(ada, talk, "Hello??").status_code == 303
    assert write(ada, talk, "Hello???").status_code == 422
    assert queries.unread_count(Viewer.of(bo)) == 0
    again = client_of(bo).post(f"{HOME}with/@ada/")
    assert "Hello?" in page(bo, again["Location"])


def test_an_accepted_request_is_a_conversation_like_any_other(ada, bo):
    talk = actions.open_pair(ada, other=bo)
    write(ada, talk, "We met at the fair.")
    client_of(bo).post(at(talk, "act"), {"what": "accept"})
    assert write(bo, talk, "So we did.").status_code == 303
    assert write(ada, talk, "", pictures=photo()).status_code == 303
    assert "/media/" in page(bo, at(talk))


def test_people_say_who_may_begin_to_write(ada, bo):
    client_of(bo).post(f"{HOME}settings", {"writers": "2"})
    assert client_of(ada).post(f"{HOME}with/@boris/").status_code == 403
    assert "people they know only" in page(ada, f"{HOME}with/@boris/")
    befriend(ada, bo)
    assert client_of(ada).post(f"{HOME}with/@boris/").status_code == 303


def test_one_begins_to_write_to_few_strangers_a_day(ada, monkeypatch):
    monkeypatch.setattr("twofold.network.messaging.policies.STRANGERS_A_DAY", 3)
    for number in range(3):
        actions.open_pair(ada, other=person(f"member.{number}"))
    other = person("one.more")
    assert client_of(ada).post(f"{HOME}with/@one.more/").status_code == 403
    befriend(ada, other)
    assert client_of(ada).post(f"{HOME}with/@one.more/").status_code == 303


def test_the_same_message_sent_twice_is_there_once(ada, bo, tied):
    for _again in range(3):
        assert write(ada, tied, "Only once", once="key").status_code == 303
    assert Message.objects.count() == 1


def test_too_much_and_nothing_are_answered_and_nothing_is_lost(ada, tied):
    long = write(ada, tied, "x" * 1_000_000)
    assert long.status_code == 422
    assert "too long" in long.content.decode()
    assert "xxxx" in long.content.decode()
    assert write(ada, tied, "  \n ").status_code == 422
    assert not Message.objects.exists()


def test_a_block_hides_the_conversation_from_both(ada, bo, tied):
    write(ada, tied, "Before")
    block(bo, persona=ada)
    for each in (ada, bo):
        assert client_of(each).get(at(tied)).status_code == 404
        assert "Before" not in page(each, HOME)
        assert write(each, tied, "After").status_code == 404
    assert client_of(ada).post(f"{HOME}with/@boris/").status_code == 404


def test_a_message_is_changed_and_taken_back_by_its_writer_in_time(ada, bo, tied):
    write(ada, tied, "Helo")
    message = Message.objects.get()
    assert client_of(bo).post(line(message, "edit"), {"text": "Mine"}).status_code == 403
    client_of(ada).post(line(message, "edit"), {"text": "Hello"})
    shown = page(bo, at(tied))
    assert "Hello" in shown
    assert "changed" in shown
    Message.objects.update(sent_at=clock.now() - timedelta(minutes=20))
    assert client_of(ada).post(line(message, "edit"), {"text": "Late"}).status_code == 422
    assert client_of(bo).post(line(message, "take-back")).status_code == 403
    client_of(ada).post(line(message, "take-back"))
    assert "Hello" not in page(bo, at(tied))
    assert "taken back" in page(bo, at(tied))
    assert not Message.objects.get().text


def test_what_one_deletes_for_oneself_the_others_keep(ada, bo, tied):
    write(ada, tied, "Keep me")
    message = Message.objects.get()
    shown = client_of(bo).post(line(message, "hide"), follow=True).content.decode()
    assert "Keep me" not in shown
    assert "Keep me" in page(ada, at(tied))
    assert line(message, "hide/undo") in shown
    assert client_of(person("cyril")).post(line(message, "hide/undo")).status_code == 404
    client_of(bo).post(line(message, "hide/undo"))
    assert "Keep me" in page(bo, at(tied))


def test_what_is_put_away_says_so_and_comes_back_with_one_press(bo, tied):
    client = client_of(bo)
    for name, words in (("archived", "Archived."), ("muted", "Muted")):
        told = client.post(f"{at(tied)}act", {"what": f"{name}:on"}, follow=True).content.decode()
        assert words in told
        assert f'value="{name}:off">Undo' in told


def test_what_one_can_do_with_a_line_depends_on_whose_it_is(ada, bo, tied):
    write(ada, tied, "Helo")
    message = Message.objects.get()
    assert "Change" in page(ada, line(message, ""))
    assert "Change" not in page(bo, line(message, ""))
    Message.objects.update(sent_at=clock.now() - timedelta(minutes=20))
    assert "Change" not in page(ada, line(message, ""))
    assert "Take back" in page(ada, line(message, ""))
    late = client_of(ada).post(line(message, "edit"), {"text": "Hello, I meant"})
    assert late.status_code == 422
    assert "Hello, I meant" in late.content.decode()
    page(person("cyril"), line(message, ""), 404)
    assert (
        "<html" not in client_of(ada).get(line(message, ""), headers={"HX-Request": "true"}).content.decode()
    )


def test_a_line_of_long_ago_is_answered(ada, bo, tied):
    first = actions.send(
        ada, conversation=tied, text="Who brings the oars?", at=clock.now() - timedelta(minutes=50)
    )
    for number in range(45):
        actions.send(
            bo, conversation=tied, text=f"Line {number}", at=clock.now() - timedelta(minutes=49 - number)
        )
    form = page(bo, at(tied) + f"?reply={encode(first.pk)}")
    assert "Who brings the oars?" in form
    write(bo, tied, "I do", reply=encode(first.pk))
    assert Message.objects.get(text="I do").reply_to_id == first.pk


def test_a_retry_stores_its_pictures_once(ada, tied):
    for _again in range(2):
        assert write(ada, tied, "Look", pictures=photo(), once="key").status_code == 303
    assert Picture.objects.count() == 1


def test_a_block_takes_whoever_the_owner_hides_out_of_the_group(ada, bo):
    cyril = person("cyril")
    for each in (bo, cyril):
        befriend(ada, each)
    talk = actions.begin_group(ada, name="Boats", people=[bo, cyril])
    block(bo, persona=ada)
    drain()
    assert not Membership.objects.filter(conversation=talk, persona=bo).exists()
    assert client_of(bo).get(at(talk)).status_code == 404
    assert write(cyril, talk, "Aye").status_code == 303


def test_signs_are_put_exchanged_and_taken_away(ada, bo, tied):
    write(ada, tied, "Ship ahoy")
    message = Message.objects.get()
    for sign in ("👍", "❤️"):
        client_of(bo).post(line(message, "sign"), {"sign": sign})
    shown = page(ada, at(tied))
    assert shown.count('class="signed"') == 1
    assert "❤️ 1" in shown
    assert client_of(bo).post(line(message, "sign"), {"sign": "<b>"}).status_code == 422
    client_of(bo).post(line(message, "sign"), {"sign": ""})
    assert 'class="signed"' not in page(ada, at(tied))


def test_a_group_is_begun_named_grown_and_left(ada, bo):
    cyril, dora = person("cyril"), person("dora")
    for each in (bo, cyril, dora):
        befriend(ada, each)
    made = client_of(ada).post(f"{HOME}new", {"people": "@boris, @cyril", "name": "Boats"})
    talk = Conversation.objects.get()
    assert made["Location"] == at(talk)
    write(bo, talk, "Aye")
    assert "Aye" in page(cyril, at(talk))
    assert client_of(dora).get(at(talk)).status_code == 404
    assert client_of(bo).post(at(talk, "people"), {"what": "rename", "name": "Mine"}).status_code == 403
    client_of(ada).post(at(talk, "people"), {"what": "add", "people": "@dora"})
    assert "Aye" in page(dora, at(talk))
    client_of(ada).post(at(talk, "people"), {"what": "remove", "member": encode(dora.pk)})
    assert client_of(dora).get(at(talk)).status_code == 404
    assert 'value="leave"' not in page(ada, at(talk)), "the menu leads to where it is asked"
    assert 'value="leave"' in page(ada, at(talk, "people"))
    client_of(ada).post(at(talk, "act"), {"what": "leave"})
    assert client_of(ada).get(at(talk)).status_code == 404
    write(bo, talk, "She is gone")
    assert "She is gone" in page(cyril, at(talk))
    assert "She is gone" not in page(ada, HOME)
    assert client_of(bo).post(at(talk, "people"), {"what": "rename", "name": "Ships"}).status_code == 303
    for each in (bo, cyril):
        client_of(each).post(at(talk, "act"), {"what": "leave"})
    assert not Conversation.objects.exists()


def test_nobody_is_put_into_a_group_by_a_stranger(ada, bo):
    answer = client_of(ada).post(f"{HOME}new", {"people": "@boris", "name": "Trap"})
    assert answer.status_code == 422
    assert 'value="Trap"' in answer.content.decode()


def test_folders_and_search(ada, bo, tied):
    write(ada, tied, "The lighthouse keeper called")
    assert "lighthouse" in page(bo, HOME + "?q=lighthouse")
    assert "Nothing found" in page(bo, HOME + "?q=submarine")
    assert "Nothing found" in page(person("cyril"), HOME + "?q=lighthouse")
    write(ada, tied, "Ferry to Åland")
    assert "Åland" in page(bo, HOME + "?q=FERRY aland")
    cyril = person("cyrus", name="Cyrus")
    befriend(bo, cyril)
    other = actions.open_pair(bo, other=cyril)
    write(bo, other, "A lighthouse of paper")
    inside = f"{HOME}?within={encode(other.pk)}"
    assert inside in page(bo, at(other))
    assert "What was said in it?" in page(bo, inside)
    found = page(bo, inside + "&q=lighthouse")
    assert "of paper" in found
    assert "keeper" not in found
    page(ada, inside + "&q=lighthouse", 404)
    page(bo, f"{HOME}?within=nonsense", 404)
    client_of(bo).post(at(tied, "act"), {"what": "archived:on"})
    assert "keeper" not in page(bo, HOME)
    assert "Åland" in page(bo, HOME + "?in=archived")
    write(ada, tied, "And again")
    assert "And again" in page(bo, HOME)
    client_of(bo).post(at(tied, "keep"), {"text": "Half a"})
    assert "Half a" in page(bo, at(tied))
    assert "Half a" not in page(ada, at(tied))


def test_messages_go_by_themselves_when_their_time_is_over(ada, bo, tied):
    client_of(ada).post(at(tied, "people"), {"what": "vanish", "after": "3600"})
    write(ada, tied, "Gone in an hour")
    assert "Gone in an hour" in page(bo, at(tied))
    Message.objects.filter(notice="").update(expires_at=clock.now())
    assert "Gone in an hour" not in page(bo, at(tied))
    assert actions.sweep() == 1


def test_what_was_read_is_shown_only_between_two_who_show_it(ada, bo, tied):
    write(ada, tied, "Seen?")
    client_of(bo).get(at(tied))
    assert re.search(r'data-seen=""', page(ada, at(tied)))
    for each in (ada, bo):
        assert re.search(r'data-seen=""', page(ada, at(tied)))
        Manner.objects.create(persona=each, receipts=True)
    assert re.search(r'data-seen="\d+"', page(ada, at(tied)))


def test_whoever_goes_for_good_leaves_no_words_behind(ada, bo, tied):
    write(ada, tied, "My secret words")
    write(bo, tied, "My own words")
    erase_persona(ada)
    drain()
    assert not Message.objects.filter(text__contains="secret").exists()
    assert Message.objects.filter(text="My own words").exists()
    assert not Membership.objects.filter(persona=ada).exists()


def test_a_long_list_costs_no_more_queries_than_a_short_one(ada):
    def cost(address: str) -> int:
        client = client_of(ada)
        client.get(address)
        with CaptureQueriesContext(connection) as seen:
            client.get(address)
        return len(seen)

    talks = []
    for number in range(6):
        other = person(f"friend.{number}")
        befriend(ada, other)
        talks.append(actions.open_pair(ada, other=other))
        actions.send(other, conversation=talks[-1], text="Hi")
        if number == 0:
            one, one_talk = cost(HOME), cost(at(talks[0]))
    assert cost(HOME) == one
    for number in range(12):
        actions.send(ada, conversation=talks[0], text=f"Line {number}")
    assert cost(at(talks[0])) == one_talk


def test_every_page_opens(ada, bo, tied):
    for path in (HOME, f"{HOME}new", f"{HOME}settings", at(tied), at(tied, "people"), f"{HOME}?in=starred"):
        page(ada, path)
