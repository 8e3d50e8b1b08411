"""What reaches devices: encrypted for them alone, of one network, and only what still stands when it goes."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from django.core import mail

from tests.push_service import Browser, push_service, raw
from tests.world import account_of, befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.webpush import encrypted
from twofold.network.jobs.tests.town import applied, hirers, minute_over, published
from twofold.network.posts import actions as posts
from twofold.people.accounts.actions import sweep_tethers
from twofold.people.audiences.specs import EVERYONE, ONLY_ME
from twofold.people.graph import actions as graph
from twofold.people.personas.models import Persona
from twofold.reach.notifications.models import Device, Notification
from twofold.surfaces.web.ringing import send_due

pytestmark = pytest.mark.django_db
AT, CHOICES = "/social/app/", "/social/notifications/choices/"


def test_a_note_is_sealed_as_the_standard_shows_it():
    """The example of RFC 8291, section 5, byte by byte."""
    own = ec.derive_private_key(
        int.from_bytes(raw("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"), "big"), ec.SECP256R1()
    )
    sealed = encrypted(
        b"When I grow up, I want to be a watermelon",
        p256dh="BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        auth="BTBZMqHH6r4Tts7J_aSIgg",
        own=own,
        salt=raw("DGv6ra1nlYgDCS1FRnbzlw"),
        length=0,
    )
    assert sealed == raw(
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6P"
        "Bru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )


@pytest.fixture
def clock():
    with time_machine.travel(datetime(2026, 3, 27, 12, tzinfo=UTC), tick=False) as machine:
        yield machine


@pytest.fixture
def service(settings):
    with push_service() as running:
        settings.PUSH_NEAR = running.near
        yield running


@pytest.fixture
def town(clock, service):
    ada, ben = person("ada", time_zone="Europe/Berlin"), person("ben", name="Ben <b>")
    person("ada.works", "professional", account=account_of(ada), name="Dr A. Lovelace")
    befriend(ada, ben)
    drain()
    Notification.objects.all().delete()
    client = client_of(ada)
    assert client.post(f"{AT}devices/", service.subscribed("phone")).status_code == 200
    post = posts.publish(ada, text="A harbour secret.", spec=EVERYONE)
    return {"ada": ada, "ben": ben, "post": post, "client": client}


def say(town):
    posts.comment(town["ben"], parent=town["post"], text="Indeed.")
    drain()


def wish(town, **form):
    return town["client"].post(CHOICES, {"rhythm": "", "hour": "8", "posts": ["1", "4"], **form})


def test_a_device_is_told_in_few_words_of_one_network(town, service):
    wish(town)
    say(town)
    [(_path, headers, length, note)] = service.sent
    assert note["body"] == "Ben <b> commented on your post"
    assert note["place"].startswith("/social/notifications/open/")
    assert note["waiting"] == 1
    assert (headers["Content-Encoding"], length) == ("aes128gcm", 2048 + 86 + 16)
    for secret in (
        "rofessional",
        "Lovelace",
        "ada.works",
        "harbour",
        "Indeed",
        str(account_of(town["ada"]).pk),
    ):
        assert secret not in str(note) + str(headers)
    send_due()
    assert len(service.sent) == 1, "told twice"


def test_reactions_do_not_ring_at_first(town, service):
    say(town)
    assert not service.sent


def test_each_network_has_a_key_and_devices_of_its_own(town, service):
    pages = [
        town["client"].get(f"/{network}/app/").content.decode() for network in ("social", "professional")
    ]
    keys = [re.search(r'data-key="([\w-]{87})"', page)[1] for page in pages]
    assert keys[0] != keys[1]
    assert "Try it" in pages[0]
    assert "Try it" not in pages[1]


def test_many_at_once_come_as_one_after_quiet_hours(town, service, clock):
    wish(town, quiet="on", begin="12:00", end="14:00")
    for number in range(5):
        post = posts.publish(town["ada"], text=f"Number {number}", spec=EVERYONE)
        posts.comment(town["ben"], parent=post, text="Yes.")
    drain()
    send_due()
    assert not service.sent
    clock.shift(timedelta(hours=1))
    send_due()
    [note] = service.notes()
    assert note["title"] == "5 things are new"
    assert note["body"].count("\n") == 4
    assert "and 1 more" in note["body"]


@pytest.mark.parametrize(
    ("screen", "said"),
    [
        ("", "Something is new for you"),
        ("open", "Delta would like to talk with you: an interview"),
        ("shut", "Something is new for you"),
    ],
)
def test_who_looks_for_work_is_not_given_away_by_a_screen_on_a_desk(town, service, screen, said):
    """A boss reads neither on a locked screen nor in a list of letters who answered to an application."""
    mona = Persona.objects.get(handle="ada.works")
    account = account_of(mona)
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    client, page_and_rita = client_of(mona), hirers()
    assert client.post("/professional/app/devices/", service.subscribed("desk")).status_code == 200
    ways = {"jobs": ["1", "2", "4"], "people": ["1", "4"], "rhythm": "", "hour": "8", "screen": screen}
    assert client.post("/professional/notifications/choices/", ways).status_code == 303
    one = applied(mona, published(*reversed(page_and_rita)))
    drain()
    client_of(page_and_rita[1]).post(f"/professional/jobs/received/{encode(one.pk)}/interview/")
    minute_over()
    assert service.notes()[-1]["body"] == said
    [letter] = [each for each in mail.outbox if "rofessional" in each.subject]
    assert letter.subject.endswith(said)
    assert ("Delta" in letter.body + letter.alternatives[0][0]) is (screen == "open")
    graph.follow(person("fay", "professional", name="Fay"), followed=mona)
    drain()
    named = "Something is new for you" if screen == "shut" else "Fay started following you"
    assert service.notes()[-1]["body"] == named
    assert "interview" in client.get("/professional/notifications/").content.decode()


def test_how_much_is_said_is_one_of_three(town):
    assert wish(town, screen="loud").status_code == 422
    assert wish(town, screen="shut").status_code == 303
    assert re.search(r'value="shut"[^>]* checked', town["client"].get(CHOICES).content.decode())


@pytest.mark.parametrize("lost", ["deleted", "blocked", "hidden"])
def test_the_door_is_asked_when_it_goes_out(town, service, clock, lost):
    wish(town, mentions=["1", "4"], quiet="on", begin="12:00", end="14:00")
    said = posts.publish(town["ben"], text="Look, @ada!", spec=EVERYONE)
    drain()
    assert Notification.objects.filter(push_at__isnull=False).count() == 1
    match lost:
        case "deleted":
            posts.delete(town["ben"], post=said)
        case "blocked":
            graph.block(town["ada"], persona=town["ben"])
        case "hidden":
            posts.change_audience(town["ben"], post=said, spec=ONLY_ME)
    clock.shift(timedelta(hours=2))
    send_due()
    assert not service.sent


@pytest.mark.parametrize("status", [404, 410])
def test_a_device_that_is_gone_is_forgotten(town, service, status):
    wish(town)
    service.status["phone"] = status
    say(town)
    assert not Device.objects.exists()
    assert not Notification.objects.filter(push_at__isnull=False).exists()


def test_a_service_that_is_down_is_asked_again_and_a_device_that_took_it_is_not(town, service, clock):
    wish(town)
    service.status["phone"] = 503
    say(town)
    assert Device.objects.get().failed == 1
    service.status.clear()
    clock.shift(timedelta(minutes=6))
    send_due()
    assert len(service.sent) == 1
    assert Device.objects.get().failed == 0


def test_who_signs_out_is_told_there_no_longer(town, service):
    wish(town)
    answer = town["client"].post("/account/logout/")
    assert answer.headers["Clear-Site-Data"] == '"storage"'
    say(town)
    assert not service.sent
    assert not Device.objects.exists()


def test_a_session_that_was_ended_elsewhere_takes_its_device_along(town, service):
    wish(town)
    other = client_of(town["ada"])
    other.post(f"{AT}devices/", service.subscribed("laptop"))
    town["client"].session.delete()
    sweep_tethers()
    say(town)
    assert [path for path, *_rest in service.sent] == ["/laptop"]
    assert Device.objects.count() == 1


def test_a_browser_is_told_for_one_persona_of_a_network(town, service):
    ben = client_of(town["ben"])
    ben.post(f"{AT}devices/", service.subscribed("phone"))
    assert Device.objects.get().persona == town["ben"]


def test_devices_are_listed_tried_and_taken_off_by_their_owner_alone(town, service):
    device = Device.objects.get()
    at = re.search(rf'action="({AT}devices/\w+/)"', town["client"].get(AT).content.decode())[1]
    stranger = client_of(town["ben"])
    assert stranger.post(at, {"act": "off"}).status_code == 404
    assert stranger.post(at, {"act": "try"}).status_code == 303
    assert not service.sent
    town["client"].post(at, {"act": "try"})
    assert service.notes()[0]["tag"] == "try"
    assert town["client"].post(at.replace("social", "professional"), {"act": "off"}).status_code == 404
    assert town["client"].post(at, {"act": "off"}).status_code == 303
    assert not Device.objects.filter(pk=device.pk).exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": "http://10.0.0.7/x"},
        {"endpoint": "file:///etc/passwd"},
        {"endpoint": "https://u:p@push.example/x"},
        {"p256dh": "AAAA"},
        {"auth": "AAAA"},
        {"auth": "!"},
    ],
)
def test_what_no_browser_says_is_refused(town, service, wrong):
    form = {**service.subscribed("other"), **wrong}
    assert town["client"].post(f"{AT}devices/", form).status_code == 422
    assert Device.objects.count() == 1


def test_no_address_of_this_machine_is_reached_through_a_device(town, service, settings):
    wish(town)
    settings.PUSH_NEAR = []
    say(town)
    assert not service.sent
    assert Device.objects.get().failed == 1


def test_a_browser_of_the_tests_opens_only_what_is_for_it():
    one, other = Browser(), Browser()
    sealed = encrypted(b"x", **one.keys())
    assert one.opened(sealed) == b"x"
    with pytest.raises(InvalidTag):
        other.opened(sealed)
