"""The card of a milestone, as a viewer finds it."""

from dataclasses import dataclass

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.kin.models import Greeting
from twofold.network.posts.models import Post
from twofold.network.posts.queries import original
from twofold.network.posts.queries.answering import check_may_answer
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

MOST = 300


@dataclass(frozen=True)
class Milestone:
    """The post, why the viewer cannot write on its card (empty: they can), what stands there, and their own."""

    post: Post
    closed: str
    greetings: list[Greeting]
    mine: Greeting | None


def milestone(viewer: Viewer, post_id: int) -> Milestone:
    """The card of a milestone. Absent where the post is not for the viewer, or no milestone."""
    post = original(viewer, post_id)
    if not post.occasion or post.root_id:
        raise Absent
    rows = Greeting.objects.visible_to(viewer).filter(AdmitsPersona.to(viewer, at="author"), post=post)
    rows = rows.filter(author__state=Persona.State.ACTIVE).select_related("author")
    found = list(rows.order_by("-created_at", "-pk")[:MOST])
    mine = next((each for each in found if each.author_id == viewer.id), None)
    return Milestone(post, _why_closed(viewer, post), found, mine)


def _why_closed(viewer: Viewer, post: Post) -> str:
    try:
        check_may_answer(viewer, post)
    except Refused as refusal:
        return str(refusal.reason)
    return ""
