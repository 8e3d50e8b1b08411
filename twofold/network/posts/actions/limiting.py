"""Narrowing everything that one ever shared beyond one's ties; and taking that back within a day."""

from dataclasses import replace

from django.db import transaction
from django.db.models import F, Q
from django.db.models.query import QuerySet
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.network.media.models import Picture
from twofold.network.posts import policies, queries
from twofold.network.posts.facts import PastLimited
from twofold.network.posts.models import Limiting, Narrowed, Post, PostPicture, Readdressed
from twofold.people.audiences.actions import compose
from twofold.people.audiences.beforehand import spec_of
from twofold.people.audiences.models import Audience, Scope
from twofold.people.audiences.specs import TIES, TIES_OF_TIES, AudienceSpec
from twofold.people.personas.models import Persona


@transaction.atomic
def limit_past(author: Persona) -> Limiting:
    """Narrow every post of `author` that reaches beyond their ties to those ties; exceptions stay.

    Announces PastLimited. Deleted posts are narrowed with the rest: none comes back wider. Refused when there is none.
    """
    wide = list(Audience.objects.filter(pk__in=queries.reaching_far(author).values("audience")))
    if not wide:
        raise Refused(_("None of your posts reaches further than that."))
    limiting = Limiting.objects.create(author=author, at=clock.now())
    for before in wide:
        after = compose(author, narrower(spec_of(before)))
        posts = queries.own_posts(author).filter(audience=before)
        Narrowed.objects.bulk_create(
            [
                Narrowed(limiting=limiting, post_id=each, before=before, after=after)
                for each in posts.values_list("pk", flat=True)
            ],
            batch_size=400,
        )
        show_to(Post.objects.filter(pk__in=_of(limiting).filter(before=before).values("post")), after)
    announce(PastLimited(author.pk))
    return limiting


@transaction.atomic
def take_limit_back(author: Persona, *, limiting_id: int) -> int:
    """Show the posts of a limiting again to whom they were shown before; how many.

    A post whose audience was changed since stays as it is. Refused after a day; absent for anybody else.
    """
    limiting = queries.limiting(author, limiting_id)
    policies.check_limiting(limiting)
    total = 0
    for before, after in _of(limiting).values_list("before", "after").distinct():
        rows = _of(limiting).filter(before=before, after=after, post__audience=after)
        posts = list(rows.values_list("post", flat=True))
        total += len(posts)
        for start in range(0, len(posts), 400):
            show_to(Post.objects.filter(pk__in=posts[start : start + 400]), Audience.objects.get(pk=before))
    limiting.delete()
    announce(PastLimited(author.pk))
    return total


def narrower(spec: AudienceSpec) -> AudienceSpec:
    """The same composition, with nobody further than one's ties."""
    if spec.scope in (Scope.EVERYONE, Scope.MEMBERS):
        return replace(spec, scope=Scope.PARTS, parts=frozenset({TIES}))
    return replace(spec, parts=spec.parts - {TIES_OF_TIES} | {TIES})


def show_to(posts: QuerySet[Post], audience: Audience) -> None:
    """Give posts another audience, and note it: comments, reposts and pictures follow. `posts` is read often."""
    ids = posts.values("pk")
    thread = Post.objects.filter(Q(pk__in=ids) | Q(root__in=ids))
    Readdressed.objects.bulk_create(
        [
            Readdressed(post_id=post, before_id=before, after=audience, at=clock.now())
            for post, before in posts.values_list("pk", "audience")
        ],
        batch_size=400,
    )
    held = PostPicture.objects.filter(post__in=thread)
    Picture.objects.filter(pk__in=held.values("picture")).update(audience=audience)
    Post.objects.filter(repost_of__in=thread).update(audience=audience)
    Post.objects.filter(root__in=ids).update(audience=audience, version=F("version") + 1)
    posts.update(audience=audience, version=F("version") + 1)


def _of(limiting: Limiting) -> QuerySet[Narrowed]:
    return Narrowed.objects.filter(limiting=limiting)
