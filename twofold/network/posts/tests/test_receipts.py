"""The receipt of a post: whom it reached, reaches, and every change since, by the door's own log."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.posts import actions
from twofold.network.posts.models import Post, Receipt
from twofold.people.audiences.models import Change, Grant
from twofold.people.audiences.specs import (
    ALL_TIES,
    EVERYONE,
    ONLY_ME,
    TIES,
    AudienceSpec,
    circle,
    ties_of_kind,
)
from twofold.people.graph.actions import (
    add_to_circle,
    block,
    end_tie,
    make_circle,
    remove_from_circle,
    set_tie_kind,
)
from twofold.people.personas.actions import erase_persona

pytestmark = pytest.mark.django_db
FAMILY = AudienceSpec(parts=frozenset({ties_of_kind("family")}))


@pytest.fixture
def ada():
    return person("ada")


def friend(ada, handle: str, kind: str = "friend"):
    made = person(handle)
    befriend(ada, made, kind=kind)
    return made


def shared(ada, spec=ALL_TIES) -> Post:
    post = actions.publish(ada, text="We moved to the harbour", spec=spec)
    drain()
    return post


def at(post: Post) -> str:
    return f"/social/posts/{encode(post.pk)}/receipt"


def seen(persona, post: Post) -> str:
    answer = client_of(persona).get(at(post))
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode().split('id="t-since"')[0]).split())


def steps(persona, post: Post, query: str = "") -> list[str]:
    page = client_of(persona).get(at(post) + query).content.decode()
    rows = page.split('id="steps"')[1].split("</section>")[0].split('class="row step"')[1:]
    return [
        " ".join(
            re.sub(r"<[^>]+>", " ", row.split('class="grow"')[1].split('<span class="small')[0])
            .strip(" >")
            .split()
        )
        for row in rows
    ]


def test_a_fresh_post_says_whom_it_reached_and_that_it_adds_up(ada):
    friend(ada, "boris"), friend(ada, "cleo")
    said = seen(ada, shared(ada))
    assert "All friends: 2 people" in said
    assert "Checked just now" in said
    assert "Boris" in said
    assert steps(ada, Post.objects.get()) == []


def test_every_change_is_told_in_order_and_the_log_leads_back(ada):
    boris, cleo = friend(ada, "boris"), friend(ada, "cleo")
    post = shared(ada)
    friend(ada, "dora")
    end_tie(boris, other=ada)
    block(ada, persona=cleo)
    said = seen(ada, post)
    assert "Checked just now" in said
    assert "Sees it since: Dora" in said
    assert "No longer sees it: Boris , Cleo" in said
    assert steps(ada, post) == [
        "Cleo no longer a friend · blocked by you",
        "Boris no longer a friend",
        "Dora became a friend",
    ]


def test_circles_and_kinds_count_only_where_the_post_is_shared_with_them(ada):
    club = make_circle(ada, name="Choir")
    boris, cleo = friend(ada, "boris", "family"), friend(ada, "cleo")
    post = shared(ada, AudienceSpec(parts=frozenset({circle(club.pk), ties_of_kind("family")})))
    add_to_circle(ada, circle=club, persona=cleo)
    remove_from_circle(ada, circle=club, persona=cleo)
    set_tie_kind(ada, other=boris, kind="acquaintance")
    assert steps(ada, post) == [
        "Boris taken out of “Family”",
        "Cleo put into “Choir” · taken out of “Choir”",
    ]
    assert steps(ada, shared(ada)) == []


def test_exceptions_and_people_by_name_count_as_the_door_counts_them(ada):
    boris, cleo = friend(ada, "boris"), friend(ada, "cleo")
    post = shared(ada, AudienceSpec(parts=frozenset({TIES}), except_named=frozenset({cleo.pk})))
    assert "All friends except Cleo: 1 person" in seen(ada, post)
    named = shared(ada, AudienceSpec(named=frozenset({boris.pk, cleo.pk})))
    block(ada, persona=boris)
    said = seen(ada, named)
    assert ": 2 people" in said
    assert "No longer sees it: Boris" in said
    assert "Checked just now" in said
    assert steps(ada, named) == ["Boris blocked by you"]


def test_a_post_shown_to_others_tells_of_each_list_only_for_its_time(ada):
    friend(ada, "boris", "family")
    post = shared(ada, FAMILY)
    friend(ada, "cleo")
    actions.change_audience(ada, post=post, spec=ALL_TIES)
    friend(ada, "dora", "family")
    actions.change_audience(ada, post=post, spec=ONLY_ME)
    friend(ada, "emil")
    assert steps(ada, post) == [
        "You changed it from “All friends” to “Only me”",
        "Dora became a friend",
        "You changed it from “Family” to “All friends”",
    ]
    said = seen(ada, post)
    assert "Family: 1 person" in said
    assert "No longer sees it: Boris" in said
    assert "Checked just now" in said


def test_nobody_learns_who_shut_them_out(ada):
    """A block by the other and a persona that is gone look the same; one by a stranger is not told at all."""
    boris, cleo, stranger = friend(ada, "boris"), friend(ada, "cleo"), person("stranger")
    post, public = shared(ada), shared(ada, EVERYONE)
    block(boris, persona=ada)
    erase_persona(cleo)
    block(stranger, persona=ada)
    drain()
    gone = "Somebody who is not here for you any more no longer a friend"
    told = steps(ada, post)
    assert [each.replace(" · no longer here", "") for each in told] == [gone, gone]
    assert "Boris" not in seen(ada, post)
    assert "2 who are not here for you any more" in seen(ada, post)
    assert "Checked just now" in seen(ada, post)
    assert steps(ada, public) == []


def test_a_list_changed_past_the_log_is_found_out(ada):
    friend(ada, "boris")
    post = shared(ada)
    Grant.objects.filter(part__owner=ada.pk).delete()
    assert "does not account for every change" in seen(ada, post)


def test_a_post_that_is_not_sealed_yet_says_so(ada):
    friend(ada, "boris")
    post = actions.publish(ada, text="Just now", spec=ALL_TIES)
    assert "about to seal this" in seen(ada, post)
    drain()
    assert "Checked just now" in seen(ada, post)


def test_a_post_from_before_the_log_says_so(ada):
    friend(ada, "boris")
    post = shared(ada)
    Receipt.objects.all().delete()
    assert "before the server kept a log" in seen(ada, post)


def test_the_receipt_is_for_its_author_alone(ada):
    boris, other = friend(ada, "boris"), person("other")
    post = shared(ada)
    assert client_of(boris).get(at(post)).status_code == 403
    assert client_of(other).get(at(post)).status_code == 404
    assert client_of(None).get(at(post)).status_code == 302


def test_the_log_goes_with_its_owner(ada):
    boris = friend(ada, "boris")
    erase_persona(ada)
    drain()
    assert not Change.objects.filter(owner=ada.pk).exists()
    assert Change.objects.filter(owner=boris.pk, deed=Change.Deed.OUT).exists()


def test_a_long_account_comes_in_pages_at_a_fixed_cost(ada):
    friend(ada, "first")
    post = shared(ada)
    friend(ada, "second")
    browser, costs = client_of(ada), []
    browser.get(at(post))
    for more in (0, 35):
        for number in range(more):
            friend(ada, f"friend{number}")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page = browser.get(at(post)).content.decode()
        costs.append(len(asked))
    assert costs[0] == costs[1]
    following = re.search(r"\?before=(\d+)", page)[0]
    assert len(steps(ada, post)) == 30
    assert steps(ada, post, following)[-1] == "Second became a friend"
