"""What messages hold besides words: files, voice notes, links, names; and what is sent later or passed on."""

import array
import io
import math
import re
import threading
import wave
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.messaging import actions, queries
from twofold.network.messaging.models import Attachment, Later, LinkCard, Membership, Message
from twofold.people.graph.actions import block, unblock
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db
HOME = "/social/messages/"


@pytest.fixture(autouse=True)
def shelves(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def ada():
    return person("ada", name="Ada")


@pytest.fixture
def bo():
    return person("boris", name="Boris")


@pytest.fixture
def talk(ada, bo):
    befriend(ada, bo)
    return actions.open_pair(ada, other=bo)


def at(talk, act: str = "") -> str:
    return f"{HOME}{encode(talk.pk)}/{act}"


def page(persona, address: str) -> str:
    answer = client_of(persona).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def text_file(words: str = "Low at 10:42", name: str = "tide.html") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, words.encode(), "text/html")


def sound(seconds: float = 0.5) -> SimpleUploadedFile:
    """A tone that grows louder."""
    count, into = int(8000 * seconds), io.BytesIO()
    with wave.open(into, "wb") as file:
        file.setparams((1, 2, 8000, count, "NONE", ""))
        tone = (int(30_000 * each / count * math.sin(each / 4)) for each in range(count))
        file.writeframes(array.array("h", tone).tobytes())
    return SimpleUploadedFile("note.wav", into.getvalue(), "audio/wav")


def lying(shelves: Path) -> list[Path]:
    return [path for path in (shelves / "talks").glob("*/*") if path.is_file()]


def test_any_file_is_given_to_be_kept_and_never_shown(ada, bo, talk):
    given = [text_file("<script>1</script>"), SimpleUploadedFile("x.weird", b"\0\1", "image/png")]
    assert client_of(ada).post(at(talk), {"text": "", "files": given}).status_code == 303
    shown = page(bo, at(talk))
    assert "tide.html" in shown
    assert "x.weird" in shown
    assert "File" in page(bo, HOME)
    kept = Attachment.objects.get(name="tide.html")
    answer = client_of(bo).get(f"{HOME}files/{encode(kept.pk)}")
    assert b"".join(answer.streaming_content) == b"<script>1</script>"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert client_of(person("cyril")).get(f"{HOME}files/{encode(kept.pk)}").status_code == 404


def test_a_picture_that_is_added_as_a_file_loses_where_it_was_taken(ada, bo, talk):
    file, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = "at home"
    Image.new("RGB", (60, 40), "teal").save(file, "JPEG", exif=exif)
    client_of(ada).post(at(talk), {"files": SimpleUploadedFile("a.jpg", file.getvalue(), "image/jpeg")})
    assert not Attachment.objects.exists()
    message = Message.objects.get()
    assert message.pictures.count() == 1
    assert "data-picture" in page(bo, at(talk))


def test_files_have_their_limits_and_a_refusal_keeps_the_words_and_no_file(ada, talk, shelves, monkeypatch):
    monkeypatch.setattr("twofold.network.messaging.policies.MAX_FILE", 1000)
    files = [text_file(), text_file("x" * 1001)]
    answer = client_of(ada).post(at(talk), {"text": "Look at these", "files": files})
    assert answer.status_code == 422
    assert "There is room for" in answer.content.decode()
    assert "Look at these" in answer.content.decode()
    assert lying(shelves) == []
    many = [text_file(name=f"{number}.txt") for number in range(7)]
    assert "room for 6 files" in client_of(ada).post(at(talk), {"files": many}).content.decode()
    assert client_of(ada).post(at(talk), {"files": text_file("")}).status_code == 422
    assert not Message.objects.exists()
    assert lying(shelves) == []


def test_a_stranger_sends_no_file_and_no_link_card(ada, bo, shelves):
    asked = actions.open_pair(ada, other=bo)
    for field, file in (("files", text_file()), ("voice", sound())):
        answer = client_of(ada).post(at(asked), {"text": "See", field: file})
        assert "words only" in answer.content.decode()
    client_of(ada).post(at(asked), {"text": "See https://example.org/"})
    assert not LinkCard.objects.exists()
    assert lying(shelves) == []


def test_a_voice_note_is_made_anew_and_heard_in_pieces(ada, bo, talk, shelves):
    client_of(ada).post(at(talk), {"voice": sound()})
    assert "being made ready" in page(bo, at(talk))
    note = Attachment.objects.get()
    where = f"{HOME}files/{encode(note.pk)}"
    assert client_of(bo).get(where).status_code == 404
    drain()
    note.refresh_from_db()
    assert 0.4 < note.seconds < 0.7
    assert note.loudness[-1] > note.loudness[0]
    assert [path.suffix for path in lying(shelves)] == [".m4a"]
    shown = page(bo, at(talk))
    assert "<audio controls" in shown
    assert 'class="wave"' in shown
    assert "Voice note" in page(bo, HOME)
    answer = client_of(bo).get(where, headers={"Range": "bytes=0-31"})
    assert (answer.status_code, answer["Content-Type"]) == (206, "audio/mp4")
    assert answer.content[4:8] == b"ftyp"
    client_of(ada).post(at(talk), {"voice": text_file(name="song.mp3")})
    assert Attachment.objects.count() == 1
    broken = SimpleUploadedFile("a.ogg", b"OggS" + bytes(60), "audio/ogg")
    client_of(ada).post(at(talk), {"voice": broken})
    drain()
    assert "could not be opened" in page(bo, at(talk))


