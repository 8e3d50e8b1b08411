import pytest

from tests.world import befriend, person
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.posts import actions, queries
from twofold.network.posts.models import LinkCard, Mention, Post, Version
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, ONLY_ME
from twofold.people.graph.actions import block
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


def view(persona) -> Viewer:
    return Viewer.of(persona)


@pytest.fixture
def ada():
    return person("ada")


@pytest.fixture
def bo():
    return person("boris")


def test_a_post_carries_its_mentions_tags_and_first_link(ada, bo):
    actions.choose_naming(bo, freely=True)
    post = actions.publish(ada, text="Hi @boris, @nobody! #Sea https://example.org/a", spec=EVERYONE)
    assert f'href="/social/@{bo.handle}/"' in post.html
    assert "@nobody" in post.html
    assert "/social/tags/sea/" in post.html
    assert list(Mention.objects.values_list("persona", flat=True)) == [bo.pk]
    assert LinkCard.objects.get().url == "https://example.org/a"
    assert [each.pk for each in queries.tagged(view(bo), "social", "SEA")] == [post.pk]


def test_nobody_of_the_other_network_can_be_mentioned(ada):
    person("cyril", "professional")
    assert "<a" not in actions.publish(ada, text="Hi @cyril", spec=EVERYONE).html


def test_the_same_submission_twice_is_one_post(ada):
    first = actions.publish(ada, text="Once", spec=EVERYONE, once="key")
    again = actions.publish(ada, text="Once", spec=EVERYONE, once="key")
    assert first.pk == again.pk
    answer = actions.comment(ada, parent=first, text="Yes", once="other")
    assert actions.comment(ada, parent=first, text="Yes", once="other").pk == answer.pk
    first.refresh_from_db()
    assert first.comments_count == 1


def test_an_empty_and_an_endless_post_are_refused(ada):
    with pytest.raises(Refused, match="Write something"):
        actions.publish(ada, text=" \n ", spec=EVERYONE)
    with pytest.raises(Refused, match="90,000 too long"):
        actions.publish(ada, text="x" * 100_000, spec=EVERYONE)
    assert not Post.objects.exists()


def test_a_comment_carries_the_audience_of_its_post(ada, bo):
    befriend(ada, bo)
    stranger = person("cyril")
    post = actions.publish(ada, text="For friends", spec=ALL_TIES)
    answer = actions.comment(bo, parent=post, text="Thanks")
    assert answer.audience_id == post.audience_id
    for thing in (post, answer):
        with pytest.raises(Absent):
            queries.get(view(stranger), thing.pk)
    with pytest.raises(Absent):
        actions.comment(stranger, parent=post, text="Me too")
    deeper = actions.comment(ada, parent=answer, text="Welcome")
    assert (deeper.root_id, deeper.parent_id) == (post.pk, answer.pk)
    counts = dict(Post.objects.values_list("pk", "comments_count"))
    assert (counts[post.pk], counts[answer.pk]) == (2, 1)


def test_deleting_takes_the_thread_along_and_restoring_brings_it_back(ada, bo):
    post = actions.publish(ada, text="Here", spec=EVERYONE)
    kept, gone = (actions.comment(bo, parent=post, text=text) for text in ("kept", "gone"))
    passed = actions.repost(bo, post=post)
    actions.delete(bo, post=gone)
    actions.delete(ada, post=post)
    for each in (post, kept, gone, passed):
        with pytest.raises(Absent):
            queries.get(view(bo), each.pk)
    actions.restore(ada, post=post)
    assert {each for each in (post, kept, gone, passed) if _seen(bo, each)} == {post, kept, passed}
    post.refresh_from_db()
    assert (post.comments_count, post.reposts_count) == (1, 1)


def _seen(persona, post) -> bool:
    return queries.seen_by(view(persona)).filter(pk=post.pk).exists()


