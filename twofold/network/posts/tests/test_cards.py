"""Cards and threads: the same queries for one row and for fifty, and nobody in them who is not there for the viewer."""

import io

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from tests.world import befriend, client_of, person
from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Absent
from twofold.network.media.actions import take_in
from twofold.network.posts import actions, queries
from twofold.network.posts.models import Post
from twofold.network.posts.queries.rows import rows
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, MEMBERS, ONLY_ME, named
from twofold.people.graph.actions import block
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _shelves_of_its_own(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def photo() -> ContentFile:
    file = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(file, "PNG")
    return ContentFile(file.getvalue(), name="a.png")


def count(call) -> int:
    with CaptureQueriesContext(connection) as caught:
        call()
    return len(caught)


def at(post, suffix: str = "") -> str:
    return f"/{post.network}/posts/{encode(post.pk)}/{suffix}"


def test_as_many_queries_for_fifty_cards_as_for_one():
    ada, boris = person("ada"), person("boris")
    befriend(ada, boris)
    first = actions.publish(ada, text="First", spec=EVERYONE)

    def full(number: int) -> Post:
        post = actions.publish(
            ada, text=f"Number {number} #tag", spec=ALL_TIES if number % 2 else EVERYONE, quote_of=first
        )
        for _each in range(3):
            actions.comment(boris, parent=post, text="Yes")
        return post

    posts = [full(0)]
    viewer = Viewer.of(boris)
    cold = count(lambda: [card.html for card in queries.cards(viewer, posts)])
    warm = count(lambda: [card.html for card in queries.cards(viewer, posts)])
    posts += [full(number) for number in range(1, 50)]
    assert count(lambda: [card.html for card in queries.cards(viewer, posts)]) <= cold
    assert count(lambda: [card.html for card in queries.cards(viewer, posts)]) == warm
    assert warm == 3


def test_as_many_queries_for_a_thread_of_fifty_as_of_one():
    ada, boris = person("ada"), person("boris")
    post = actions.publish(ada, text="Talk", spec=EVERYONE)
    last = actions.comment(boris, parent=post, text="One")
    browser = client_of(boris)
    for _each in range(2):
        browser.get(at(post))
    few = count(lambda: browser.get(at(post)))
    for number in range(49):
        last = actions.comment(boris, parent=last if number % 5 else post, text=f"Number {number}")
    browser.get(at(post))
    assert count(lambda: browser.get(at(post))) == few


def test_a_long_thread_is_read_in_pages_without_loss():
    ada = person("ada")
    post = actions.publish(ada, text="Talk", spec=EVERYONE)
    ids = {actions.comment(ada, parent=post, text=f"Number {number}").pk for number in range(60)}
    viewer, seen, before = Viewer.of(ada), set(), None
    for _page in range(2):
        found = queries.thread(viewer, post.pk, before)
        seen |= {card.id for card in found.comments}
        before = int(found.comments.after) if found.comments.after else None
    assert seen == ids
    assert before is None


def test_rows_are_what_the_door_and_the_orm_say():
    ada, boris, cyril = (person(each) for each in ("ada", "boris", "cyril"))
    befriend(ada, boris)
    specs = (EVERYONE, MEMBERS, ALL_TIES, ONLY_ME, named({cyril.pk}))
    posts = [actions.publish(ada, text=f"For {number}", spec=spec) for number, spec in enumerate(specs)]
    answers = [actions.comment(ada, parent=post, text="And") for post in posts]
    actions.react(boris, post=posts[0], kind="wow")
    actions.save(boris, post=posts[1])
    actions.repost(boris, post=posts[1])
    ids = [each.pk for each in (*posts, *answers)]
    for viewer in (*(Viewer.of(each) for each in (ada, boris, cyril)), Viewer.stranger("social")):
        found = rows(viewer, ids, previews=True)
        assert set(found) == set(
            Post.objects.visible_to(viewer).filter(pk__in=ids).values_list("pk", flat=True)
        )
        marks = queries.marks(viewer, ids)
        for number, row in found.items():
            mine = marks[number]
            assert (row.reaction or "", bool(row.saved), bool(row.reposted)) == (
                mine.reaction,
                mine.saved,
                mine.reposted,
            )


def test_nobody_who_is_shut_out_is_counted_named_or_quoted():
    ada, boris, cyril = (person(each, name=f"Name of {each}") for each in ("ada", "boris", "cyril"))
    post = actions.publish(ada, text="Open", spec=EVERYONE)
    theirs = actions.comment(
        boris, parent=post, text="canary of boris", pictures=[take_in(boris, upload=photo())]
    )
    below = actions.comment(ada, parent=theirs, text="Answer")
    actions.react(boris, post=post, kind="love")
    actions.react(boris, post=below, kind="love")
    actions.repost(boris, post=post)
    actions.publish(boris, text="canary of boris", spec=EVERYONE, quote_of=post)
    quoting = actions.publish(
        ada, text="See", spec=EVERYONE, quote_of=actions.publish(boris, text="canary of boris", spec=EVERYONE)
    )
    block(boris, persona=cyril)
    picture = theirs.pictures.get().picture_id
    for other, there in ((cyril, False), (ada, True)):
        browser = client_of(other)
        pages = [at(post), at(post, "reactions"), at(post, "reposts"), at(quoting), f"/social/@{ada.handle}/"]
        text = "".join(browser.get(page).content.decode() for page in pages)
        assert ("canary of boris" in text) is there
        assert ("Name of boris" in text) is there
        assert browser.get(f"/media/{encode(picture)}/small.webp").status_code == (200 if there else 404)
        assert browser.get(at(theirs)).status_code == (200 if there else 404)
        row = queries.cards(Viewer.of(other), [post])[0].row
        assert (row.reactions, row.comments, row.reposts) == ((1, 2, 1) if there else (0, 1, 0))


def test_a_repost_shows_nothing_once_what_it_repeats_is_closed_to_its_author():
    ada, boris = person("ada"), person("boris")
    post = actions.publish(ada, text="canary", spec=EVERYONE)
    again = actions.repost(boris, post=post)
    viewer = Viewer.of(boris)
    assert "canary" in queries.cards(viewer, [again])[0].html
    block(ada, persona=boris)
    assert queries.cards(viewer, [again]) == []
    assert "canary" not in client_of(boris).get(f"/social/@{boris.handle}/").content.decode()


def test_a_picture_follows_the_audience_of_its_post():
    ada, boris = person("ada"), person("boris")
    picture = take_in(ada, upload=photo())
    post = actions.publish(ada, text="Look", spec=EVERYONE, pictures=[picture])
    address = f"/media/{encode(picture.pk)}/medium.webp"
    reader = client_of(boris)
    assert reader.get(address).status_code == 200
    actions.change_audience(ada, post=post, spec=ALL_TIES)
    assert reader.get(address).status_code == 404
    befriend(ada, boris)
    assert (reader.get(address).status_code, reader.get(address)["Cache-Control"]) == (
        200,
        "private, no-store",
    )
    actions.delete(ada, post=post)
    assert reader.get(address).status_code == 404
    actions.restore(ada, post=post)
    assert reader.get(address).status_code == 200


def test_a_stranger_reads_what_is_public_and_is_offered_nothing_to_press():
    ada = person("ada")
    post = actions.publish(ada, text="For all", spec=EVERYONE)
    inside = actions.publish(ada, text="For members", spec=MEMBERS)
    body = client_of(None).get(at(post)).content.decode()
    assert "For all" in body
    assert "formaction" not in body
    assert client_of(None).get(at(inside)).status_code == 404
    assert client_of(None).post(at(post, "react"), {"kind": "love"}).status_code in (302, 401)
    assert Post.objects.get(pk=post.pk).reactions_count == 0


def test_an_edit_and_a_new_name_show_at_once():
    ada = person("ada")
    post = actions.publish(ada, text="Old words", spec=EVERYONE)
    viewer = Viewer.of(person("boris"))
    assert "Old words" in queries.cards(viewer, [post])[0].html
    actions.edit(ada, post=post, text="New words")
    card = queries.cards(viewer, [post])[0].html
    assert "New words" in card
    assert "Old words" not in card


def test_script_gets_only_what_changed():
    ada = person("ada")
    post = actions.publish(ada, text="Hi", spec=EVERYONE)
    answer = client_of(ada).post(at(post, "react"), {"kind": "wow"}, headers={"HX-Request": "true"})
    body = answer.content.decode()
    assert answer.status_code == 200
    assert ">You<" in body
    assert "<article" not in body


def test_a_thread_holds_what_the_door_lets_through_and_nothing_else():
    ada, boris, cyril = (person(each) for each in ("ada", "boris", "cyril"))
    befriend(ada, boris)
    for spec in (EVERYONE, ALL_TIES, ONLY_ME):
        post = actions.publish(ada, text="Talk", spec=spec)
        writers = (ada,) if spec is ONLY_ME else (ada, boris)
        comments = [actions.comment(each, parent=post, text="Yes") for each in writers for _each in range(2)]
        for viewer in (*(Viewer.of(each) for each in (ada, boris, cyril)), Viewer.stranger("social")):
            allowed = Post.objects.visible_to(viewer)
            expected = set(allowed.filter(root=post).values_list("pk", flat=True))
            if not allowed.filter(pk=post.pk).exists():
                with pytest.raises(Absent):
                    queries.thread(viewer, post.pk)
                continue
            found = queries.thread(viewer, post.pk)
            assert {card.id for card in found.comments} == expected
            assert queries.thread(viewer, comments[0].pk).focus == comments[0].pk
    with pytest.raises(Absent):
        queries.thread(Viewer.of(person("dora", "professional")), Post.objects.first().pk)


def test_a_repost_leads_to_the_thread_of_what_it_repeats():
    ada, boris = person("ada"), person("boris")
    post = actions.publish(ada, text="Talk", spec=EVERYONE)
    again = actions.repost(boris, post=post)
    found = queries.thread(Viewer.of(ada), again.pk)
    assert (found.root.id, found.focus) == (post.pk, None)
