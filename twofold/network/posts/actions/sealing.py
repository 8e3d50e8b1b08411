"""The receipt of a post: whom it reached when it was shared, sealed so that it can be checked later."""

from twofold.foundation.kit import clock
from twofold.network.posts.models import Post, Receipt
from twofold.network.posts.queries.receipts import first_audience
from twofold.people.audiences.afterwards import admitted_at, seal
from twofold.people.audiences.models import Scope


def seal_receipt(post_id: int) -> None:
    """Fill in the receipt of a post that reaches a list of its author's own; twice is once."""
    receipt = Receipt.objects.filter(post=post_id, seal="").select_related("post__audience").first()
    if receipt is None:
        return
    audience = first_audience(receipt.post)
    if audience.scope == Scope.PARTS and audience.owner_id == receipt.post.author_id:
        ids = admitted_at(audience, receipt.since)
        Receipt.objects.filter(pk=post_id).update(people=len(ids), seal=seal(ids))


def begin_receipt(post: Post) -> None:
    """Note the moment from which on a post is there."""
    Receipt.objects.create(post=post, since=clock.now())