def test_files_go_with_what_they_were_part_of(ada, bo, talk, shelves, django_capture_on_commit_callbacks):
    def send() -> Message:
        client_of(ada).post(at(talk), {"files": text_file(), "voice": sound(0.1)})
        drain()
        return Message.objects.order_by("-position").first()

    with django_capture_on_commit_callbacks(execute=True):
        client_of(ada).post(f"{HOME}lines/{encode(send().pk)}/take-back")
    assert lying(shelves) == []
    message = send()
    Message.objects.filter(pk=message.pk).update(expires_at=clock.now() - timedelta(seconds=1))
    with django_capture_on_commit_callbacks(execute=True):
        actions.sweep()
    assert lying(shelves) == []
    message = send()
    file = message.attachments.first()
    actions.take_down(message.pk)
    assert client_of(bo).get(f"{HOME}files/{encode(file.pk)}").status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        erase_persona(ada)
        drain()
    assert lying(shelves) == []
    assert not Message.objects.exclude(words="").exists()


def test_behind_the_link_of_a_message_stands_a_card(ada, bo, talk):
    class Site(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<title>Of sluices</title>")

        def log_message(self, *_parts):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    place = f"127.0.0.1:{server.server_port}"
    client_of(ada).post(at(talk), {"text": f"Read http://{place}/ today"})
    message = Message.objects.get()
    actions.look_behind(message.pk)
    assert "linkcard" not in page(bo, at(talk))
    LinkCard.objects.update(fetched_at=None)
    actions.look_behind(message.pk, let_through=[place])
    server.shutdown()
    server.server_close()
    assert "Of sluices" in page(bo, at(talk))
    client_of(ada).post(f"{HOME}lines/{encode(message.pk)}/edit", {"text": "Read nothing today"})
    assert "Of sluices" not in page(bo, at(talk))


def test_a_name_in_a_group_reaches_whoever_muted_it(ada, bo):
    cyril = person("cyril", name="Cyril")
    for each in (bo, cyril):
        befriend(ada, each)
    group = actions.begin_group(ada, name="Crew", people=[bo, cyril])
    for each in (bo, cyril):
        client_of(each).get(at(group))
        client_of(each).post(at(group, "act"), {"what": "muted:on"})
    client_of(ada).post(at(group), {"text": "@boris and @nobody, the boat?"})
    assert 'href="/social/@boris/"' in page(bo, at(group) + "newer?since=0")
    assert "@nobody</a>" not in page(bo, at(group) + "newer?since=0")
    assert [queries.unread_count(Viewer.of(each)) for each in (bo, cyril)] == [1, 0]
    assert "Names you" in page(bo, HOME)
    client_of(bo).get(at(group))
    assert queries.unread_count(Viewer.of(bo)) == 0
    assert "Names you" not in page(bo, HOME)


def soon(**span) -> str:
    return f"{clock.now() + timedelta(**span):%Y-%m-%dT%H:%M}"


def test_what_is_sent_later_goes_out_once_by_itself(ada, bo, talk):
    answer = client_of(ada).post(at(talk), {"text": "Good morning", "due": soon(hours=5)}, follow=True)
    assert "1 message waits to be sent" in answer.content.decode()
    waits = Later.objects.get()
    assert "Good morning" in page(ada, HOME + "later/")
    assert "Good morning" not in page(bo, at(talk))
    assert "Good morning" not in page(bo, HOME + "later/")
    assert client_of(bo).get(f"{HOME}later/{encode(waits.pk)}/").status_code == 404
    assert actions.send_what_is_due() == 0
    Later.objects.update(due_at=clock.now())
    assert actions.send_what_is_due() == 1
    assert actions.send_what_is_due() == 0
    assert "Good morning" in page(bo, at(talk))
    assert not Later.objects.exists()


def test_what_waits_is_changed_dropped_and_sent_now(ada, bo, talk):
    for words in ("One", "Two", "Three"):
        client_of(ada).post(at(talk), {"text": words, "due": soon(days=1)})
    one, two, three = (f"{HOME}later/{encode(each.pk)}/" for each in Later.objects.order_by("made_at"))
    wrong = client_of(ada).post(one, {"what": "save", "text": "Uno", "due": soon(days=-1)})
    assert wrong.status_code == 422
    assert "Uno" in wrong.content.decode()
    client_of(ada).post(one, {"what": "save", "text": "Uno", "due": soon(days=2)})
    assert "Uno" in page(ada, one)
    client_of(ada).post(two, {"what": "drop"})
    assert Membership.objects.get(persona=ada).draft == "Two"
    client_of(ada).post(three, {"what": "now"})
    assert "Three" in page(bo, at(talk))
    assert client_of(ada).post(three, {"what": "now"}).status_code == 404
    assert [each.text for each in Later.objects.all()] == ["Uno"]


def test_a_time_is_by_the_clock_of_whoever_typed_it(ada, talk):
    ada.time_zone = "Pacific/Auckland"
    ada.save(update_fields=["time_zone"])
    client_of(ada).post(at(talk), {"text": "Kia ora", "due": "2027-06-01T09:00"})
    assert Later.objects.get().due_at.isoformat() == "2027-05-31T21:00:00+00:00"
    assert 'value="2027-06-01T09:00"' in page(ada, f"{HOME}later/{encode(Later.objects.get().pk)}/")
    no = client_of(ada).post(at(talk), {"text": "Late", "due": "1999-01-01T00:00"})
    assert no.status_code == 422
    assert "Late" in no.content.decode()


def test_what_cannot_be_sent_when_its_time_comes_stays_with_the_reason(ada, bo, talk):
    client_of(ada).post(at(talk), {"text": "Are you there?", "due": soon(days=1)})
    block(bo, persona=ada)
    Later.objects.update(due_at=clock.now())
    assert actions.send_what_is_due() == 0
    assert not Message.objects.exists()
    assert "Are you there?" not in page(ada, HOME + "later/")
    unblock(bo, persona=ada)
    assert "Are you there?" in page(ada, HOME + "later/")


def test_a_message_to_somebody_who_blocks_at_that_moment_is_nowhere(ada, bo, talk):
    opened = client_of(ada)
    opened.get(at(talk))
    block(bo, persona=ada)
    assert opened.post(at(talk), {"text": "Hello?"}).status_code == 404
    assert not Message.objects.exists()


def test_what_was_said_is_passed_on_without_who_said_it(ada, bo, talk):
    cyril = person("cyril", name="Cyril")
    befriend(ada, cyril)
    other = actions.open_pair(ada, other=cyril)
    client_of(bo).post(at(talk), {"text": "The key is under the pot", "files": text_file()})
    said = Message.objects.get()
    form = page(ada, f"{HOME}lines/{encode(said.pk)}/pass-on")
    once = re.search(r'name="once" value="([^"]+)"', form)[1]
    for _again in range(2):
        given = {"to": encode(other.pk), "once": once}
        client_of(ada).post(f"{HOME}lines/{encode(said.pk)}/pass-on", given)
    seen = page(cyril, at(other))
    assert seen.count("The key is under the pot") == 1
    assert "Passed on" in seen
    assert "Boris" not in seen
    kept = Attachment.objects.exclude(message=said).get()
    assert (
        b"".join(client_of(cyril).get(f"{HOME}files/{encode(kept.pk)}").streaming_content) == b"Low at 10:42"
    )


def test_nothing_is_passed_on_that_goes_by_itself_or_to_where_one_is_not(ada, bo, talk):
    work = person("work", "professional")
    mate = person("mate", "professional")
    befriend(work, mate)
    elsewhere = actions.open_pair(work, other=mate)
    said = actions.send(bo, conversation=talk, text="Not for there")
    where = f"{HOME}lines/{encode(said.pk)}/pass-on"
    assert client_of(ada).post(where, {"to": encode(elsewhere.pk)}).status_code == 404
    assert client_of(ada).post(where, {"to": "0"}).status_code == 422
    assert client_of(work).get(f"/professional/messages/lines/{encode(said.pk)}/pass-on").status_code == 404
    actions.vanish(ada, conversation_id=talk.pk, after=3600)
    gone = actions.send(bo, conversation=talk, text="For an hour")
    given = {"to": encode(talk.pk)}
    answer = client_of(ada).post(f"{HOME}lines/{encode(gone.pk)}/pass-on", given)
    assert answer.status_code == 422


def test_a_megabyte_of_text_is_refused_and_kept(ada, talk):
    words = "word " * 200_000
    answer = client_of(ada).post(at(talk), {"text": words})
    assert answer.status_code == 422
    assert words.strip() in answer.content.decode()
    assert "too long" in answer.content.decode()
    assert not Message.objects.exists()


def test_a_large_group_is_as_cheap_to_look_at_as_a_small_one_and_has_an_end(ada, monkeypatch):
    many = [person(f"mate{number}") for number in range(30)]
    for each in many:
        befriend(ada, each)
    counts = []
    for members in (many[:2], many):
        group = actions.begin_group(ada, name="Crew", people=members)
        client = client_of(members[0])
        client.post(at(group), {"text": "Everybody?"})
        client.get(at(group))
        with CaptureQueriesContext(connection) as seen:
            assert f"{len(members) + 1} people" in client.get(at(group)).content.decode()
        counts.append(len(seen))
    assert counts[0] == counts[1]
    monkeypatch.setattr("twofold.network.messaging.policies.MAX_PEOPLE", 31)
    befriend(ada, person("late"))
    full = client_of(ada).post(at(group, "people"), {"what": "add", "people": "@late"})
    assert "room for 31" in full.content.decode()
