"""What a post can have besides words, and what its author does with it later."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Refused
from twofold.network.posts import actions, queries
from twofold.network.posts.extras import Extras
from twofold.network.posts.models import Draft, Limiting, Poll, Post
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, AudienceSpec
from twofold.people.graph.actions import block
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db
NEW = "/social/posts/new"


@pytest.fixture
def ada():
    return person("ada")


@pytest.fixture
def bo():
    return person("boris")


def page(persona, address: str) -> str:
    answer = client_of(persona).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def at(post: Post, act: str = "") -> str:
    return f"/social/posts/{encode(post.pk)}/{act}"


def fields(**more) -> dict:
    return {"text": "Soup or salad?", "reach": "everyone", "once": "one", "intent": "send", **more}


def test_a_poll_is_asked_and_answered_once_by_each_and_shows_no_names(ada, bo):
    client_of(ada).post(NEW, fields(option=["Soup", "Salad", " ", "Soup"], days="3"))
    post, voter = Post.objects.get(), client_of(bo)
    before = page(bo, at(post))
    assert "Soup" in before
    assert "%" not in before.split('class="poll"')[1].split("</article>")[0]
    for choice in ("0", "0", "1"):
        assert voter.post(at(post, "vote"), {"option": choice}).status_code == 303
    poll = Poll.objects.get()
    assert poll.voters_count == 1
    assert list(poll.options.values_list("text", "votes_count")) == [("Soup", 0), ("Salad", 1)]
    assert "100 %" in page(bo, at(post))
    assert bo.name not in page(ada, at(post))


def test_a_poll_that_is_over_or_not_there_takes_no_voice(ada, bo):
    post = actions.publish(ada, text="?", spec=EVERYONE, extras=Extras(options=("a", "b")))
    assert client_of(bo).post(at(post, "vote"), {"option": ["0", "1"]}).status_code == 422
    assert client_of(bo).post(at(post, "vote"), {"option": "7"}).status_code == 422
    Poll.objects.update(ends_at=clock.now())
    assert client_of(bo).post(at(post, "vote"), {"option": "0"}).status_code == 422
    block(ada, persona=bo)
    assert client_of(bo).post(at(post, "vote"), {"option": "0"}).status_code == 404
    plain = actions.publish(ada, text="No poll", spec=EVERYONE)
    assert client_of(ada).post(at(plain, "vote"), {"option": "0"}).status_code == 404


def test_a_poll_of_one_answer_keeps_what_was_typed(ada):
    answer = client_of(ada).post(NEW, fields(option=["Only this"]))
    assert answer.status_code == 422
    assert 'value="Only this"' in answer.content.decode()
    assert not Post.objects.exists()


def test_a_milestone_with_a_feeling_and_a_place_says_so(ada, bo):
    client_of(ada).post(NEW, fields(text="", occasion="move", feeling="happy", place="Zierikzee"))
    shown = page(bo, at(Post.objects.get()))
    for words in ("A new home", "is feeling happy", "Zierikzee", "Wishes and comments"):
        assert words in shown
    assert client_of(ada).post(NEW, fields(once="two", occasion="launch")).status_code == 422


def test_a_poll_that_is_taken_back_at_once_goes_on_as_a_draft(ada):
    client_of(ada).post(NEW, fields(option=["Soup", "Salad"], occasion="moment"))
    draft = actions.unsend(ada, post=Post.objects.get())
    assert draft.fields["options"] == ["Soup", "Salad"]
    assert draft.fields["occasion"] == "moment"


def test_only_those_whom_the_author_lets_can_answer(ada, bo):
    cyril = person("cyril")
    befriend(ada, bo)
    post = actions.publish(ada, text="Hi", spec=EVERYONE, extras=Extras(replies=1))
    assert "Only friends of the author can answer here." in page(cyril, at(post))
    assert client_of(cyril).post(at(post, "comment"), {"text": "Me!"}).status_code == 403
    assert client_of(bo).post(at(post, "comment"), {"text": "Me!"}).status_code == 303
    told = client_of(ada).post(at(post, "answers"), {"replies": "3"}, follow=True).content.decode()
    assert told.count("Answers are closed.") == 2, (
        "said once, and then as long as it is so, to the author too"
    )
    assert 'id="f-answer"' in told
    assert client_of(bo).post(at(post, "comment"), {"text": "Again"}).status_code == 403
    assert client_of(ada).post(at(post, "comment"), {"text": "Mine"}).status_code == 303
    assert client_of(bo).post(at(post, "answers"), {"replies": "0"}).status_code == 403
    named = actions.publish(ada, text="@cyril?", spec=EVERYONE, extras=Extras(replies=2))
    assert client_of(cyril).post(at(named, "comment"), {"text": "Yes"}).status_code == 303
    assert client_of(bo).post(at(named, "comment"), {"text": "Yes"}).status_code == 403


def test_a_pinned_post_stands_first_for_those_who_may_see_it(ada, bo):
    first = actions.publish(ada, text="Oldest words", spec=ALL_TIES)
    actions.publish(ada, text="Newest words", spec=EVERYONE)
    client_of(ada).post(at(first, "pin"))
    mine = page(ada, "/social/@ada/")
    assert mine.index("Oldest words") < mine.index("Newest words")
    assert mine.count("Oldest words") == 1
    assert "Oldest words" not in page(bo, "/social/@ada/")
    assert client_of(bo).post(at(first, "pin")).status_code == 404
    client_of(ada).post("/social/posts/unpin")
    mine = page(ada, "/social/@ada/")
    assert mine.index("Newest words") < mine.index("Oldest words")


def test_past_posts_are_limited_at_once_and_widened_again(ada, bo):
    cyril = person("cyril")
    befriend(ada, bo)
    wide = actions.publish(ada, text="For all", spec=EVERYONE)
    near = actions.publish(
        ada,
        text="For friends",
        spec=AudienceSpec(ALL_TIES.scope, ALL_TIES.parts, except_named=frozenset({bo.pk})),
    )
    but = actions.publish(
        ada, text="All but Bo", spec=AudienceSpec(EVERYONE.scope, except_named=frozenset({bo.pk}))
    )
    said = actions.comment(cyril, parent=wide, text="Seen")
    assert "2 posts of yours reach further" in page(ada, "/social/posts/limit")
    client_of(ada).post("/social/posts/limit")
    for post in (wide, near, but, said):
        assert post.pk not in [each.pk for each in queries.seen_by(Viewer.of(cyril)).exclude(author=cyril)]
    assert queries.get(Viewer.of(bo), wide.pk)
    assert but.pk not in [each.pk for each in queries.seen_by(Viewer.of(bo))]
    with pytest.raises(Refused):
        actions.limit_past(ada)
    limiting = Limiting.objects.get()
    assert client_of(bo).post(f"/social/posts/limit/{encode(limiting.pk)}/undo").status_code == 404
    client_of(ada).post(f"/social/posts/limit/{encode(limiting.pk)}/undo")
    assert queries.get(Viewer.of(cyril), wide.pk)
    assert queries.get(Viewer.of(cyril), but.pk)
    assert near.pk not in [each.pk for each in queries.seen_by(Viewer.of(cyril))]


def test_limiting_can_be_undone_for_a_day_only(ada):
    actions.publish(ada, text="For all", spec=EVERYONE)
    limiting = actions.limit_past(ada)
    Limiting.objects.update(at=clock.now() - timedelta(days=2))
    with pytest.raises(Refused, match="too late"):
        actions.take_limit_back(ada, limiting_id=limiting.pk)


def test_a_post_is_sent_by_itself_when_its_time_has_come(ada, bo):
    later = (clock.now() + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M")
    client_of(ada).post(NEW, fields(text="Tomorrow's news", intent="later", due=later))
    draft = Draft.objects.get()
    assert "Will be sent" in page(ada, "/social/drafts/")
    assert actions.send_what_is_due() == 0
    Draft.objects.update(due_at=clock.now())
    assert actions.send_what_is_due() == 1
    drain()
    assert "news" in page(bo, "/social/@ada/")
    assert not Draft.objects.exists()
    assert Post.objects.get().submission == f"draft-{draft.pk}"


def test_a_time_gone_by_is_refused_with_everything_kept(ada):
    answer = client_of(ada).post(NEW, fields(intent="later", due="2001-01-01T10:00"))
    assert answer.status_code == 422
    assert "still to come" in answer.content.decode()
    assert 'value="2001-01-01T10:00"' in answer.content.decode()


def test_a_scheduled_post_that_cannot_be_sent_waits_with_its_reason(ada, bo):
    quoted = actions.publish(bo, text="Quote me", spec=EVERYONE)
    draft = actions.save_draft(ada, fields={"text": "So", "audience": ["everyone"], "quote_of": quoted.pk})
    actions.schedule(ada, draft=draft, due=clock.now() + timedelta(minutes=1))
    actions.delete(bo, post=quoted)
    Draft.objects.update(due_at=clock.now())
    assert actions.send_what_is_due() == 0
    assert "Could not be sent" in page(ada, "/social/drafts/")


def test_memories_come_back_on_their_day_unless_they_are_to_be_left_alone(ada, bo):
    today = clock.now()
    past = (
        today.replace(year=today.year - 4, day=28)
        if (today.month, today.day) == (2, 29)
        else today.replace(year=today.year - 4)
    )
    post = actions.publish(ada, text="The old boat with @boris", spec=EVERYONE, at=past)
    actions.publish(bo, text="Not hers", spec=EVERYONE, at=past)
    shown = page(ada, "/social/memories/")
    if past.day == today.day:
        assert "The old boat" in shown
        assert "4 years ago" in shown
    assert "Not hers" not in shown
    for what in ({"what": "day"}, {"post": encode(post.pk)}, {"what": "person", "name": "@boris"}):
        client_of(ada).post("/social/memories/forget", what)
        assert "years ago" not in page(ada, "/social/memories/")
        number = queries.forgotten(Viewer.of(ada))[0].pk
        client_of(ada).post(f"/social/memories/forgotten/{number}/remember")
    assert page(ada, "/social/memories/").count("The old boat") == shown.count("The old boat")


def test_saved_things_lie_in_collections_of_ones_own(ada, bo):
    post = actions.publish(ada, text="Pancakes", spec=EVERYONE)
    mine = client_of(bo)
    mine.post(at(post, "save"))
    where = mine.post("/social/saved/new", {"name": "Recipes"})["Location"]
    assert "Nothing in it yet" in page(bo, where)
    assert mine.post("/social/saved/new", {"name": "Recipes"}).status_code == 422
    mine.post(at(post, "collect"), {"collection": where.split("/")[3]})
    assert "Pancakes" in page(bo, where)
    assert client_of(ada).get(where).status_code == 404
    assert client_of(ada).post(at(post, "collect"), {"collection": where.split("/")[3]}).status_code == 404
    mine.post(f"{where}drop")
    assert "Pancakes" in page(bo, "/social/saved/")


def test_a_page_of_polls_costs_no_more_queries_than_one(ada, bo):
    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            cards = queries.cards(Viewer.of(bo), list(Post.objects.all()))
        assert cards
        return len(seen)

    actions.publish(ada, text="?", spec=EVERYONE, extras=Extras(options=("a", "b")))
    cost()
    one = cost()
    for number in range(10):
        actions.publish(ada, text=f"? {number}", spec=EVERYONE, extras=Extras(options=("a", "b")))
    cost()
    assert cost() == one
