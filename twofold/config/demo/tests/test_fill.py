"""The town is filled once, by the actions that people use, and the door stands in it."""

import pytest

from twofold.config.demo import fill
from twofold.config.demo.bulk import fill as fill_many
from twofold.foundation.courier.models import Delivery
from twofold.network.posts.models import Post, Reaction
from twofold.people.accounts.models import Account
from twofold.people.graph.models import Tie
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed.models import Entry
from twofold.reach.feed.queries import home
from twofold.reach.notifications.models import Notification

pytestmark = pytest.mark.django_db


def _silent(_text: str) -> None:
    """Nobody listens."""


def _counts() -> list[int]:
    return [model.objects.count() for model in (Account, Persona, Tie, Post, Reaction, Entry, Notification)]


def test_the_town_is_filled_once(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    told = fill(_silent, pictures=False, reactions=False)
    assert told.posts >= 150
    assert told.comments >= 350
    before = _counts()
    assert fill(_silent, pictures=False).posts == 0
    assert _counts() == before
    assert not Delivery.objects.filter(state=Delivery.State.FAILED).exists()
    assert Account.objects.get(email="nadia@example.org").demo_place == 1
    for network, handle in (("professional", "nadia.okafor"), ("social", "nadi")):
        nadia = Persona.objects.get(network=network, handle=handle)
        page = home(Viewer.of(nadia))
        assert 10 <= len(page) <= 20  # what several have passed on stands there once
        assert page.after
        news = Notification.objects.filter(recipient=nadia)
        assert 0 < news.filter(read=False).count() < news.count()


def test_a_large_town_agrees_with_itself():
    size = fill_many(80, 6, 8, progress=_silent)
    assert size.people == Account.objects.count() == 80
    assert size.ties * 2 == Tie.objects.count()
    for post in Post.objects.filter(root=None, repost_of=None):
        assert post.reactions_count == Reaction.objects.filter(post=post).count()
        assert post.comments_count == Post.objects.filter(root=post).count()
        assert post.reposts_count == Post.objects.filter(repost_of=post).count()
    for persona in Persona.objects.order_by("id")[:12]:
        entries = set(Entry.objects.filter(owner=persona).values_list("post", flat=True))
        seen = Post.objects.visible_to(Viewer.of(persona)).filter(pk__in=entries)
        assert set(seen.values_list("pk", flat=True)) == entries
    for answer in Post.objects.exclude(root=None).select_related("author")[:200]:
        assert Post.objects.visible_to(Viewer.of(answer.author)).filter(pk=answer.root_id).exists()
