"""What became of somebody's lists after they had shared something: for the receipts of their posts."""

from datetime import datetime, timedelta

from django.db.models import OuterRef, Subquery

from twofold.config.demo.casting import Cast
from twofold.network.posts.actions import change_audience
from twofold.network.posts.models import Post, Readdressed, Receipt
from twofold.people.audiences.models import Change
from twofold.people.audiences.specs import AudienceSpec, circle
from twofold.people.graph.actions import add_to_circle, remove_from_circle

_BEFORE = timedelta(minutes=55)


def regroup(town: Cast, now: datetime) -> int:
    """Nadia's circle of riders changes, and so does the reach of one of her posts; how many changes that are."""
    nadi, riders = town.of("social", "nadi"), town.circles["nadi", "Dune riders"]
    posts = Post.objects.filter(pk=OuterRef("post"))
    Receipt.objects.update(since=Subquery(posts.values("published_at")[:1]))
    begun = Change.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    add_to_circle(nadi, circle=riders, persona=town.of("social", "saga"))
    remove_from_circle(nadi, circle=riders, persona=town.of("social", "kofi"))
    add_to_circle(nadi, circle=riders, persona=town.of("social", "lotje.lot"))
    kite = Post.objects.get(author=nadi, text="New kite. Third tree.")
    change_audience(nadi, post=kite, spec=AudienceSpec(parts=frozenset({circle(riders.pk)})))
    mine = Change.objects.filter(pk__gt=begun, owner=nadi).order_by("pk")
    for place, change in enumerate(mine):
        Change.objects.filter(pk=change.pk).update(at=now - _BEFORE + place * timedelta(minutes=7))
    Readdressed.objects.filter(post=kite).update(at=now - timedelta(minutes=20))
    return len(mine) + 1
