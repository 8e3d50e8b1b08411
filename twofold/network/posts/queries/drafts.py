"""Drafts: their author's alone."""

from twofold.foundation.kit.refusals import Absent
from twofold.network.posts.models import Draft, Post
from twofold.people.personas.viewers import Viewer

MOST = 50


def drafts(viewer: Viewer) -> list[Draft]:
    """What the viewer has begun to write, the latest first."""
    return list(Draft.objects.filter(author=viewer.id).order_by("-changed_at")[:MOST])


def waiting(viewer: Viewer) -> list[Draft]:
    """Those of the viewer's drafts that wait for their time, the next one first."""
    return list(Draft.objects.filter(author=viewer.id, due_at__isnull=False).order_by("due_at")[:MOST])


def draft_behind(post_id: int) -> int | None:
    """The id of the draft that a post was sent from: for guards alone, never for showing."""
    key = Post.objects.filter(pk=post_id).values_list("submission", flat=True).first() or ""
    word, _dash, number = key.partition("-")
    return int(number) if word == "draft" and number.isascii() and number.isdigit() else None


def draft(viewer: Viewer, draft_id: int) -> Draft:
    """One of the viewer's own drafts. Absent otherwise."""
    found = Draft.objects.filter(pk=draft_id, author=viewer.id).first()
    if found is None:
        raise Absent
    return found
