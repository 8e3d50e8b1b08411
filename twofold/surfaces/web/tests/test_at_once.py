"""What is told at once, by mail: by which topic and person, when it is quiet, and what never goes out."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from tests.world import account_of, befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.network.posts import actions as posts
from twofold.people.audiences.specs import EVERYONE, ONLY_ME
from twofold.people.graph import actions as graph
from twofold.reach.notifications.models import Notification, Sender
from twofold.reach.notifications.quiet import Hours, quiet_until
from twofold.surfaces.web.ringing import send_due

pytestmark = pytest.mark.django_db
CHOICES = "/social/notifications/choices/"
# A Friday.
NOON = datetime(2026, 3, 27, 12, tzinfo=UTC)


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as machine:
        yield machine


@pytest.fixture
def town(clock):
    ada, ben, cat = (
        person("ada", time_zone="Europe/Berlin"),
        person("ben", name="Ben <b>&</b> Co"),
        person("cat"),
    )
    person("ada.works", "professional", account=account_of(ada), name="Dr A. Lovelace")
    for other in (ben, cat):
        befriend(ada, other)
    account = account_of(ada)
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    drain()
    Notification.objects.all().delete()
    return {
        "ada": ada,
        "ben": ben,
        "cat": cat,
        "post": posts.publish(ada, text="A harbour secret.", spec=EVERYONE),
    }


def choose(town, *, quiet=None, **ways):
    form = {"rhythm": "", "hour": "8", "posts": ["1", "2"], **ways}
    if quiet:
        form |= {"quiet": "on", "begin": quiet[0], "end": quiet[1], "days": quiet[2:]}
    return client_of(town["ada"]).post(CHOICES, form)


def seen(client):
    """What somebody is shown of Ada, but for the secrets of its forms."""
    pages = [client.get(f"/social/{path}").content.decode() for path in ("@ada/", "messages/with/@ada/")]
    return re.sub(r'value="\w{64}"|X-CSRFToken[^}]*', "", "".join(pages))


def rule(town, name, rule):
    return client_of(town["ada"]).post(f"{CHOICES}people/new/", {"name": f"@{name}", "rule": rule})


def love(town, name="ben"):
    mail.outbox.clear()
    posts.react(town[name], post=town["post"], kind="love")
    drain()
    return [each.subject for each in mail.outbox]


def test_a_letter_at_once_says_one_thing_of_one_network(town):
    assert choose(town).status_code == 303
    assert love(town) == ["Social: Ben <b>&</b> Co loved your post"]
    [letter] = mail.outbox
    raw, html = letter.message().as_string(), letter.alternatives[0][0]
    assert "Ben &lt;b&gt;&amp;&lt;/b&gt; Co" in html
    assert "#a8324a" in html, "in the mood of friends"
    for secret in ("professional", "Professional", "Lovelace", "ada.works", "harbour"):
        assert secret not in raw + letter.body + html
    assert not re.search(rf"{account_of(town['ada']).pk}|{town['ada'].pk}", raw)
    mail.outbox.clear()
    send_due()
    assert not mail.outbox, "told twice"


def test_one_click_ends_letters_at_once_and_leaves_the_page(town):
    choose(town)
    love(town)
    out = re.search(r"<https?://[^/]+(/.+)>", mail.outbox[0].message()["List-Unsubscribe"])[1]
    nobody = Client(enforce_csrf_checks=True)
    assert "End these letters" in nobody.get(out).content.decode()
    assert nobody.post(out.replace("social", "professional")).status_code == 404
    assert nobody.post(out, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert love(town, "cat") == []
    assert Notification.objects.filter(ways=1).exists(), "in the page as before"


def test_what_follows_soon_comes_gathered(town, clock):
    choose(town)
    assert len(love(town)) == 1
    assert love(town, "cat") == []
    posts.comment(town["cat"], parent=town["post"], text="Indeed.")
    drain()
    clock.shift(timedelta(minutes=11))
    send_due()
    [letter] = mail.outbox
    assert letter.subject == "Social: 2 things are new"
    assert "Cat loved your post" in letter.body
    assert "Ben" not in letter.body


def test_quiet_hours_gather_and_the_sender_sees_nothing_of_it(town, clock):
    ben = client_of(town["ben"])
    before = seen(ben)
    choose(town, quiet=("12:30", "14:00"))
    assert seen(ben) == before
    assert love(town) == []
    assert "It is quiet now" in client_of(town["ada"]).get(CHOICES).content.decode()
    clock.shift(timedelta(minutes=50))
    send_due()
    assert not mail.outbox, "13:50 in Berlin"
    clock.shift(timedelta(minutes=10))
    send_due()
    assert [each.subject for each in mail.outbox] == ["Social: Ben <b>&</b> Co loved your post"]


@pytest.mark.parametrize("lost", ["undone", "blocked", "muted", "hidden", "read", "off"])
def test_what_waited_and_no_longer_stands_is_not_sent(town, clock, lost):
    choose(town, quiet=("12:30", "14:00"), games=["1"])
    love(town)
    match lost:
        case "undone":
            posts.unreact(town["ben"], post=town["post"])
        case "blocked":
            graph.block(town["ben"], persona=town["ada"])
        case "muted":
            graph.mute(town["ada"], persona=town["ben"])
        case "hidden":
            posts.change_audience(town["ada"], post=town["post"], spec=ONLY_ME)
            Notification.objects.filter(recipient=town["ada"]).update(read=True)
        case "read":
            client_of(town["ada"]).post("/social/notifications/read/")
        case "off":
            choose(town, posts=["1"])
    clock.shift(timedelta(hours=2))
    drain()
    send_due()
    assert not mail.outbox
    assert not Notification.objects.filter(mail_at__isnull=False).exists()


def test_one_person_may_ring_in_quiet_hours_and_another_never(town):
    choose(town, posts=["1"], quiet=("12:30", "14:00"))
    assert rule(town, "cat", "always").status_code == 303
    assert rule(town, "ben", "never").status_code == 303
    assert love(town, "ben") == []
    assert not Notification.objects.exists()
    assert love(town, "cat") == ["Social: Cat loved your post"]
    client = client_of(town["ada"])
    who = Sender.objects.get(sender=town["cat"])
    client.post(f"{CHOICES}people/", {f"who-{who.sender_id}": ["1"]})
    who.refresh_from_db()
    assert (who.ways, who.loud) == (1, False)
    page = client.get(CHOICES).content.decode()
    assert "@cat" in page
    assert "@ben" in page
    from_page = re.search(r'name="forget" value="(\w+)"', page)[1]
    client.post(f"{CHOICES}people/new/", {"forget": from_page})
    assert Sender.objects.count() == 1


def test_a_rule_is_for_somebody_of_this_network_whom_one_can_see(town):
    hidden = person("hidden")
    graph.block(hidden, persona=town["ada"])
    for name in ("hidden", "ada.works", "nobody"):
        answer = rule(town, name, "always")
        assert answer.status_code == 422
        assert f'value="@{name}"' in answer.content.decode()
    assert rule(town, "ada", "always").status_code == 404


def test_decisions_of_moderators_cannot_be_switched_off(town):
    choose(town, rest=[])
    page = client_of(town["ada"]).get(CHOICES).content.decode()
    assert re.search(r'name="rest" value="1"[^>]* checked disabled', page)


@pytest.mark.parametrize(
    "bad", [("25:00", "08:00"), ("", "08:00"), ("08:00", "08:00"), ("1:00", "2:00", *"0123456")]
)
def test_quiet_hours_that_cannot_be_stay_in_the_form(town, bad):
    answer = choose(town, quiet=bad)
    assert answer.status_code == 422
    assert f'value="{bad[0]}"' in answer.content.decode()


def test_a_mail_server_that_refuses_gets_the_letter_again(town, clock, monkeypatch):
    choose(town)

    def refuse(self, letters):
        raise ConnectionRefusedError

    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
        assert love(town) == []
    clock.shift(timedelta(minutes=6))
    send_due()
    assert len(mail.outbox) == 1


NIGHT = Hours(18 * 60, 8 * 60, "56", "Europe/Berlin")


@pytest.mark.parametrize(
    ("hours", "now", "expected"),
    [
        (NIGHT, datetime(2026, 3, 26, 16, 59, tzinfo=UTC), None),
        (NIGHT, datetime(2026, 3, 26, 17, tzinfo=UTC), datetime(2026, 3, 27, 7, tzinfo=UTC)),
        # From Friday evening over the weekend, in which the clocks go forward.
        (NIGHT, datetime(2026, 3, 27, 17, tzinfo=UTC), datetime(2026, 3, 30, 6, tzinfo=UTC)),
        # And back, in October.
        (NIGHT, datetime(2026, 10, 23, 16, tzinfo=UTC), datetime(2026, 10, 26, 7, tzinfo=UTC)),
        # An end that is skipped, and one that comes twice.
        (
            Hours(60, 150, "", "Europe/Berlin"),
            datetime(2026, 3, 29, 0, 30, tzinfo=UTC),
            datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
        ),
        (
            Hours(60, 150, "", "Europe/Berlin"),
            datetime(2026, 10, 24, 23, 30, tzinfo=UTC),
            datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
        ),
        (
            Hours(60, 150, "", "Europe/Berlin"),
            datetime(2026, 10, 25, 1, 10, tzinfo=UTC),
            datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
        ),
        (Hours(None, None, "", "Asia/Kathmandu"), NOON, None),
        (
            Hours(540, 1020, "", "Asia/Kathmandu"),
            datetime(2026, 3, 27, 3, 15, tzinfo=UTC),
            datetime(2026, 3, 27, 11, 15, tzinfo=UTC),
        ),
    ],
)
def test_quiet_is_by_the_clock_of_its_owner(hours, now, expected):
    assert quiet_until(hours, now) == expected
