"""Reports through the pages: said, kept, looked at by whom it concerns, decided, taken back; and nobody learns who."""

from datetime import timedelta

import pytest
import time_machine

from tests.wall.cast import canary, picture_file
from tests.world import account_of, befriend, client_of, person
from twofold.care.moderation import actions
from twofold.care.moderation.models import Case, Report
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.albums import actions as albums
from twofold.network.groups import actions as groups
from twofold.network.media.actions import take_in
from twofold.network.messaging import actions as messages
from twofold.network.posts import actions as posts
from twofold.network.stories import actions as stories
from twofold.people.audiences.specs import ALL_TIES, EVERYONE

pytestmark = pytest.mark.django_db
DESK, MINE = "/social/reports/desk/", "/social/reports/"


class Cast:
    """Ada reports, Boris is reported, Mona looks after the network, Nan is a friend of both."""

    def __init__(self) -> None:
        self.people = {name: person(name, name=name.title()) for name in ("ada", "boris", "mona", "nan")}
        self.ada, self.boris, self.mona, self.nan = self.people.values()
        for one, other in ((self.ada, self.boris), (self.nan, self.boris), (self.nan, self.ada)):
            befriend(one, other)
        actions.appoint(self.mona)
        self.clients = {name: client_of(each) for name, each in self.people.items()}

    def report(self, who: str, kind: str, thing, **typed):
        path = f"/social/reports/new/{kind}/{encode(thing.pk)}/"
        return self.clients[who].post(path, {"reason": "harassment", "note": "Look", **typed})

    def decide(self, who: str, case: Case, act: str, **typed):
        return self.clients[who].post(f"{DESK}{encode(case.pk)}/", {"act": act, **typed})

    def text(self, who: str, path: str) -> str:
        return self.clients[who].get(path, follow=True).content.decode()


