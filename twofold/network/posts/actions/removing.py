"""Taking things away, and bringing them back."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.network.media.models import Picture
from twofold.network.posts import policies, queries
from twofold.network.posts.actions import parts
from twofold.network.posts.actions.drafting import save_draft
from twofold.network.posts.actions.responding import unrepost
from twofold.network.posts.actions.writing import count_comment, own
from twofold.network.posts.facts import PostDeleted, PostRestored
from twofold.network.posts.models import Draft, Post, PostPicture
from twofold.people.audiences.beforehand import spec_of
from twofold.people.audiences.specs import choices_of
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def delete(author: Persona, *, post: Post) -> Post:
    """Take something away, with its comments, reposts and pictures. It can be brought back for a day."""
    post = own(author, post)
    if post.repost_of_id:
        unrepost(author, post=post)
        return post
    _take_away(post, clock.now())
    announce(PostDeleted(post.pk))
    return post


@transaction.atomic
def restore(author: Persona, *, post: Post) -> Post:
    """Bring back what one deleted, with all that hangs on it and was not itself deleted."""
    post = queries.deleted(author, post.pk)
    policies.check_restore(post)
    if post.root_id:
        queries.get(Viewer.of(author), post.root_id)
    _bring_back(post)
    return post


@transaction.atomic
def unsend(author: Persona, *, post: Post) -> Draft:
    """Undo what was just sent: it is gone for everyone, and its words and pictures are a draft again."""
    post = own(author, post)
    policies.check_unsend(post)
    own_audience = post.audience.owner_id == author.pk
    chosen, excepted = choices_of(spec_of(post.audience)) if own_audience else ([], [])
    fields = {
        "text": post.text,
        "warning": post.warning,
        "language": post.language,
        "audience": chosen,
        "except": excepted,
        "pictures": parts.detach(post),
        "quote_of": post.quote_of_id,
        "parent": post.parent_id,
        **asdict(parts.extras_of(post)),
    }
    _take_away(post, clock.now() - policies.RESTORED_WITHIN)
    Post.objects.filter(pk=post.pk).update(submission=None)
    announce(PostDeleted(post.pk))
    return save_draft(author, fields=fields)


@transaction.atomic
def take_down(post_id: int) -> None:
    """Whatever its author says: what those who look after the server decided. Its author cannot bring it back."""
    post = Post.objects.select_for_update().filter(pk=post_id, live=True).first()
    if post is not None:
        _take_away(post, policies.TAKEN_DOWN)
        announce(PostDeleted(post.pk))


@transaction.atomic
def put_back(post_id: int) -> None:
    """Undo `take_down`, with all that hangs on it."""
    post = Post.objects.select_for_update().filter(pk=post_id, deleted_at=policies.TAKEN_DOWN).first()
    if post is None or (post.root_id and not Post.objects.filter(pk=post.root_id, live=True).exists()):
        raise Absent
    _bring_back(post)


def _bring_back(post: Post) -> None:
    Post.objects.filter(pk=post.pk).update(live=True, deleted_at=None)
    post.live, post.deleted_at = True, None
    _follow(post, live=True)
    if post.root_id:
        count_comment(post, 1)
    announce(PostRestored(post.pk))


def _take_away(post: Post, moment: datetime) -> None:
    Post.objects.filter(pk=post.pk).update(live=False, deleted_at=moment)
    post.live, post.deleted_at = False, moment
    _follow(post, live=False)
    if post.root_id:
        count_comment(post, -1)


def _follow(post: Post, *, live: bool) -> None:
    """Comments, reposts and pictures go and come back with what they hang on, unless they were deleted themselves."""
    Post.objects.filter(root=post, deleted_at=None).update(live=live)
    thread = Post.objects.filter(Q(pk=post.pk) | Q(root=post))
    _reposts(thread, live).update(live=live)
    held = PostPicture.objects.filter(post__in=thread.filter(live=True) if live else thread)
    Picture.objects.filter(pk__in=held.values("picture")).update(live=live)


def _reposts(thread: QuerySet[Post], live: bool) -> QuerySet[Post]:
    of = thread.filter(live=True) if live else thread
    return Post.objects.filter(repost_of__in=of, deleted_at=None)
