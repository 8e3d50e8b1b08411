"""What others do with a post: react, repost, save."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.network.posts import policies, queries
from twofold.network.posts.actions.writing import position
from twofold.network.posts.facts import PostPublished, Reacted, ReactionWithdrawn, Reposted
from twofold.network.posts.models import Post, Reaction, Save
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def react(actor: Persona, *, post: Post, kind: str, at: datetime | None = None) -> None:
    """Feel something about a post; a second kind replaces the first. Announces Reacted when it is new."""
    post = queries.original(Viewer.of(actor), post.pk)
    policies.check_reaction(post, kind)
    held, made = Reaction.objects.get_or_create(
        post=post, persona=actor, defaults={"kind": kind, "created_at": at or clock.now()}
    )
    if made:
        Post.objects.filter(pk=post.pk).update(reactions_count=F("reactions_count") + 1)
    elif held.kind != kind:
        Reaction.objects.filter(pk=held.pk).update(kind=kind)
    else:
        return
    announce(Reacted(post.pk, actor.pk, kind))


@transaction.atomic
def unreact(actor: Persona, *, post: Post) -> None:
    """Take one's reaction back; without one nothing happens."""
    post = queries.original(Viewer.of(actor), post.pk)
    number, _kinds = Reaction.objects.filter(post=post, persona=actor).delete()
    if number:
        Post.objects.filter(pk=post.pk).update(reactions_count=F("reactions_count") - 1)
        announce(ReactionWithdrawn(post.pk, actor.pk))


@transaction.atomic
def repost(actor: Persona, *, post: Post, at: datetime | None = None) -> Post:
    """Pass a post on to one's own followers; it reaches no further than before. Twice is once."""
    post = queries.original(Viewer.of(actor), post.pk)
    policies.check_repost(post)
    held = Post.objects.filter(author=actor, repost_of=post, live=True).first()
    if held:
        return held
    moment = at or clock.now()
    made = Post.objects.create(
        author=actor,
        network=post.network,
        audience=post.audience,
        repost_of=post,
        published_at=moment,
        position=position(moment),
    )
    Post.objects.filter(pk=post.pk).update(reposts_count=F("reposts_count") + 1)
    announce(PostPublished(made.pk, actor.pk))
    announce(Reposted(made.pk, post.pk, actor.pk))
    return made


@transaction.atomic
def unrepost(actor: Persona, *, post: Post) -> None:
    """Take a repost back, even of something no longer seen; `post` is what was reposted, or the repost."""
    of = post.repost_of_id or post.pk
    number, _kinds = Post.objects.filter(author=actor, repost_of=of).delete()
    if number:
        Post.objects.filter(pk=of).update(reposts_count=F("reposts_count") - 1)


@transaction.atomic
def save(actor: Persona, *, post: Post) -> None:
    """Keep a post for later; nobody else learns of it. Twice is once."""
    post = queries.original(Viewer.of(actor), post.pk)
    Save.objects.get_or_create(post=post, persona=actor, defaults={"position": position(clock.now())})


@transaction.atomic
def unsave(actor: Persona, *, post: Post) -> None:
    Save.objects.filter(post_id=post.repost_of_id or post.pk, persona=actor).delete()
