"""Messages, requests and pictures in conversations: fetched as everybody, held to who is in them."""

import io
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.push_service import Service, push_service
from tests.wall.cast import canary
from tests.world import account_of, befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.media.actions import take_in
from twofold.network.messaging import actions, queries
from twofold.network.messaging.models import Message
from twofold.people.graph.actions import block
from twofold.people.personas.viewers import Viewer
from twofold.reach.notifications.models import Notification
from twofold.surfaces.web.ringing import send_due

pytestmark = pytest.mark.django_db
NAMES = ("ada", "friend", "asked", "declined", "member", "removed", "gone", "foe", "hater", "outsider")


@pytest.fixture(autouse=True)
def _shelves_of_its_own(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def _picture(author):
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(file, "PNG")
    return take_in(author, upload=SimpleUploadedFile("p.png", file.getvalue(), "image/png"))


class Cast:
    """Ten people, and what each of the messages between them is: its words, its line, and who may read it."""

    def __init__(self, listening: Service | None = None) -> None:
        self.people = {name: person(name, name=name.title()) for name in NAMES}
        self.people["other_self"] = person("work", "professional", account=account_of(self.people["friend"]))
        if listening:
            for name, each in self.people.items():
                self.listen(listening, name, each)
        self.said: list[tuple[str, Message, set[str]]] = []
        ada = self.people["ada"]
        for name in ("friend", "member", "removed", "gone", "foe", "hater"):
            befriend(ada, self.people[name])
        for name, readers in (
            ("friend", {"ada", "friend"}),
            ("asked", {"ada", "asked"}),
            ("declined", {"ada"}),
        ):
            talk = actions.open_pair(ada, other=self.people[name])
            pictures = [_picture(ada)] if name == "friend" else []
            self.say(ada, talk, readers, pictures)
            if name == "declined":
                actions.decline(self.people[name], conversation_id=talk.pk)
        for name in ("foe", "hater"):
            self.say(ada, actions.open_pair(ada, other=self.people[name]), set())
        block(ada, persona=self.people["foe"])
        block(self.people["hater"], persona=ada)
        self.group(ada)

    def listen(self, service: Service, name: str, persona) -> None:
        account, browser = account_of(persona), client_of(persona)
        EmailAddress.objects.get_or_create(
            user=account, email=account.email, defaults={"verified": True, "primary": True}
        )
        where = f"/{persona.network}/"
        form = {"rhythm": "", "hour": "8", "messages": ["2", "4", "8"]}
        assert browser.post(f"{where}notifications/choices/", form).status_code == 303
        subscribed = service.subscribed(f"{name}.{persona.network}")
        assert browser.post(f"{where}app/devices/", subscribed).status_code == 200

    def group(self, ada) -> None:
        names = ("member", "removed", "gone")
        talk = actions.begin_group(ada, name=canary(), people=[self.people[each] for each in names])
        self.say(self.people["member"], talk, {"ada", "member"})
        actions.remove(ada, conversation_id=talk.pk, persona=self.people["removed"])
        actions.leave(self.people["gone"], conversation_id=talk.pk)
        self.say(ada, talk, {"ada", "member"}, [_picture(ada)])

    def say(self, author, talk, readers, pictures=()) -> None:
        words = canary()
        paper = SimpleUploadedFile(f"{words}.txt", words.encode())
        files = [actions.lay(author, upload=paper)] if pictures else []
        message = actions.send(author, conversation=talk, text=words, pictures=pictures, files=files)
        self.said.append((words, message, readers))


HOME = "/social/messages/"
LISTS = (
    HOME,
    f"{HOME}later/",
    *(f"{HOME}?in={folder}" for folder in queries.FOLDERS),
    "/social/",
    "/social/notifications/",
)


def _surfaces(message: Message) -> list[str]:
    talk, line = f"{HOME}{encode(message.conversation_id)}/", f"{HOME}lines/{encode(message.pk)}/"
    return [
        talk,
        f"{talk}newer?since=0",
        f"{talk}people",
        f"{talk}beside",
        f"{talk}names?q=",
        line,
        f"{line}edit",
        f"{line}take-back",
        f"{line}pass-on",
    ]


def test_messages_reach_those_in_the_conversation_and_nobody_else(record_property):
    cast, cells, wrong = Cast(), 0, []
    for name, persona in [*cast.people.items(), ("", None)]:
        client = client_of(persona)
        lists = {path: client.get(path, follow=True).content for path in LISTS}
        for words, message, those in cast.said:
            # In a browser the place decides: whoever has another presence too is the friend here.
            readers = those | {"other_self"} if "friend" in those else those
            paths = _surfaces(message)
            read = lists | {path: client.get(path, follow=True).content for path in paths}
            seen = {path: words.encode() in text for path, text in read.items()}
            found = client.get(f"{HOME}?q={words}", follow=True).content
            # The page of a search says again what was searched for.
            seen["search"] = words.encode() in found and b"talk-line" in found
            found = client.get(f"/social/search/?q={words}&in=messages", follow=True).content
            seen["search of everything"] = words.encode() in found and b"talk-line" in found
            for held in message.pictures.all():
                path = f"/media/{encode(held.picture_id)}/large.webp"
                seen[path] = client.get(path).status_code == 200
            for paper in message.attachments.all():
                path = f"{HOME}files/{encode(paper.pk)}"
                answer = client.get(path)
                seen[path] = answer.status_code == 200 and words.encode() in answer.getvalue()
            cells += len(seen)
            wrong += [
                f"leak: {path} to {name or 'a stranger'}"
                for path in seen
                if seen[path] and name not in readers
            ]
            if name in readers and not seen[paths[0]]:
                wrong.append(f"wrong refusal: {paths[0]} to {name}")
    record_property("cells messages", cells)
    assert cells > 1_000
    assert not wrong, "\n".join(wrong)


def test_whoever_is_shut_out_cannot_act_and_learns_nothing():
    cast = Cast()
    absent = client_of(cast.people["outsider"]).get("/social/messages/AAAAAAAAAAA/").status_code
    for name in ("declined", "removed", "gone", "foe", "hater", "outsider", "other_self"):
        client = client_of(cast.people[name])
        for _words, message, readers in cast.said:
            if name in readers or (name == "other_self" and "friend" in readers):
                continue
            talk = f"/social/messages/{encode(message.conversation_id)}/"
            assert client.get(talk).status_code == absent == 404
            for act in ("act", "keep", "people"):
                assert client.post(talk + act, {"what": "accept", "text": "x"}).status_code == 404, (
                    name,
                    act,
                )
            assert client.post(talk, {"text": "x"}).status_code == 404
            line = f"/social/messages/lines/{encode(message.pk)}/"
            for act in ("sign", "hide", "take-back", "edit", "pass-on"):
                assert client.post(line + act, {"sign": "👍", "text": "x"}).status_code == 404, (name, act)
        assert queries.unread_count(Viewer.of(cast.people[name])) == 0


def test_notes_and_letters_go_to_readers_alone_and_name_nothing(settings):
    """Every one of the cast has a device and a letterbox in both networks: who hears what, and in which words."""
    with push_service() as service:
        settings.PUSH_NEAR = service.near
        cast = Cast(listening=service)
        drain()
        Notification.objects.filter(mail_at__isnull=False).update(mail_at=clock.now())
        send_due()
    told = {path.strip("/").partition(".")[0] for path, *_rest in service.sent}
    assert told == {"friend", "asked", "member"}
    for path, _headers, _length, note in service.sent:
        assert path.endswith(".social"), "her other presence is told nothing"
        assert "rofessional" not in str(note)
    for letter in mail.outbox:
        assert "rofessional" not in letter.message().as_string() + letter.body
    words = [said for said, _message, _readers in cast.said]
    everything = str(service.sent) + "".join(each.message().as_string() + each.body for each in mail.outbox)
    assert not [each for each in words if each in everything]
    asked = [note["body"] for path, _headers, _length, note in service.sent if path.startswith("/asked")]
    assert asked == ["1 person would like to write to you"]
    assert {to for letter in mail.outbox for to in letter.to} == {
        account_of(cast.people[each]).email for each in ("friend", "asked", "member")
    }


def test_what_waits_to_be_sent_is_there_for_its_author_alone():
    cast = Cast()
    talk, words = actions.open_pair(cast.people["ada"], other=cast.people["friend"]), canary()
    due = clock.now() + timedelta(days=1)
    waits = actions.send_later(cast.people["ada"], conversation_id=talk.pk, text=words, due=due)
    where = f"/social/messages/{encode(talk.pk)}/"
    paths = [
        *LISTS,
        where,
        f"{where}newer?since=0",
        f"{HOME}later/{encode(waits.pk)}/",
        f"{HOME}?q={words[:6]}",
    ]
    for name, persona in [*cast.people.items(), ("", None)]:
        client = client_of(persona)
        told = [path for path in paths if words.encode() in client.get(path, follow=True).content]
        own = [f"{HOME}later/", f"{HOME}later/{encode(waits.pk)}/"] if name == "ada" else []
        assert told == own, name
        changed = client.post(f"{HOME}later/{encode(waits.pk)}/", {"what": "now"}) if name != "ada" else None
        assert changed is None or changed.status_code in (302, 401, 404)
    assert not Message.objects.filter(text=words).exists()


def test_in_a_group_nothing_of_whoever_shuts_one_out_comes_by_another_way():
    """Not in the quote of an answer, not by the name on a sign or in a notice; and no notice reaches a stranger."""
    ada, boris, cyril = (person(name, name=canary()) for name in ("ada", "boris", "cyril"))
    for each in (boris, cyril):
        befriend(ada, each)
    talk = actions.begin_group(ada, name="Group", people=[boris])
    actions.add(ada, conversation_id=talk.pk, people=[cyril])
    words = canary()
    said = actions.send(cyril, conversation=talk, text=words)
    line = actions.send(ada, conversation=talk, text="Quite so.", reply_to=said.pk)
    actions.sign(cyril, message_id=line.pk, sign="👍")
    where = f"/social/messages/{encode(talk.pk)}/"
    names = f"{where}names?q={cyril.name[:5]}"
    for path in (where, f"{where}newer?since=0", f"{where}people", names):
        assert cyril.name in client_of(boris).get(path).content.decode()
    block(cyril, persona=boris)
    for path in (where, f"{where}newer?since=0", f"{where}people", names, "/social/messages/"):
        answer = client_of(boris).get(path).content.decode()
        assert cyril.name not in answer, path
        assert words not in answer, path
    assert "Quite so." in client_of(boris).get(where).content.decode()
    stranger = person("stranger")
    asked = actions.open_pair(stranger, other=ada)
    change = {"what": "vanish", "after": "3600"}
    assert client_of(stranger).post(f"/social/messages/{encode(asked.pk)}/people", change).status_code == 422
