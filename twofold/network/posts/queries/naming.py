"""Where the viewer is named, and has not said whether the name may lead to them."""

from twofold.network.posts.models import Mention, Naming, Post
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

MOST = 60


def naming_asked(viewer: Viewer) -> list[Mention]:
    """Posts that wait for the viewer's answer, the latest first, with their authors; as far as they see them."""
    rows = Mention.objects.filter(
        AdmitsPersona.to(viewer, at="post__author"),
        persona=viewer.id,
        state=Mention.State.ASKED,
        post__in=Post.objects.visible_to(viewer),
        post__author__state=Persona.State.ACTIVE,
    )
    return list(rows.select_related("post__author").order_by("-post__position")[:MOST])


def asked_in(viewer: Viewer, post: Post) -> list[str]:
    """The names of those who are asked whether one's post may lead to them."""
    asked = Mention.objects.filter(post=post, post__author=viewer.id, state=Mention.State.ASKED)
    return list(asked.order_by("persona__name").values_list("persona__name", flat=True)[:MOST])


def names_freely(viewer: Viewer) -> bool:
    """Whether the viewer lets anybody name them."""
    return Naming.objects.filter(persona=viewer.id, freely=True).exists()