def test_only_its_author_changes_a_post(ada, bo):
    post = actions.publish(ada, text="Mine", spec=EVERYONE)
    for change in (
        lambda: actions.edit(bo, post=post, text="Yours"),
        lambda: actions.delete(bo, post=post),
        lambda: actions.change_audience(bo, post=post, spec=ONLY_ME),
        lambda: actions.unsend(bo, post=post),
    ):
        with pytest.raises(Refused):
            change()
    with pytest.raises(Absent):
        actions.restore(bo, post=post)


def test_editing_keeps_what_it_said_before(ada, bo):
    post = actions.publish(ada, text="One @boris", spec=EVERYONE)
    actions.edit(ada, post=post, text="Two #new")
    now, before = queries.versions(view(bo), post.pk)
    assert now.text == "Two #new"
    assert [each.text for each in before] == ["One @boris"]
    assert not Mention.objects.exists()
    actions.edit(ada, post=post, text="Two #new")
    assert Version.objects.count() == 1


def test_changing_the_audience_moves_comments_and_reposts(ada, bo):
    post = actions.publish(ada, text="All", spec=EVERYONE)
    answer = actions.comment(bo, parent=post, text="I see")
    passed = actions.repost(bo, post=post)
    reader = person("cyril")
    actions.change_audience(ada, post=post, spec=ONLY_ME)
    assert not any(_seen(reader, each) for each in (post, answer, passed))
    with pytest.raises(Refused):
        actions.change_audience(bo, post=answer, spec=EVERYONE)


def test_what_few_may_see_cannot_be_reposted(ada, bo):
    befriend(ada, bo)
    post = actions.publish(ada, text="Friends", spec=ALL_TIES)
    with pytest.raises(Refused, match="few people"):
        actions.repost(bo, post=post)


def test_reposting_twice_is_once_and_can_be_taken_back(ada, bo):
    post = actions.publish(ada, text="All", spec=EVERYONE)
    assert actions.repost(bo, post=post).pk == actions.repost(bo, post=post).pk
    actions.unrepost(bo, post=post)
    actions.unrepost(bo, post=post)
    post.refresh_from_db()
    assert post.reposts_count == 0


def test_a_reaction_is_of_the_network_and_counted_once(ada, bo):
    post = actions.publish(ada, text="All", spec=EVERYONE)
    for kind in ("love", "love", "wow"):
        actions.react(bo, post=post, kind=kind)
    post.refresh_from_db()
    assert post.reactions_count == 1
    with pytest.raises(Refused):
        actions.react(bo, post=post, kind="insightful")
    actions.unreact(bo, post=post)
    actions.unreact(bo, post=post)
    post.refresh_from_db()
    assert post.reactions_count == 0


def test_the_blocked_can_do_nothing_with_a_post(ada, bo):
    post = actions.publish(ada, text="All", spec=EVERYONE)
    block(ada, persona=bo)
    for wish in (
        lambda: actions.comment(bo, parent=post, text="Hey"),
        lambda: actions.react(bo, post=post, kind="love"),
        lambda: actions.repost(bo, post=post),
        lambda: actions.save(bo, post=post),
        lambda: actions.publish(bo, text="Look", spec=EVERYONE, quote_of=post),
    ):
        with pytest.raises(Absent):
            wish()


def test_undoing_brings_the_words_back_as_a_draft(ada, bo):
    post = actions.publish(ada, text="Oops", warning="Soup", spec=ALL_TIES)
    draft = actions.unsend(ada, post=post)
    assert draft.fields["text"] == "Oops"
    assert draft.fields["audience"] == ["ties"]
    assert not _seen(ada, post)
    with pytest.raises(Refused):
        actions.restore(ada, post=post)
    with pytest.raises(Absent):
        queries.draft(view(bo), draft.pk)


def test_saved_things_leave_the_list_when_they_are_withdrawn(ada, bo):
    posts = [actions.publish(ada, text=f"Number {number}", spec=EVERYONE) for number in range(3)]
    for each in posts:
        actions.save(bo, post=each)
    actions.change_audience(ada, post=posts[1], spec=ONLY_ME)
    assert [each.text for each in queries.saved(view(bo))] == ["Number 2", "Number 0"]
