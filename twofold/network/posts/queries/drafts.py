"""Drafts: their author's alone."""

from twofold.foundation.kit.refusals import Absent
from twofold.network.posts.models import Draft
from twofold.people.personas.viewers import Viewer

MOST = 50


def drafts(viewer: Viewer) -> list[Draft]:
    """What the viewer has begun to write, the latest first."""
    return list(Draft.objects.filter(author=viewer.id).order_by("-changed_at")[:MOST])


def draft(viewer: Viewer, draft_id: int) -> Draft:
    """One of the viewer's own drafts. Absent otherwise."""
    found = Draft.objects.filter(pk=draft_id, author=viewer.id).first()
    if found is None:
        raise Absent
    return found
