"""Being named where a post reaches far: asked, answered, asked again for others, and never told of a no."""

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.posts import actions
from twofold.network.posts.models import Post
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, FRIENDS_OF_FRIENDS, MEMBERS

pytestmark = pytest.mark.django_db
LINK, PAGE = 'href="/social/@boris/"', "/social/mentions/"


@pytest.fixture
def pair():
    ada, boris = person("ada", name="Ada"), person("boris", name="Boris")
    befriend(ada, boris)
    return ada, boris


def html(post: Post) -> str:
    return Post.objects.get(pk=post.pk).html


def answer(boris, post: Post, act: str):
    return client_of(boris).post(PAGE, {"act": act, "post": encode(post.pk)})


def test_among_friends_a_name_leads_at_once_and_further_out_after_a_yes(pair):
    ada, boris = pair
    assert LINK in html(actions.publish(ada, text="With @boris", spec=ALL_TIES))
    for spec in (EVERYONE, MEMBERS, FRIENDS_OF_FRIENDS):
        assert LINK not in html(actions.publish(ada, text="With @boris", spec=spec))
    post = Post.objects.latest("position")
    drain()
    assert "may your name lead to you?" in client_of(boris).get("/social/notifications/").content.decode()
    assert "With @boris" in client_of(boris).get(PAGE).content.decode()
    assert answer(boris, post, "yes").status_code == 303
    assert LINK in html(post)
    assert f"/social/posts/{encode(post.pk)}/" not in client_of(boris).get(PAGE).content.decode()
    # Edited by its author it stays; for wider ones they are asked again, and for friends nobody needs to be.
    actions.edit(ada, post=post, text="Still with @boris")
    assert LINK in html(post)
    actions.change_audience(ada, post=post, spec=EVERYONE)
    assert LINK not in html(post)
    actions.change_audience(ada, post=post, spec=ALL_TIES)
    assert LINK in html(post)


def test_whoever_names_somebody_far_out_is_told_that_they_are_asked(pair):
    ada, _boris = pair
    client = client_of(ada)

    def said(reach: str) -> str:
        return client.post(
            "/social/posts/new", {"text": "With @boris", "reach": reach}, follow=True
        ).content.decode()

    assert "Boris is asked whether the name may lead to them" in said("everyone")
    assert "Boris is asked" not in said("ties")


def test_a_no_is_silent_and_holds_whatever_its_author_does(pair):
    ada, boris = pair
    post = actions.publish(ada, text="With @boris", spec=EVERYONE)
    drain()
    assert "mentioned you" in client_of(boris).get("/social/notifications/").content.decode()
    assert answer(boris, post, "no").status_code == 303
    drain()
    assert "mentioned you" not in client_of(boris).get("/social/notifications/").content.decode()
    assert "declined" not in client_of(ada).get(f"/social/posts/{encode(post.pk)}/").content.decode()
    actions.edit(ada, post=post, text="Again with @boris")
    actions.change_audience(ada, post=post, spec=ALL_TIES)
    assert LINK not in html(post)
    assert "Again with" not in client_of(boris).get(PAGE).content.decode()
    hidden = actions.publish(ada, text="Not with Boris", spec=EVERYONE)
    for other in (hidden, Post(pk=12345)):
        assert answer(boris, other, "yes").status_code == 404


def test_whoever_takes_part_is_answered_by_name_and_whoever_likes_is_not_asked(pair):
    ada, boris = pair
    post = actions.publish(ada, text="Who comes along?", spec=EVERYONE)
    actions.comment(boris, parent=post, text="I do")
    assert LINK in html(actions.comment(ada, parent=post, text="@boris see you there"))
    client_of(boris).post(PAGE, {"act": "freely"})
    assert LINK in html(actions.publish(ada, text="With @boris", spec=EVERYONE))
    client_of(boris).post(PAGE, {"act": "ask"})
    assert LINK not in html(actions.publish(ada, text="With @boris", spec=EVERYONE))
    # At work a name is there to be found.
    one, other = person("one.works", "professional"), person("other.works", "professional")
    assert (
        other.handle
        in html(actions.publish(one, text="With @other.works", spec=EVERYONE)).split("href", 1)[1]
    )
    assert client_of(one).get("/professional/mentions/").status_code == 404
