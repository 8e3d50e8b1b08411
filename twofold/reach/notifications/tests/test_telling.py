from pathlib import Path

import pytest

from tests.world import befriend, person
from twofold.foundation.courier.actions import announce
from twofold.foundation.courier.worker import drain
from twofold.network.posts.facts import CommentPublished, PostPublished, Reacted, ReactionWithdrawn, Reposted
from twofold.network.posts.models import Mention, Post
from twofold.people.audiences.specs import ALL_TIES, EVERYONE
from twofold.people.graph import actions as graph
from twofold.people.graph.models import Mute
from twofold.people.personas.viewers import Viewer
from twofold.reach.notifications import actions, queries
from twofold.reach.notifications.glyphs import GLYPHS
from twofold.reach.notifications.models import Kind, Notification
from twofold.reach.notifications.tests import rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    people = {name: person(name) for name in ("author", "friend", "other", "stranger")}
    befriend(people["author"], people["friend"])
    befriend(people["author"], people["other"])
    drain()
    Notification.objects.all().delete()
    return people


def told(persona, **options) -> list[queries.Told]:
    return list(queries.inbox(Viewer.of(persona), **options))


def react(persona, post: Post, kind: str = "love") -> None:
    announce(Reacted(post.pk, persona.pk, kind))
    drain()


def test_reactions_to_one_post_are_told_together(town):
    post = rows.post(town["author"], EVERYONE)
    react(town["friend"], post)
    react(town["other"], post, "wow")
    react(town["other"], post, "laugh")
    [group] = told(town["author"])
    assert (group.kind, group.count, group.unread, group.post) == (Kind.REACTION, 2, True, post)
    assert [actor.pk for actor in group.actors] == [town["other"].pk, town["friend"].pk]
    assert group.details == {"love", "laugh"}
    assert queries.unread_count(Viewer.of(town["author"])) == 2


def test_every_kind_of_news_has_a_picture_that_is_there():
    drawn = (Path(__file__).parents[3] / "surfaces/web/static/web/icons.svg").read_text()
    assert set(GLYPHS) == set(Kind)
    assert [each for each in GLYPHS.values() if f'id="{each}"' not in drawn] == []


def test_an_undone_reaction_takes_its_notification_with_it(town):
    post = rows.post(town["author"], EVERYONE)
    react(town["friend"], post)
    announce(ReactionWithdrawn(post.pk, town["friend"].pk))
    drain()
    assert told(town["author"]) == []


def test_nobody_is_told_of_themselves(town):
    react(town["author"], rows.post(town["author"], EVERYONE))
    assert told(town["author"]) == []


def test_the_muted_tell_nothing_and_what_they_told_before_is_hidden(town):
    post = rows.post(town["author"], EVERYONE)
    react(town["friend"], post)
    Mute.objects.create(by=town["author"], persona=town["friend"])
    assert told(town["author"]) == []
    assert queries.unread_count(Viewer.of(town["author"])) == 0
    react(town["friend"], rows.post(town["author"], EVERYONE))
    Mute.objects.all().delete()
    assert len(told(town["author"])) == 1


def test_a_block_hides_and_forgets_what_either_told(town):
    post = rows.post(town["author"], EVERYONE)
    react(town["friend"], post)
    graph.block(town["friend"], persona=town["author"])
    assert told(town["author"]) == []
    assert queries.unread_count(Viewer.of(town["author"])) == 0
    drain()
    assert not Notification.objects.exists()


def test_a_comment_tells_the_author_and_the_one_it_answers_once_each(town):
    post = rows.post(town["author"], EVERYONE)
    comment = rows.comment(town["friend"], post)
    announce(CommentPublished(comment.pk, post.pk, town["friend"].pk))
    answer = rows.comment(town["other"], comment)
    announce(CommentPublished(answer.pk, post.pk, town["other"].pk))
    own = rows.comment(town["author"], comment)
    announce(CommentPublished(own.pk, post.pk, town["author"].pk))
    drain()
    [to_author] = told(town["author"])
    assert (to_author.kind, to_author.count, to_author.post) == (Kind.COMMENT, 2, answer)
    [to_friend] = told(town["friend"])
    assert (to_friend.kind, to_friend.count, to_friend.post) == (Kind.REPLY, 2, own)


def test_a_deleted_comment_is_neither_shown_nor_counted(town):
    post = rows.post(town["author"], EVERYONE)
    comment = rows.comment(town["friend"], post)
    announce(CommentPublished(comment.pk, post.pk, town["friend"].pk))
    drain()
    assert queries.unread_count(Viewer.of(town["author"])) == 1
    Post.objects.filter(pk=comment.pk).update(live=False)
    assert told(town["author"]) == []
    assert queries.unread_count(Viewer.of(town["author"])) == 0


