from datetime import timedelta

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.kit.ids import encode
from twofold.network.posts import actions
from twofold.network.posts.models import Draft
from twofold.people.audiences.specs import EVERYONE, ONLY_ME

pytestmark = pytest.mark.django_db


def at(post, suffix: str = "") -> str:
    return f"/{post.network}/posts/{encode(post.pk)}/{suffix}"


@pytest.mark.parametrize("network", ["social", "professional"])
def test_every_page_of_posts_answers(network):
    ada, boris = person("ada", network), person("boris", network)
    befriend(ada, boris)
    post = actions.publish(ada, text="Hello #sea", spec=EVERYONE)
    comment = actions.comment(boris, parent=post, text="Hi")
    actions.comment(ada, parent=comment, text="Deeper")
    actions.publish(boris, text="Look", spec=EVERYONE, quote_of=post)
    actions.repost(boris, post=post)
    actions.save(ada, post=post)
    actions.react(boris, post=post, kind="love" if network == "social" else "support")
    actions.save_draft(ada, fields={"text": "Later"})
    mine = client_of(ada)
    pages = [
        f"/{network}/posts/new",
        f"/{network}/posts/new?quote={encode(post.pk)}",
        f"/{network}/drafts/",
        f"/{network}/drafts/{encode(Draft.objects.get().pk)}/",
        f"/{network}/saved/",
        f"/{network}/tags/sea/",
        f"/{network}/tags/none/",
        at(comment),
    ]
    pages += [
        at(post, each) for each in ("", "edit", "audience", "history", "reactions", "reposts", "delete")
    ]
    for page in pages:
        answer = mine.get(page)
        assert answer.status_code == 200, page
        assert "~ID~" not in answer.content.decode(), page
        assert "\x00" not in answer.content.decode(), page


def test_an_answer_that_a_clock_put_before_its_question_hangs_on_it_all_the_same():
    author = person()
    post = actions.publish(author, text="Who comes?", spec=EVERYONE)
    question = actions.comment(author, parent=post, text="When?", at=post.published_at + timedelta(minutes=9))
    actions.comment(author, parent=question, text="At six.", at=post.published_at + timedelta(minutes=2))
    words = client_of(None).get(f"/social/posts/{encode(post.pk)}/").content.decode()
    assert words.index("When?") < words.index("At six.")


def test_how_a_hashtag_was_first_written_is_told_to_those_who_see_that_it_was():
    ada, cyd = person("ada"), person("cyd")
    actions.publish(ada, text="A surprise #OrionParty", spec=ONLY_ME)
    page = client_of(cyd).get("/social/tags/orionparty/").content
    assert b"#orionparty" in page
    assert b"OrionParty" not in page
    assert b"OrionParty" in client_of(ada).get("/social/tags/orionparty/").content