def test_a_post_is_reported_and_a_copy_of_it_is_kept(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    cast, word = Cast(), canary()
    taken = take_in(cast.boris, upload=picture_file(), alt="")
    post = posts.publish(cast.boris, text=word, spec=ALL_TIES, pictures=[taken])
    path = f"/social/reports/new/post/{encode(post.pk)}/"
    assert word in cast.text("ada", path)
    assert cast.clients["mona"].get(path).status_code == 404
    refused = cast.report("ada", "post", post, reason="because", note="kept words")
    assert refused.status_code == 422
    assert "kept words" in refused.content.decode()
    assert cast.report("boris", "post", post).status_code == 422
    assert cast.report("ada", "post", post).status_code == 303
    posts.edit(cast.boris, post=post, text="Harmless")
    cast.report("ada", "post", post, note="Look again")
    case = Case.objects.get()
    assert Report.objects.count() == 1
    drain()
    assert "Something was reported" in cast.text("mona", "/social/notifications/")
    # Mona reads the copy, though the post is not for Mona, and no name of who reported.
    page = cast.text("mona", f"{DESK}{encode(case.pk)}/")
    assert word in page
    assert "Look again" in page
    assert "Ada" not in page.split("<main", 1)[1]
    row = Report.objects.get()
    kept = cast.clients["mona"].get(f"{DESK}{encode(case.pk)}/{encode(row.pk)}/0.webp")
    assert kept["Content-Type"] == "image/webp"
    assert kept["Cache-Control"] == "no-store"
    for name in ("ada", "boris", "nan"):
        assert cast.clients[name].get(f"{DESK}{encode(case.pk)}/").status_code == 404
        assert cast.clients[name].get(DESK).status_code == 404
        assert cast.decide(name, case, "remove").status_code == 404


def test_a_post_is_taken_down_answered_for_and_put_back():
    cast = Cast()
    post = posts.publish(cast.boris, text="Harmless", spec=ALL_TIES)
    cast.report("ada", "post", post, note="Look again")
    case = Case.objects.get()
    assert cast.decide("mona", case, "remove", words="Rule 2", note="clear").status_code == 303
    assert "Harmless" not in cast.text("nan", "/social/@boris/")
    assert cast.clients["boris"].post(f"/social/posts/{encode(post.pk)}/restore").status_code in (
        403,
        404,
        422,
    )
    assert "Harmless" not in cast.text("nan", "/social/@boris/")
    drain()
    assert "was looked at" in cast.text("ada", "/social/notifications/")
    assert "Taken down" in cast.text("ada", MINE)
    told = cast.text("boris", f"{MINE}on-mine/")
    assert "Rule 2" in told
    assert not [secret for secret in ("Ada", "Look again", "Mona", "clear") if secret in told]
    # The author answers, once; it is looked at again and put back.
    answer = {"case": encode(case.pk), "appeal": "It was a joke"}
    assert cast.clients["boris"].post(f"{MINE}on-mine/", answer).status_code == 303
    assert cast.clients["boris"].post(f"{MINE}on-mine/", answer).status_code == 404
    assert "It was a joke" in cast.text("mona", f"{DESK}{encode(case.pk)}/")
    cast.decide("mona", case, "put_back")
    assert "Harmless" in cast.text("nan", "/social/@boris/")
    assert [step.act for step in case.steps.order_by("pk")] == ["remove", "appeal", "put_back"]


def test_a_suspension_hides_one_presence_and_everything_of_it_and_not_the_other():
    cast, word, said, other_word = Cast(), canary(), canary(), canary()
    worker = person("boris.works", "professional", account=account_of(cast.boris))
    posts.publish(worker, text=other_word, spec=EVERYONE)
    posts.publish(cast.boris, text=word, spec=EVERYONE)
    posts.comment(cast.boris, parent=posts.publish(cast.nan, text="Mine", spec=EVERYONE), text=said)
    cast.report("ada", "person", cast.boris)
    case = Case.objects.get()
    cast.decide("mona", case, "suspend", words="Enough")
    drain()
    stranger, thread = client_of(None), "/social/@nan/"
    assert cast.clients["nan"].get("/social/@boris/").status_code == 404
    for client in (stranger, cast.clients["nan"], cast.clients["mona"]):
        pages = [
            client.get(path, follow=True).content.decode()
            for path in ("/social/", thread, "/social/search/?q=ka")
        ]
        assert not [each for each in (word, said) if each in "".join(pages)]
    assert "Your presence in this network is suspended" in cast.text("boris", "/social/")
    assert "Enough" in cast.text("boris", "/social/")
    assert (
        cast.clients["boris"].post("/social/posts/new", {"text": "Hello", "audience": "ties"}).status_code
        != 303
    )
    assert other_word in stranger.get("/professional/@boris.works/").content.decode()
    assert "suspended" not in stranger.get("/professional/@boris.works/").content.decode()
    # They answer from outside, once; the other presence has nothing to answer.
    hers, answer = cast.clients["boris"], "/social/suspended/answer"
    assert "<textarea" in cast.text("boris", "/social/")
    assert hers.post("/professional/suspended/answer", {"appeal": "x"}).status_code == 404
    assert cast.clients["nan"].post(answer, {"appeal": "x"}).status_code == 404
    assert hers.post(answer, {"appeal": "It was my brother"}).status_code == 303
    assert hers.post(answer, {"appeal": "Again"}).status_code == 404
    assert "Somebody looks at it again" in cast.text("boris", "/social/")
    assert "It was my brother" in cast.text("mona", f"{DESK}{encode(case.pk)}/")
    cast.decide("mona", case, "reinstate")
    assert word in stranger.get("/social/@boris/").content.decode()


def test_what_stands_in_a_group_is_for_those_who_keep_it_first():
    cast = Cast()
    group = groups.make_group(
        cast.nan, name="Walkers", about="", openness="private", door="ask", looked_at=False
    )
    for each in (cast.ada, cast.boris):
        groups.invite(cast.nan, group=group, persona=each)
        groups.join(each, group=group)
    first, second = (groups.write(cast.boris, group=group, text=canary()).post for _ in range(2))
    cast.report("ada", "post", first)
    case = Case.objects.get()
    assert cast.clients["mona"].get(f"{DESK}{encode(case.pk)}/").status_code == 404
    assert "Walkers" in cast.text("nan", f"{DESK}{encode(case.pk)}/")
    assert cast.decide("nan", case, "suspend").status_code == 404
    cast.decide("nan", case, "remove")
    assert first.text not in cast.text("ada", f"/social/groups/{encode(group.pk)}/")
    assert first.text in cast.text("boris", "/social/@boris/")
    cast.report("ada", "post", second)
    late = Case.objects.get(outcome="")
    with time_machine.travel(clock.now() + timedelta(days=4), tick=False):
        actions.pass_on_what_waits()
    assert cast.clients["nan"].get(f"{DESK}{encode(late.pk)}/").status_code == 404
    assert second.text in cast.text("mona", f"{DESK}{encode(late.pk)}/")
    # What a keeper wrote is not for keepers to decide; a group as a whole neither.
    own = groups.write(cast.nan, group=group, text=canary()).post
    cast.report("ada", "post", own)
    cast.report("ada", "group", group)
    for each in Case.objects.filter(outcome=""):
        assert each.desk == "server"
        assert cast.clients["nan"].get(f"{DESK}{encode(each.pk)}/").status_code == 404
    cast.decide("mona", Case.objects.get(kind="group"), "suspend")
    assert cast.clients["ada"].get(f"/social/groups/{encode(group.pk)}/").status_code == 404
    assert own.text not in cast.text("ada", "/social/@nan/activity/") + cast.text("ada", "/social/")
    cast.decide("mona", Case.objects.get(kind="group"), "reinstate")
    assert own.text in cast.text("ada", f"/social/groups/{encode(group.pk)}/")


def test_a_message_is_reported_with_its_words_and_nobody_else_s():
    cast = Cast()
    talk = messages.open_pair(cast.boris, other=cast.ada)
    word, before = canary(), canary()
    messages.send(cast.ada, conversation=talk, text=before)
    message = messages.send(cast.boris, conversation=talk, text=word)
    assert cast.report("nan", "message", message).status_code == 404
    assert cast.report("ada", "message", message).status_code == 303
    case = Case.objects.get()
    page = cast.text("mona", f"{DESK}{encode(case.pk)}/")
    assert word in page
    assert before not in page
    cast.decide("mona", case, "remove")
    assert word not in cast.text("ada", f"/social/messages/{encode(talk.pk)}/")
    cast.decide("mona", case, "put_back")
    assert word in cast.text("ada", f"/social/messages/{encode(talk.pk)}/")


def test_nobody_decides_on_their_own():
    cast = Cast()
    cast.report("ada", "post", posts.publish(cast.mona, text=canary(), spec=EVERYONE))
    case = Case.objects.get()
    assert cast.clients["mona"].get(f"{DESK}{encode(case.pk)}/").status_code == 404
    assert cast.decide("mona", case, "dismiss").status_code == 404
    actions.appoint(cast.nan)
    assert cast.decide("nan", case, "dismiss").status_code == 303
    assert "It can stay" in cast.text("ada", MINE)


def test_copies_are_forgotten_when_a_decision_is_old():
    cast, word = Cast(), canary()
    cast.report("ada", "post", posts.publish(cast.boris, text=word, spec=EVERYONE))
    case = Case.objects.get()
    cast.decide("mona", case, "dismiss")
    with time_machine.travel(clock.now() + timedelta(days=200), tick=False):
        assert actions.forget_copies() == 1
    assert word not in str(Report.objects.get().copy)
    assert Case.objects.get().outcome == "dismissed"


def test_a_story_and_a_picture_of_an_album_are_reported_taken_down_and_put_back(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    cast = Cast()
    [story] = stories.tell(cast.boris, words="Harmless", colour="sea", spec=EVERYONE)
    album = albums.make_album(cast.boris, title="The lake", description="", spec=EVERYONE)
    picture = take_in(cast.boris, upload=picture_file(), alt="Reeds")
    albums.add_pictures(cast.boris, album=album, pictures=[picture])
    page, file = f"/social/albums/{encode(album.pk)}/", f"/media/{encode(picture.pk)}/small.webp"
    at = f"/social/stories/{encode(story.pk)}/"
    assert "reports/new/story/" in cast.text("nan", at)
    assert "reports/new/photo/" in cast.text("nan", f"/social/photos/{encode(picture.pk)}/")
    nan = cast.clients["nan"]
    for kind, thing, way in (("story", story, at), ("photo", picture, file)):
        cast.report("ada", kind, thing)
        case = Case.objects.get(kind=kind)
        assert nan.get(way).status_code == 200
        cast.decide("mona", case, "remove", words="Rule 2")
        assert nan.get(way).status_code == 404
        if kind == "photo":
            restore = {"picture": encode(picture.pk), "pictures": encode(picture.pk)}
            cast.clients["boris"].post("/social/albums/put-back", restore)
            assert nan.get(way).status_code == 404
            assert encode(picture.pk) not in nan.get(page).content.decode()
        cast.decide("mona", case, "put_back")
        assert nan.get(way).status_code == 200
