"""Letters that sum up what is new: who gets one, what it says, what it never says, and how it ends."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from tests.world import account_of, befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.network.posts import actions as posts
from twofold.people.audiences.specs import EVERYONE
from twofold.reach.notifications.letters import next_letter
from twofold.reach.notifications.models import Choices, Notification
from twofold.surfaces.web.letters import send_due

pytestmark = pytest.mark.django_db
CHOICES = "/social/notifications/choices/"


@pytest.fixture
def town():
    ada, ben = person("ada", time_zone="Asia/Tokyo"), person("ben", name="Ben <b>&</b> Co")
    person("ada.works", "professional", account=account_of(ada), name="Dr A. Lovelace")
    befriend(ada, ben)
    account = account_of(ada)
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    drain()
    Notification.objects.all().delete()
    return {"ada": ada, "ben": ben}


def wanted(town, *, told=("posts", "mentions"), rhythm="daily", hour="7"):
    ways = {topic: ["1", "8"] for topic in told}
    answer = client_of(town["ada"]).post(CHOICES, {**ways, "rhythm": rhythm, "hour": hour})
    drain()
    return answer


def love(town):
    post = posts.publish(town["ada"], text="A harbour secret in a post.", spec=EVERYONE)
    posts.react(town["ben"], post=post, kind="love")
    drain()


def come_due():
    Choices.objects.update(due_at=clock.now() - timedelta(minutes=1))
    mail.outbox.clear()
    return send_due()


def test_a_letter_tells_what_is_new_once_and_of_one_network(town):
    assert wanted(town).status_code == 303
    assert come_due() == 0, "nothing is new"
    love(town)
    assert (come_due(), len(mail.outbox)) == (1, 1)
    [letter] = mail.outbox
    raw = letter.message().as_string()
    assert letter.to == [account_of(town["ada"]).email]
    assert "Ben <b>&</b> Co loved your post" in letter.body
    assert "Ben &lt;b&gt;&amp;&lt;/b&gt; Co" in letter.alternatives[0][0]
    assert letter.message()["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    for secret in ("professional", "Professional", "Lovelace", "ada.works", "harbour secret"):
        assert secret not in raw + letter.body + letter.alternatives[0][0]
    for number in (account_of(town["ada"]).pk, town["ada"].pk):
        assert str(number) not in raw
    assert come_due() == 0, "told twice"


def test_the_link_of_a_letter_ends_them_without_signing_in(town):
    wanted(town)
    love(town)
    come_due()
    out = re.search(r"<https?://[^/]+(/.+)>", mail.outbox[0].message()["List-Unsubscribe"])[1]
    nobody = Client(enforce_csrf_checks=True)
    assert nobody.get(out).status_code == 200
    assert Choices.objects.get().rhythm == "daily", "looking is not ending"
    assert nobody.post(out.replace("social", "professional")).status_code == 404
    assert nobody.post(out[:-3] + "00/").status_code == 404
    assert nobody.post(out, {"List-Unsubscribe": "One-Click"}).status_code == 200
    love(town)
    assert Choices.objects.get().due_at is None
    assert nobody.post(out).status_code == 200, "a second click does no harm"


def test_what_is_switched_off_is_not_told(town):
    wanted(town, told=["mentions"], rhythm="")
    love(town)
    assert not Notification.objects.filter(recipient=town["ada"]).exists()
    page = client_of(town["ada"]).get(CHOICES).content.decode()
    assert re.search(r'name="mentions" value="1"[^>]* checked', page)
    assert not re.search(r'name="posts" value="1"[^>]* checked', page)
    assert 'name="jobs"' not in page
    wanted(town)
    love(town)
    assert Notification.objects.filter(recipient=town["ada"], kind="reaction").exists()


def test_what_was_chosen_wrongly_stays_in_the_form(town):
    answer = wanted(town, told=["games"], hour="25")
    assert answer.status_code == 422
    assert re.search(r'name="games" value="1"[^>]* checked', answer.content.decode())
    assert not Choices.objects.exists()


def test_a_mail_server_that_refuses_gets_the_letter_again(town, monkeypatch):
    wanted(town)
    love(town)

    def refuse(self, letters):
        raise ConnectionRefusedError

    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
        assert come_due() == 0
    assert Choices.objects.get().due_at < clock.now() + timedelta(hours=2)
    assert come_due() == 1


def test_no_letter_to_an_address_that_nobody_confirmed(town):
    wanted(town)
    love(town)
    EmailAddress.objects.update(verified=False)
    assert come_due() == 0


@pytest.mark.parametrize(
    ("rhythm", "zone", "expected"),
    [
        ("daily", "Asia/Tokyo", datetime(2026, 3, 27, 22, tzinfo=UTC)),
        ("daily", "Europe/Berlin", datetime(2026, 3, 28, 6, tzinfo=UTC)),
        ("weekly", "Europe/Berlin", datetime(2026, 3, 30, 5, tzinfo=UTC)),
    ],
)
def test_the_hour_is_that_of_its_reader(rhythm, zone, expected):
    friday = datetime(2026, 3, 27, 12, tzinfo=UTC)
    assert next_letter(rhythm, 7, zone, friday) == expected, "the clocks of Berlin change on Sunday"