def test_a_mention_is_told_only_to_those_who_may_see_the_post(town):
    post = rows.post(town["author"], ALL_TIES)
    for name in ("friend", "stranger"):
        Mention.objects.create(post=post, persona=town[name])
    announce(PostPublished(post.pk, town["author"].pk))
    drain()
    assert [group.kind for group in told(town["friend"])] == [Kind.MENTION]
    assert told(town["stranger"]) == []


def test_a_quote_and_a_repost_are_told_to_the_first_author(town):
    post = rows.post(town["author"], EVERYONE)
    quote = rows.post(town["friend"], EVERYONE, quote_of=post)
    Mention.objects.create(post=quote, persona=town["author"])
    announce(PostPublished(quote.pk, town["friend"].pk))
    repost = rows.repost(town["other"], post)
    announce(PostPublished(repost.pk, town["other"].pk))
    announce(Reposted(repost.pk, post.pk, town["other"].pk))
    drain()
    assert [group.kind for group in told(town["author"])] == [Kind.REPOST, Kind.QUOTE]
    Post.objects.filter(pk=repost.pk).update(live=False)
    assert [group.kind for group in told(town["author"])] == [Kind.QUOTE]


def test_requests_acceptances_and_followers_come_and_go(town):
    graph.request_tie(town["stranger"], receiver=town["author"])
    graph.follow(town["other"], followed=town["author"])
    drain()
    assert {group.kind for group in told(town["author"])} == {Kind.TIE_REQUEST, Kind.FOLLOW}
    graph.accept_tie(town["author"], sender=town["stranger"])
    graph.unfollow(town["other"], followed=town["author"])
    drain()
    assert told(town["author"]) == []
    assert [group.kind for group in told(town["stranger"])] == [Kind.TIE_ACCEPTED]


def test_a_withdrawn_request_leaves_nothing(town):
    graph.request_tie(town["stranger"], receiver=town["author"])
    drain()
    graph.withdraw_tie(town["stranger"], receiver=town["author"])
    drain()
    assert told(town["author"]) == []


def test_reading_one_bundle_or_all(town):
    first, second = (rows.post(town["author"], EVERYONE) for _ in range(2))
    react(town["friend"], first)
    react(town["friend"], second)
    viewer = Viewer.of(town["author"])
    assert actions.mark_read(town["author"], bundle=f"reaction:{first.pk}") == 1
    assert [group.unread for group in told(town["author"])] == [True, False]
    assert actions.mark_read(town["author"]) == 1
    assert queries.unread_count(viewer) == 0
    assert actions.mark_read(town["author"]) == 0


def test_tabs_show_their_kinds(town):
    react(town["friend"], rows.post(town["author"], EVERYONE))
    graph.follow(town["stranger"], followed=town["author"])
    drain()
    assert [group.kind for group in told(town["author"], tab="people")] == [Kind.FOLLOW]
    assert [group.kind for group in told(town["author"], tab="posts")] == [Kind.REACTION]
    assert told(town["author"], tab="mentions") == []


def test_pages_meet_without_gap_or_overlap(town):
    posts = [rows.post(town["author"], EVERYONE) for _ in range(5)]
    for post in posts:
        react(town["friend"], post)
    viewer, seen, before = Viewer.of(town["author"]), [], None
    while True:
        page = queries.inbox(viewer, before, size=2)
        seen += [group.post.pk for group in page]
        before = page.after
        if before is None:
            break
    assert seen == [post.pk for post in reversed(posts)]


@pytest.mark.parametrize("size", [1, 50])
def test_an_inbox_takes_three_statements_whatever_its_length(town, size, django_assert_num_queries):
    for _ in range(size):
        post = rows.post(town["author"], EVERYONE)
        actions.notify(
            [town["author"].pk],
            actor_id=town["friend"].pk,
            kind=Kind.REACTION,
            detail="love",
            bundle=f"reaction:{post.pk}",
            post=post,
        )
    with django_assert_num_queries(3):
        assert len(queries.inbox(Viewer.of(town["author"]), size=size)) == size


def test_a_bundle_and_an_inbox_keep_their_latest(town, monkeypatch):
    monkeypatch.setattr(actions, "BUNDLE_KEPT", 1)
    post = rows.post(town["author"], EVERYONE)
    react(town["friend"], post)
    react(town["other"], post)
    assert Notification.objects.get().actor == town["other"]
    monkeypatch.setattr(actions, "KEPT", 1)
    newer = rows.post(town["author"], EVERYONE)
    react(town["friend"], newer)
    actions.trim()
    assert Notification.objects.get().post == newer
