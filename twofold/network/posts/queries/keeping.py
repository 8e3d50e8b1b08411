"""What authors read of their own past, to keep it in order."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.network.posts.models import Forgotten, Limiting, Mention, Pin, Post
from twofold.network.posts.queries.reading import seen_by
from twofold.people.audiences.models import Audience, Component, Scope
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

MOST_MEMORIES = 50
MOST_FORGOTTEN = 200


def own_posts(author: Persona) -> QuerySet[Post]:
    """All that somebody posted themselves, deleted things included; no comments, no reposts."""
    return Post.objects.filter(author=author, root=None, repost_of=None)


def reaching_far(author: Persona) -> QuerySet[Post]:
    """Those that reach beyond their author's ties."""
    far = Component.objects.filter(steps=2, excepted=False, audience__scope=Scope.PARTS)
    wide = Audience.objects.filter(
        Q(scope__gte=Scope.MEMBERS) | Q(pk__in=far.values("audience")), owner=author
    )
    return own_posts(author).filter(audience__in=wide)


def count_far(author: Persona) -> int:
    """How many of them are there for anybody to see."""
    return reaching_far(author).filter(live=True).count()


def limiting(author: Persona, limiting_id: int) -> Limiting:
    """One of the author's own limitings. Absent otherwise."""
    found = Limiting.objects.filter(author=author, pk=limiting_id).first()
    if found is None:
        raise Absent
    return found


def last_limiting(author: Persona) -> Limiting | None:
    """The latest limiting, with `size`: how many posts it holds."""
    rows = Limiting.objects.filter(author=author).annotate(size=Count("posts"))
    return rows.order_by("-at").first()


def pinned(viewer: Viewer, persona: Persona) -> Post | None:
    """The post that stands first on somebody's profile, if there is one that the viewer may see."""
    network = viewer.network or persona.network
    found = _pinned(me=viewer.id, home=viewer.home, network=network, persona=persona.pk)
    return found[0] if found else None


@prepared
def _pinned(me: int, home: str, network: str, persona: int) -> QuerySet[Post]:
    pins = Pin.objects.filter(persona=persona).values("post")
    return seen_by(Viewer(me, home, network)).filter(pk__in=pins)[:1]


def memories(viewer: Viewer, day: date) -> list[Post]:
    """What the viewer shared on this day of earlier years, the latest first, but for what they want left alone."""
    author = viewer.id
    forgotten = Forgotten.objects.filter(owner=author)
    if forgotten.filter(day=day.month * 100 + day.day).exists():
        return []
    rows = seen_by(viewer).filter(
        author=author, root=None, repost_of=None, published_at__month=day.month, published_at__day=day.day,
        published_at__year__lt=day.year,
    )  # fmt: skip
    people = forgotten.exclude(person=None).values("person")
    rows = rows.exclude(pk__in=forgotten.exclude(post=None).values("post"))
    rows = rows.exclude(pk__in=Mention.objects.filter(persona__in=people).values("post"))
    return list(rows.order_by("-position")[:MOST_MEMORIES])


def forgotten(viewer: Viewer) -> list[Forgotten]:
    """What the viewer does not want to be reminded of; the posts as far as they are still there."""
    rows = Forgotten.objects.filter(owner=viewer.id).select_related("post", "person").order_by("-pk")
    return [each for each in rows[:MOST_FORGOTTEN] if not (each.post and not each.post.live)]
