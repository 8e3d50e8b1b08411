"""One event, two tellings: two drafts that belong together for their author alone, until one of them is shared."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from tests.world import client_of, new_account, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.posts import actions
from twofold.network.posts.models import Draft, Post
from twofold.people.accounts.models import Telling
from twofold.people.audiences.models import Scope

pytestmark = pytest.mark.django_db
NEW = "/tellings/new/job/"


@pytest.fixture
def both():
    login = new_account()
    return person("puddle", "social", account=login), person("rowan", "professional", account=login)


def typed(**more) -> dict[str, str]:
    return {
        "social-text": "They said yes!! Cake on me.",
        "social-reach": "ties",
        "social-due": "",
        "professional-text": "In spring I join the pump works.",
        "professional-reach": "everyone",
        "professional-due": "",
        **more,
    }


def in_days(days: int) -> str:
    return f"{timezone.now() + timedelta(days=days):%Y-%m-%dT%H:%M}"


def begun(persona, **more) -> str:
    answer = client_of(persona).post(NEW, typed(**more))
    assert answer.status_code == 303
    return answer["Location"]


def draft_of(persona) -> Draft:
    return Draft.objects.get(author=persona)


def test_each_telling_is_a_draft_of_its_own_persona_with_its_words_audience_and_day(both):
    puddle, rowan = both
    begun(puddle, **{"professional-due": in_days(9)})
    mine, theirs = draft_of(puddle), draft_of(rowan)
    assert (mine.fields["text"], mine.fields["audience"], mine.due_at) == (
        "They said yes!! Cake on me.",
        ["ties"],
        None,
    )
    assert (theirs.fields["text"], theirs.fields["audience"]) == (
        "In spring I join the pump works.",
        ["everyone"],
    )
    assert mine.fields["occasion"] == theirs.fields["occasion"] == "job"
    assert theirs.due_at is not None
    page = client_of(puddle).get("/tellings/").content.decode()
    assert "They said yes!! Cake on me." in page
    assert "In spring I join the pump works." in page


def test_the_first_is_shared_and_the_second_waits_for_its_day_unlinked(both):
    puddle, rowan = both
    address = begun(puddle, **{"professional-due": in_days(9)})
    done = client_of(puddle).post(address, typed(send="social", **{"professional-due": in_days(9)}))
    assert done["Location"].startswith("/social/posts/")
    assert not Telling.objects.exists()
    drain()
    assert list(Post.objects.values_list("author", "text")) == [(puddle.pk, "They said yes!! Cake on me.")]
    with time_machine.travel(clock.now() + timedelta(days=10)):
        actions.send_what_is_due()
    second = Post.objects.get(author=rowan)
    assert (second.text, second.audience.scope) == ("In spring I join the pump works.", Scope.EVERYONE)
    assert client_of(puddle).get(address).status_code == 404


def test_one_that_is_sent_by_itself_or_from_the_composer_parts_them_too(both):
    puddle, _rowan = both
    begun(puddle)
    actions.send_draft(puddle, draft=draft_of(puddle))
    drain()
    assert not Telling.objects.exists()


def test_what_is_wrong_is_said_at_its_side_and_nothing_is_kept_or_lost(both):
    puddle, _rowan = both
    answer = client_of(puddle).post(NEW, typed(**{"professional-due": in_days(-1)}))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.index("In spring I join") < page.index("Choose a time that is still to come.")
    assert "They said yes!! Cake on me." in page
    assert not Draft.objects.exists()
    assert not Telling.objects.exists()
    answer = client_of(puddle).post(NEW, typed(send="social", **{"social-text": "x" * 10_001}))
    assert answer.status_code == 422
    assert not Post.objects.exists()
    assert not Draft.objects.exists()


def test_what_the_composer_added_stays(both):
    puddle, _rowan = both
    address = begun(puddle)
    draft = draft_of(puddle)
    actions.save_draft(
        puddle,
        draft_id=draft.pk,
        fields={**draft.fields, "place": "The pier", "audience": ["ties", "members"]},
    )
    client_of(puddle).post(address, typed(**{"social-reach": "some", "social-text": "Cake!"}))
    fields = draft_of(puddle).fields
    assert (fields["text"], fields["place"], fields["audience"]) == ("Cake!", "The pier", ["ties", "members"])


def test_likeness_of_words_and_of_times_is_pointed_out(both):
    puddle, _rowan = both
    address = begun(
        puddle,
        **{
            "professional-text": "Yes: they said yes, cake on me!",
            "social-due": in_days(3),
            "professional-due": in_days(3),
        },
    )
    page = client_of(puddle).get(address).content.decode()
    assert "Both are sent within a few hours." in page
    assert "Both say" not in page
    client_of(puddle).post(address, typed(**{"professional-text": "Cake on me. See you in spring"}))
    assert "Both say “cake on me”" in client_of(puddle).get(address).content.decode()


def test_they_can_be_parted_and_stay_drafts(both):
    puddle, _rowan = both
    address = begun(puddle)
    assert client_of(puddle).post(f"{address}part").status_code == 303
    assert not Telling.objects.exists()
    assert Draft.objects.count() == 2


def test_who_is_in_one_network_or_signed_out_tells_once(both):
    lone = person("lone")
    assert "one network only" in client_of(lone).get("/tellings/").content.decode()
    assert client_of(lone).get(NEW).status_code == 404
    assert client_of(both[0]).get("/tellings/new/nothing/").status_code == 404
    assert client_of(None).get("/tellings/").status_code == 302


def test_a_telling_is_its_authors_alone(both):
    address = begun(both[0])
    login = new_account()
    other = person("other", "social", account=login)
    person("other.work", "professional", account=login)
    for path in (address, f"/social/drafts/{encode(draft_of(both[0]).pk)}/"):
        assert client_of(other).get(path).status_code == 404
    assert client_of(other).post(f"{address}part").status_code == 404
    assert client_of(other).post(address, typed(**{"social-text": "Mine now"})).status_code == 404
    assert draft_of(both[0]).fields["text"] == "They said yes!! Cake on me."
