"""What two people said of each other, as far as both may read it."""

from django.db.models import Q

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page
from twofold.network.posts.models import Mention, Post
from twofold.network.posts.queries.reading import newest, seen_by
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def of_two(
    viewer: Viewer, persona: Persona, before: int | None = None, size: int = DEFAULT_SIZE
) -> Page[Post]:
    """Posts of either that mention the other, the newest first: those that the door opens to both of them."""

    def named(who: int) -> Q:
        return Q(
            pk__in=Mention.objects.filter(persona=who).exclude(state=Mention.State.DECLINED).values("post")
        )

    said = Q(author=viewer.id) & named(persona.pk) | Q(author=persona) & named(viewer.id)
    rows = Post.objects.visible_to(Viewer.of(persona)).filter(said, root=None, repost_of=None)
    return newest(seen_by(viewer).filter(pk__in=rows.values("pk")), before, size)
