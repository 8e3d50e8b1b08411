"""What authors do with their own posts afterwards: one stands first on the profile, some are left out of memories."""

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused
from twofold.network.posts.actions.writing import own
from twofold.network.posts.models import CHOSEN, Forgotten, Pin, Post
from twofold.network.posts.policies import check_own_audience
from twofold.network.posts.queries.keeping import MOST_FORGOTTEN
from twofold.people.personas.models import Persona


@transaction.atomic
def pin(author: Persona, *, post: Post) -> None:
    """Let a post stand first on one's profile, in place of the one that did. It reaches nobody more by that."""
    post = own(author, post)
    check_own_audience(post)
    _take_down(author)
    Pin.objects.create(persona=author, post=post)
    _draw_anew([post.pk])


@transaction.atomic
def unpin(author: Persona, *, post: Post | None = None) -> None:
    """Let no post stand first on one's profile any more; with `post`, only if it is that one."""
    _take_down(author, *([Q(post=post)] if post else []))


def _take_down(author: Persona, *only: Q) -> None:
    pins = Pin.objects.filter(*only, persona=author)
    _draw_anew(list(pins.values_list("post", flat=True)))
    pins.delete()


def _draw_anew(posts: list[int]) -> None:
    Post.objects.filter(pk__in=posts).update(version=F("version") + 1)


@transaction.atomic
def set_replies(author: Persona, *, post: Post, replies: int) -> Post:
    """Say who may answer a post from now on; what was answered stays."""
    post = own(author, post)
    check_own_audience(post)
    if replies not in CHOSEN:
        raise Refused(_("Choose who may answer."), field="replies")
    Post.objects.filter(pk=post.pk).update(replies=replies, version=F("version") + 1)
    post.replies = replies
    return post


@transaction.atomic
def leave_alone(
    owner: Persona, *, post: Post | None = None, day: int | None = None, person: Persona | None = None
) -> None:
    """Leave a post, a day of the year (MMDD) or what mentions somebody out of one's memories; twice is once."""
    if Forgotten.objects.filter(owner=owner).count() >= MOST_FORGOTTEN:
        raise Refused(_("That list is full. Take something off it first."))
    Forgotten.objects.get_or_create(owner=owner, post=post, day=day, person=person)


@transaction.atomic
def remember_again(owner: Persona, *, forgotten_id: int) -> None:
    Forgotten.objects.filter(owner=owner, pk=forgotten_id).delete()
