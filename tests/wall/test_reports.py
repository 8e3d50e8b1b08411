"""Reports: fetched as whoever reported, is reported, decides, and everybody else; who reported stands nowhere."""

import pytest

from tests.wall.cast import canary, picture_file
from tests.world import account_of, befriend, client_of, person
from twofold.care.moderation import actions
from twofold.care.moderation.models import Case, Report
from twofold.config import cli
from twofold.config.upkeep import doctor
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.media.actions import take_in
from twofold.network.posts import actions as posts
from twofold.people.audiences.specs import EVERYONE, named

pytestmark = pytest.mark.django_db
HOME = "/social/reports/"


class Cast:
    """A post for few is reported by one of them. Others look on, among them the other presences of the two."""

    def __init__(self) -> None:
        names = ("reporter", "author", "officer", "second", "friend", "stranger")
        self.people = {name: person(f"{name}.one", name=canary()) for name in names}
        one, author, few = self.people["reporter"], self.people["author"], self.people["friend"]
        for each in (one, few, self.people["officer"]):
            befriend(author, each)
        for name in ("reporter", "author", "officer"):
            account = account_of(self.people[name])
            self.people[f"{name} at work"] = person(f"{name}.work", "professional", account=account)
        self.people["officer elsewhere"] = person("elsewhere", "professional")
        for each in (self.people["officer"], self.people["second"], self.people["officer elsewhere"]):
            actions.appoint(each)
        self.word, self.note = canary(), canary()
        picture = take_in(author, upload=picture_file(), alt="")
        post = posts.publish(author, text=self.word, spec=named({one.pk, few.pk}), pictures=[picture])
        actions.report(one, kind="post", thing_id=post.pk, reason="hate", note=self.note)
        self.case, self.report = Case.objects.get(), Report.objects.get()
        self.clients = {name: client_of(each) for name, each in self.people.items()} | {"": client_of(None)}
        drain()

    def paths(self) -> list[str]:
        here = f"{HOME}desk/{encode(self.case.pk)}/"
        return [
            HOME,
            f"{HOME}desk/",
            f"{HOME}desk/?tab=done",
            here,
            f"{HOME}on-mine/",
            "/social/notifications/",
        ]

    def seen(self, name: str) -> str:
        return "".join(self.clients[name].get(path, follow=True).content.decode() for path in self.paths())


# What the place decides: the owner of a presence at work is their social one at these addresses.
DECIDES = ("officer", "second", "officer at work")
REPORTED = ("reporter", "reporter at work")


def test_reports_are_for_those_who_decide_and_tell_nobody_who_reported(settings, tmp_path, record_property):
    settings.MEDIA_ROOT = tmp_path
    cast, wrong, cells = Cast(), [], 0
    exhibit = f"{HOME}desk/{encode(cast.case.pk)}/{encode(cast.report.pk)}/0.webp"
    reporter, handle = cast.people["reporter"].name, "reporter.one"
    for name in cast.clients:
        text, decides = cast.seen(name), name in DECIDES
        found = {
            "what was reported": (cast.word in text, decides or name in REPORTED),
            "what was noted": (cast.note in text, decides),
            "the picture": (cast.clients[name].get(exhibit).status_code == 200, decides),
            "who reported": (reporter in text or handle in text, name in REPORTED),
            "that something waits": ("that you decide on" in text, decides),
        }
        cells += len(found)
        wrong += [
            f"{what} as {name or 'a stranger'}: {seen}" for what, (seen, may) in found.items() if seen != may
        ]
    record_property("cells reports", cells)
    assert not wrong, "\n".join(wrong)
    assert cells > 50


def test_a_decision_tells_those_concerned_and_no_presence_in_the_other_network(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    cast, why, note = Cast(), canary(), canary()
    work = {
        name: client.get("/professional/").content for name, client in cast.clients.items() if "work" in name
    }
    decided = {"act": "remove", "words": why, "note": note}
    assert cast.clients["stranger"].post(cast.paths()[3], decided).status_code == 404
    assert cast.clients["officer"].post(cast.paths()[3], decided).status_code == 303
    drain()
    for name in cast.clients:
        text = cast.seen(name)
        # The other presence of the same login reads in its own network only, where nothing stands.
        assert (why in text) == (name in ("author", "author at work")), name
        assert note not in text or name in DECIDES, name
        assert ("was looked at" in text) == (name in REPORTED), name
        away = cast.clients[name].get("/professional/notifications/", follow=True).content.decode()
        assert why not in away
        assert "was looked at" not in away
        assert "decision on" not in away
    for name, before in work.items():
        if name != "officer at work":
            assert len(cast.clients[name].get("/professional/").content) == len(before), name
    hidden, absent = (
        cast.clients["friend"].get(f"{HOME}desk/{each}/") for each in (encode(cast.case.pk), encode(12345))
    )
    assert (hidden.status_code, hidden.content) == (absent.status_code, absent.content)


def test_whoever_keeps_the_server_names_who_decides_in_each_network(capsys):
    ada = person("ada")
    assert cli.main(["moderators"]) == 0
    assert "Nobody looks after" in capsys.readouterr().out
    one = person("boris")
    post = posts.publish(one, text=canary(), spec=EVERYONE)
    actions.report(person("cleo"), kind="post", thing_id=post.pk, reason="spam")
    assert ["moderators add social" in each.do for each in doctor.reports()] == [True]
    assert cli.main(["moderators", "add", "social", "@ada"]) == 0
    assert post.text in client_of(ada).get(f"{HOME}desk/").content.decode()
    assert not list(doctor.reports())
    assert cli.main(["moderators", "add", "professional", "@ada"]) == 1
    capsys.readouterr()
    assert cli.main(["moderators"]) == 0
    assert "@ada" in capsys.readouterr().out
    assert cli.main(["moderators", "remove", "social", "@ada"]) == 0
    assert client_of(ada).get(f"{HOME}desk/").status_code == 404
