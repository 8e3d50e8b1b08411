"""Whatever is sent to the composer: a clear answer, nothing lost, nothing doubled."""

import html
import io
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.world import account_of, befriend, client_of, person
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.media.actions import take_in
from twofold.network.media.models import Picture
from twofold.network.posts import actions
from twofold.network.posts.models import Draft, Post, PostPicture
from twofold.people.audiences.models import Scope
from twofold.people.audiences.specs import EVERYONE, ONLY_ME

pytestmark = pytest.mark.django_db
NEW = "/social/posts/new"


@pytest.fixture(autouse=True)
def _shelves_of_its_own(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def ada():
    return person("ada")


@pytest.fixture
def desk(ada):
    return client_of(ada)


def photo(name: str = "a.png") -> SimpleUploadedFile:
    file = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(file, "PNG")
    return SimpleUploadedFile(name, file.getvalue(), "image/png")


def fields(**more) -> dict:
    return {"text": "Hello", "reach": "everyone", "once": "one", "intent": "send", **more}


def text_in(answer) -> str:
    found = re.search(r'<textarea[^>]*name="text"[^>]*>\n(.*?)</textarea>', answer.content.decode(), re.S)
    return html.unescape(found[1]) if found else ""


def test_a_post_is_sent_and_can_be_undone_into_a_draft(desk):
    sent = desk.post(NEW, fields(text="Too soon"), follow=True)
    post = Post.objects.get()
    undo = f"/social/posts/{encode(post.pk)}/unsend"
    assert undo in sent.content.decode()
    again = desk.post(undo, follow=True)
    assert text_in(again) == "Too soon"
    assert not Post.objects.filter(live=True).exists()


def test_a_second_submit_of_the_same_form_makes_no_second_post(desk):
    for _each in range(2):
        assert desk.post(NEW, fields()).status_code == 303
    assert Post.objects.count() == 1


def test_a_hundred_thousand_characters_stay_in_the_form_with_the_limit_told(desk):
    answer = desk.post(NEW, fields(text="word " * 20_000))
    assert answer.status_code == 422
    assert "10,000" in answer.content.decode()
    assert "89,999" in answer.content.decode()
    assert text_in(answer) == "word " * 20_000
    assert not Post.objects.exists()


def test_bytes_that_are_no_text_are_told_of_and_kept(desk):
    answer = desk.post(
        NEW, b"text=caf%e9+noir&reach=everyone&intent=send", content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 422
    assert "caf" in text_in(answer)
    assert "could not be read" in answer.content.decode()


def test_an_empty_post_says_what_to_do(desk):
    answer = desk.post(NEW, fields(text=" \n\u202e "))
    assert answer.status_code == 422
    assert "Write something" in answer.content.decode()


def test_turned_text_is_straightened(desk):
    desk.post(NEW, fields(text="ab\u202edc\u2066\u0000x"))
    assert Post.objects.get().text == "abdcx"


def test_what_was_typed_when_the_session_ended_is_there_after_signing_in(desk, ada):
    desk.logout()
    answer = desk.post(NEW, fields(text="A long thought", warning="Soup"))
    assert answer.status_code == 401
    assert "A long thought" in answer.content.decode()
    desk.force_login(account_of(ada), backend="allauth.account.auth_backends.AuthenticationBackend")
    assert text_in(desk.get(NEW)) == "A long thought"
    assert text_in(desk.get(NEW)) == ""


def test_what_was_typed_in_one_network_is_not_shown_in_the_other(ada):
    account = account_of(ada)
    person("ada.work", "professional", account=account)
    browser = client_of(None)
    browser.post(NEW, fields(text="The party"))
    browser.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "The party" not in browser.get("/professional/posts/new").content.decode()
    assert text_in(browser.get(NEW)) == "The party"


def test_pictures_are_added_described_and_taken_out(desk):
    shown = desk.post(NEW, fields(intent="add", text="Look", pictures=[photo(), photo()]))
    assert shown.status_code == 200
    one, two = (encode(each) for each in Picture.objects.values_list("pk", flat=True))
    body = shown.content.decode()
    assert body.count('name="picture"') == 2
    assert text_in(shown) == "Look"
    alts = {f"alt-{one}": "A teal field", "picture": [one, two]}
    less = desk.post(NEW, fields(intent=f"without:{two}", **alts))
    assert less.content.decode().count('name="picture"') == 1
    desk.post(NEW, fields(**{**alts, "picture": [one]}))
    kept = PostPicture.objects.get().picture
    assert (encode(kept.pk), kept.alt, kept.audience.scope) == (one, "A teal field", Scope.EVERYONE)


def test_a_file_that_is_no_picture_is_told_of_and_the_rest_is_kept(desk):
    bad = SimpleUploadedFile("cat.png", b"MZ" + bytes(300), "image/png")
    answer = desk.post(NEW, fields(text="Mine", pictures=[photo("good.png"), bad]))
    assert answer.status_code == 422
    body = answer.content.decode()
    assert "cat.png: This is not a picture" in body
    assert body.count('name="picture"') == 1
    assert text_in(answer) == "Mine"


def test_eleven_pictures_are_one_too_many(desk, ada):
    ids = [encode(take_in(ada, upload=photo()).pk) for _each in range(11)]
    answer = desk.post(NEW, fields(picture=ids))
    assert answer.status_code == 422
    assert "Take out 1" in answer.content.decode()


def test_the_picture_of_somebody_else_is_not_there(desk):
    theirs = take_in(person("boris"), upload=photo())
    answer = desk.post(NEW, fields(picture=[encode(theirs.pk)]))
    assert answer.status_code == 422
    assert f'value="{encode(theirs.pk)}"' not in answer.content.decode()
    assert not Post.objects.exists()


def test_answering_what_is_gone_or_hidden_is_the_same_as_answering_nothing(desk, ada):
    boris = person("boris")
    gone = actions.publish(boris, text="Gone", spec=EVERYONE)
    actions.delete(boris, post=gone)
    hidden = actions.publish(boris, text="Hidden", spec=ONLY_ME)
    bodies = set()
    for number in (gone.pk, hidden.pk, 12345):
        answer = desk.post(f"/social/posts/{encode(number)}/comment", {"text": "Yes"})
        assert answer.status_code == 404
        bodies.add(answer.content)
    assert len(bodies) == 1


def test_a_feeling_of_the_other_network_does_not_exist_here(desk, ada):
    post = actions.publish(ada, text="Hi", spec=EVERYONE)
    assert desk.post(f"/social/posts/{encode(post.pk)}/react", {"kind": "insightful"}).status_code == 422
    assert desk.post(f"/social/posts/{encode(post.pk)}/react", {"kind": "love"}).status_code == 303


def test_the_audience_is_chosen_by_name_with_exceptions(desk, ada):
    boris, cyril = person("boris", name="Boris B"), person("cyril", name="Cyril C")
    for each in (boris, cyril):
        befriend(ada, each)
    shown = desk.post(NEW, fields(reach="ties", intent="people", except_name="Boris B", text="Surprise"))
    assert "except Boris B: 1 person" in shown.content.decode()
    value = f"named:{encode(boris.pk)}"
    assert f'value="{value}" checked' in shown.content.decode()
    desk.post(NEW, fields(reach="ties", text="Surprise", **{"except": [value]}))
    post = Post.objects.get()
    address = f"/social/posts/{encode(post.pk)}/"
    assert client_of(cyril).get(address).status_code == 200
    assert client_of(boris).get(address).status_code == 404
    said = desk.post("/social/posts/audience-sentence", {"reach": "some", "audience": [value]})
    assert "Boris B: 1 person" in said.content.decode()


def test_a_name_that_nobody_has_is_told_of_and_nothing_is_lost(desk):
    answer = desk.post(NEW, fields(reach="some", intent="people", name="Nobody", text="Kept"))
    assert answer.status_code == 422
    assert "Nobody is called" in answer.content.decode()
    assert text_in(answer) == "Kept"


def test_a_draft_is_kept_while_typing_and_goes_with_the_post(desk, ada):
    kept = desk.post("/social/drafts/keep", fields(text="Half a th"))
    number = re.search(r'name="draft" value="(\w+)"', kept.content.decode())[1]
    desk.post("/social/drafts/keep", fields(text="Half a thought", draft=number))
    assert Draft.objects.get().fields["text"] == "Half a thought"
    page = f"/social/drafts/{number}/"
    assert text_in(desk.get(page)) == "Half a thought"
    assert client_of(person("boris")).get(page).status_code == 404
    desk.post(NEW, fields(text="A whole thought", draft=number))
    assert not Draft.objects.exists()
    assert Post.objects.get().text == "A whole thought"


def test_editing_through_the_page_keeps_what_it_said(desk, ada):
    post = actions.publish(ada, text="Before", spec=EVERYONE, pictures=[take_in(ada, upload=photo())])
    page = f"/social/posts/{encode(post.pk)}/edit"
    assert text_in(desk.get(page)) == "Before"
    assert desk.post(page, {"text": "x" * 10_001}).status_code == 422
    assert desk.post(page, {"text": "After", "picture": []}).status_code == 303
    history = desk.get(f"/social/posts/{encode(post.pk)}/history").content.decode()
    assert "Before" in history
    assert "After" in history
    assert client_of(person("boris")).get(page).status_code == 403


def test_deleting_asks_first_and_can_be_undone(desk, ada):
    post = actions.publish(ada, text="Here", spec=EVERYONE)
    page = f"/social/posts/{encode(post.pk)}/delete"
    assert "Delete this?" in desk.get(page).content.decode()
    gone = desk.post(page, follow=True)
    restore = f"/social/posts/{encode(post.pk)}/restore"
    assert restore in gone.content.decode()
    assert desk.get(f"/social/posts/{encode(post.pk)}/").status_code == 404
    assert desk.post(restore).status_code == 303
    assert desk.get(f"/social/posts/{encode(post.pk)}/").status_code == 200


def test_the_audience_is_changed_afterwards(desk, ada):
    post = actions.publish(ada, text="For all", spec=EVERYONE)
    page = f"/social/posts/{encode(post.pk)}/audience"
    assert "checked" in desk.get(page).content.decode()
    assert desk.post(page, {"reach": "me"}).status_code == 303
    post.refresh_from_db()
    assert post.audience.scope == Scope.ONLY_ME
    assert desk.post(page, {"reach": "some"}).status_code == 422


def test_what_was_shared_is_a_step_away_and_so_is_taking_it_back(desk, ada):
    page = desk.post(NEW, fields(), follow=True).content.decode()
    post = Post.objects.get(author=ada)
    assert f'href="/social/posts/{encode(post.pk)}/">See it</a>' in page
    assert f'formaction="/social/posts/{encode(post.pk)}/unsend">Undo</button>' in page
    assert "Hello" in desk.get(f"/social/posts/{encode(post.pk)}/").content.decode()


def test_a_draft_thrown_away_by_a_slip_is_had_back(desk, ada):
    kept = actions.save_draft(ada, draft_id=None, fields={"text": "Half a thought", "audience": ["me"]})
    said = desk.post(f"/social/drafts/{encode(kept.pk)}/discard", follow=True).content.decode()
    assert not Draft.objects.exists()
    assert f'href="{NEW}?again=1"' in said
    assert "Half a thought" not in desk.get(NEW).content.decode(), "nobody who begins anew meets it"
    assert "Half a thought" in desk.get(f"{NEW}?again=1").content.decode()
    assert "Half a thought" not in desk.get(f"{NEW}?again=1").content.decode()


def test_what_was_had_back_can_be_sent_each_time(desk, ada):
    """Two drafts had back were one submission: the second was taken for the first, sent twice."""
    for text in ("First thought", "Second thought"):
        kept = actions.save_draft(ada, draft_id=None, fields={"text": text, "audience": ["me"]})
        desk.post(f"/social/drafts/{encode(kept.pk)}/discard")
        page = desk.get(f"{NEW}?again=1").content.decode()
        once = re.search(r'name="once" value="([^"]+)"', page)
        desk.post(NEW, {**fields(), "text": text, "once": once[1]})
    assert set(Post.objects.values_list("text", flat=True)) == {"First thought", "Second thought"}


def test_a_draft_that_waited_for_its_time_is_had_back_with_it(desk, ada):
    kept = actions.save_draft(ada, draft_id=None, fields={"text": "Low tide", "audience": ["me"]})
    due = clock.now().replace(second=0, microsecond=0) + timedelta(days=2)
    Draft.objects.filter(pk=kept.pk).update(due_at=due)
    desk.post(f"/social/drafts/{encode(kept.pk)}/discard")
    assert f'value="{due:%Y-%m-%dT%H:%M}"' in desk.get(f"{NEW}?again=1").content.decode()
