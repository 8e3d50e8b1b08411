"""Posts made directly, for tests of what follows from a fact: no action stands between."""

from datetime import timedelta

from twofold.foundation.kit import clock
from twofold.network.posts.models import Post
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.personas.models import Persona


def post(author: Persona, spec: AudienceSpec, **fields) -> Post:
    fields.setdefault("audience", compose(author, spec))
    at = clock.now() + timedelta(microseconds=Post.objects.count())
    return Post.objects.create(
        author=author,
        network=author.network,
        text="The tide tables are out.",
        published_at=at,
        position=clock.position_of(at),
        **fields,
    )


def comment(author: Persona, parent: Post) -> Post:
    return post(author, AudienceSpec(), root=parent.root or parent, parent=parent, audience=parent.audience)


def repost(author: Persona, of: Post) -> Post:
    return post(author, AudienceSpec(), repost_of=of, audience=of.audience)
