"""The card of a milestone: written on, changed, taken off; and never for more people than the milestone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.kin.models import Greeting
from twofold.network.posts import actions as posts
from twofold.network.posts.actions.parts import Extras
from twofold.network.posts.models import Occasion, Post, Replies
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, ONLY_ME
from twofold.people.graph.actions import block
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db


def shared(author: Persona, spec=ALL_TIES, **extras) -> tuple[Post, str]:
    extras = {"occasion": Occasion.MOMENT, **extras}
    post = posts.publish(author, text="We swam to the island", extras=Extras(**extras), spec=spec)
    drain()
    return post, f"/{author.network}/wishes/{encode(post.pk)}/"


def town(network: str) -> tuple[Persona, Persona, Persona]:
    ada, ben, cleo = (person(name, network, name=name.title()) for name in ("ada", "ben", "cleo"))
    befriend(ada, ben)
    befriend(ada, cleo)
    return ada, ben, cleo


@pytest.mark.parametrize("network", ["professional", "social"])
def test_friends_write_on_a_card_and_its_owner_is_told(network):
    ada, ben, cleo = town(network)
    post, card = shared(ada)
    his, hers = client_of(ben), client_of(ada)
    assert f'href="{card}"' in his.get(f"/{network}/").content.decode()
    assert his.post(card, {"text": "  "}).status_code == 422
    long = his.post(card, {"text": "x" * 501})
    assert long.status_code == 422
    assert "x" * 501 in long.content.decode()
    assert his.post(card, {"text": "Well swum"}).status_code == 303
    assert his.post(card, {"text": "Well swum, you two"}).status_code == 303
    client_of(cleo).post(card, {"text": "Only for you", "alone": "on"})
    drain()
    assert Greeting.objects.count() == 2
    assert "wrote on your card of wishes" in hers.get(f"/{network}/notifications/").content.decode()
    page = hers.get(card).content.decode()
    assert "Well swum, you two" in page
    assert "Only for you" in page
    assert "Only for you" not in his.get(card).content.decode()
    assert hers.post(card, {"text": "Mine"}).status_code == 422
    # Either takes it off; nobody else can.
    row = Greeting.objects.get(author=ben)
    take = f"/{network}/wishes/taken/{encode(row.pk)}/"
    assert client_of(cleo).post(take).status_code == 404
    assert hers.post(take).status_code == 303
    his.post(card, {"text": "Again"})
    drain()
    posts.delete(ada, post=post)
    assert his.get(card).status_code == hers.get(card).status_code == 404


def test_a_card_goes_where_its_milestone_goes():
    ada, ben, cleo = town("social")
    post, card = shared(ada, EVERYONE)
    outsider = person("outsider")
    client_of(ben).post(card, {"text": "Well swum"})
    assert "Well swum" in client_of(outsider).get(card).content.decode()
    posts.change_audience(ada, post=post, spec=ALL_TIES)
    assert client_of(outsider).get(card).status_code == 404
    drain()
    assert Greeting.objects.get().audience_id == Post.objects.get(pk=post.pk).audience_id
    block(cleo, persona=ben)
    assert "Well swum" not in client_of(cleo).get(card).content.decode()
    posts.change_audience(ada, post=post, spec=ONLY_ME)
    assert client_of(ben).get(card).status_code == 404


def test_who_may_not_answer_may_not_write_and_only_milestones_have_a_card():
    ada, ben, _cleo = town("social")
    _post, card = shared(ada, replies=Replies.NOBODY)
    page = client_of(ben).get(card).content.decode()
    assert "<textarea" not in page.split("<main", 1)[1]
    assert client_of(ben).post(card, {"text": "All the same"}).status_code == 422
    plain = posts.publish(ada, text="Nothing much", spec=ALL_TIES)
    assert client_of(ben).get(f"/social/wishes/{encode(plain.pk)}/").status_code == 404
    assert client_of(None).get(card).status_code in (302, 303)


def test_a_full_card_costs_no_more_than_one_wish():
    ada, ben, _cleo = town("social")
    _post, card = shared(ada)
    client_of(ben).post(card, {"text": "First"})
    client = client_of(ada)

    def statements() -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            assert client.get(card).status_code == 200
        return len(found)

    statements()
    few = statements()
    for number in range(9):
        friend = person(f"friend{number}")
        befriend(ada, friend)
        client_of(friend).post(card, {"text": f"Wish {number}"})
    assert statements() == few
