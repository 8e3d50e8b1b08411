"""What somebody saved, and the collections that it lies in: their own alone."""

from django.db.models import Count, Q

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut
from twofold.foundation.kit.refusals import Absent
from twofold.network.posts.models import Collection, Post, Save
from twofold.people.personas.viewers import Viewer


def saved(
    viewer: Viewer, before: int | None = None, size: int = DEFAULT_SIZE, collection: int | None = None
) -> Page[Post]:
    """What the viewer saved, the latest first; of one collection, if that is named. What was withdrawn is left out."""
    kept = Save.objects.filter(persona=viewer.id, post__in=Post.objects.visible_to(viewer))
    if collection is not None:
        kept = kept.filter(collection=collection)
    if before is not None:
        kept = kept.filter(position__lt=before)
    rows = list(kept.select_related("post__author", "post__audience").order_by("-position")[: size + 1])
    page = cut(rows, size, lambda row: row.position)
    for row in page.rows:
        row.post.collection_id = row.collection_id  # type: ignore[attr-defined]
    return Page([row.post for row in page.rows], page.after)


def collections(viewer: Viewer) -> list[Collection]:
    """The viewer's collections by name, each with its `size`: what in it is still there for them."""
    there = Q(save__post__in=Post.objects.visible_to(viewer))
    return list(Collection.objects.filter(owner=viewer.id).annotate(size=Count("save", filter=there)))


def collection(viewer: Viewer, collection_id: int) -> Collection:
    """One of the viewer's own collections. Absent otherwise."""
    found = Collection.objects.filter(owner=viewer.id, pk=collection_id).first()
    if found is None:
        raise Absent
    return found
