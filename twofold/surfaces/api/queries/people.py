"""Personas for clients."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from twofold.foundation.kit.paging import Page, cut
from twofold.network.posts.models import Post
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.graph.models import Block, Follow, TieRequest
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@dataclass(frozen=True, slots=True)
class Counts:
    """What the one who asks could count by hand: people whom it may come across, posts that it may see."""

    followers: int = 0
    following: int = 0
    posts: int = 0
    requests: int = 0


NO_COUNTS = Counts()


def counts_of(viewer: Viewer, persona: Persona) -> Counts:
    """Four queries, each through the door."""
    met = personas_visible_to(viewer).values("pk")
    return Counts(
        followers=Follow.objects.filter(followed=persona, follower__in=met).count(),
        following=Follow.objects.filter(follower=persona, followed__in=met).count(),
        posts=Post.objects.visible_to(viewer).filter(author=persona, root=None).count(),
        requests=TieRequest.objects.filter(receiver=persona, declined=False, sender__in=met).count()
        if viewer.id == persona.pk
        else 0,
    )


def by_ids_unasked(ids: Iterable[int]) -> list[Persona]:
    """Authors of things that the door let through already."""
    return list(Persona.objects.filter(pk__in=set(ids)))


def found(viewer: Viewer, ids: Iterable[int]) -> list[Persona]:
    """Those of these whom the viewer may come across, in the order of `ids`."""
    order = {pk: place for place, pk in enumerate(ids)}
    return sorted(personas_visible_to(viewer).filter(pk__in=order), key=lambda each: order[each.pk])


def matching(viewer: Viewer, text: str, limit: int) -> list[Persona]:
    """People of the viewer's network whose handle or name contains `text`, by handle."""
    everyone = personas_visible_to(viewer)
    if viewer.network:
        everyone = everyone.filter(network=viewer.network)
    return list(
        everyone.filter(Q(handle__icontains=text) | Q(name__icontains=text)).order_by("handle")[:limit]
    )


def blocked_among(viewer: Viewer, ids: Iterable[int]) -> set[int]:
    """Whom the viewer blocks, among these: the one thing that is told of someone behind the door, to undo it."""
    return set(Block.objects.filter(by=viewer.id, persona__in=list(ids)).values_list("persona", flat=True))


def blocked_persona(viewer: Viewer, persona_id: int) -> Persona | None:
    row = Block.objects.filter(by=viewer.id, persona=persona_id).select_related("persona").first()
    return row.persona if row else None


def who_reacted(viewer: Viewer, post: Post, before: int | None, limit: int) -> Page[Persona]:
    """Who reacted to `post`, newest first, as far as the viewer may come across them."""
    rows = post.reactions.filter(persona__in=personas_visible_to(viewer).values("pk")).select_related(
        "persona"
    )
    if before is not None:
        rows = rows.filter(pk__lt=before)
    read = list(rows.order_by("-pk")[: limit + 1])
    page = cut(read, limit, lambda row: row.pk)
    return Page([row.persona for row in page], page.after)


def who_reposted(viewer: Viewer, post: Post, before: int | None, limit: int) -> Page[Persona]:
    """Who reposted `post`, newest first, as far as the viewer may see the repost and come across them."""
    rows = Post.objects.visible_to(viewer).filter(repost_of=post).select_related("author")
    rows = rows.filter(author__in=personas_visible_to(viewer).values("pk"))
    if before is not None:
        rows = rows.filter(position__lt=before)
    page = cut(list(rows.order_by("-position")[: limit + 1]), limit, lambda row: row.position)
    return Page([row.author for row in page], page.after)
