"""What is done with the clock: deleted posts go for good, pictures that were never used go too."""

from datetime import timedelta

from django.db import transaction

from twofold.foundation.kit import clock
from twofold.network.media.models import Picture
from twofold.network.posts.models import Draft, Post, PostPicture
from twofold.network.posts.policies import RESTORED_WITHIN

_AT_ONCE = 500


def forget_deleted() -> int:
    """Remove for good what can no longer be brought back; how many.

    A comment that others answered stays, not live: its answers are theirs.
    """
    old = Post.objects.filter(deleted_at__lt=clock.now() - RESTORED_WITHIN - timedelta(hours=1))
    answered = Post.objects.filter(root__isnull=False, parent__in=old).values("parent")
    gone = list(old.exclude(root__isnull=False, pk__in=answered).values_list("pk", flat=True)[:_AT_ONCE])
    with transaction.atomic():
        held = PostPicture.objects.filter(post__in=gone).values_list("picture", flat=True)
        Picture.objects.filter(pk__in=list(held)).delete()
        Post.objects.filter(pk__in=gone).delete()
    return len(gone)


def forget_unused_pictures() -> int:
    """Remove pictures that are a day old, part of nothing and in no draft; how many. Their files follow later."""
    unused = Picture.objects.filter(created_at__lt=clock.now() - timedelta(days=1), place="")
    found = list(unused.values_list("pk", "author")[:_AT_ONCE])
    drafts = Draft.objects.filter(author__in={author for _pk, author in found})
    drafted = {
        each for fields in drafts.values_list("fields", flat=True) for each in fields.get("pictures", [])
    }
    gone = [pk for pk, _author in found if pk not in drafted]
    Picture.objects.filter(pk__in=gone).delete()
    return len(gone)
