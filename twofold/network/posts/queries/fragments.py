"""The part of a card that is the same for everyone who may see it: drawn once for each version, then kept.

A fragment is text with named holes; what depends on the viewer is put there each time it is shown. It is kept in the
memory of the process by the versions of the post and of its author, so nothing has to be thrown away by hand. Whoever
asks for a fragment has asked the door.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import QuerySet
from django.template.loader import get_template
from django.utils.translation import get_language
from markupsafe import Markup

from twofold.foundation.kit.kept import Kept
from twofold.foundation.kit.prepared import prepared
from twofold.network.media.models import Picture
from twofold.network.posts.models import Post, PostPicture
from twofold.network.posts.queries.rows import Row
from twofold.people.audiences.models import Audience, Component, Scope
from twofold.people.personas.models import Persona

Pieces = list[str]
_MARK = "\x00"
_kept: Kept[Pieces] = Kept(20_000)
_words: Kept[str] = Kept(20_000)
_LONG = 480
_MANY_LINES = 6


def hole(name: str) -> Markup:
    """A place in a fragment that is filled when it is shown."""
    return Markup(f"{_MARK}{name}{_MARK}")


def fragments(rows: Iterable[Row]) -> dict[int, Pieces]:
    """The fragments of these posts: text and names of holes in turn. Those not kept are drawn, in four queries."""
    return _of(rows, {False: "posts/_fragment.html", True: "posts/_comment_fragment.html"})


def quotes(rows: Iterable[Row]) -> dict[int, Pieces]:
    """The same posts as they stand inside others; there is no hole in them."""
    return _of(rows, dict.fromkeys((False, True), "posts/_quote_fragment.html"))


def _of(rows: Iterable[Row], templates: dict[bool, str]) -> dict[int, Pieces]:
    language = get_language() or ""
    wanted = list(rows)
    keys = {
        row.id: (templates[row.root is not None], row.id, row.version, row.author_version, language)
        for row in wanted
    }
    found = {number: kept for number, key in keys.items() if (kept := _kept.get(key))}
    for post in _whole([number for number in keys if number not in found]):
        key = keys[post.pk]
        found[post.pk] = _kept.put(key, _drawn(post, key[0]))
    return found


def _whole(ids: list[int]) -> list[Post]:
    """Posts with all that is drawn of them."""
    if not ids:
        return []
    found = _posts(ids=ids)
    reaches = _reaches({post.audience_id: post.audience.scope for post in found})
    pictures: dict[int, list[Picture]] = {}
    for each in _pictures(posts=ids):
        pictures.setdefault(each.post_id, []).append(each.picture)
    # Read once each: few people wrote a page, and most of them own what they wrote for.
    owners = {each for post in found for each in (post.author_id, post.audience.owner_id)}
    people = {each.pk: each for each in _people(ids=list(owners))}
    for post in found:
        post.author, owner = people[post.author_id], people[post.audience.owner_id]
        post.group = owner if owner.state == Persona.State.SILENT else None  # type: ignore[attr-defined]
        post.reach = reaches[post.audience_id]  # type: ignore[attr-defined]
        post.has_poll = getattr(post, "poll", None) is not None  # type: ignore[attr-defined]
        post.shown = pictures.get(post.pk, [])  # type: ignore[attr-defined]
    return found


@prepared
def _posts(ids: Sequence[int]) -> QuerySet[Post]:
    return Post.objects.filter(pk__in=ids).select_related("audience", "card", "poll")


@prepared
def _pictures(posts: Sequence[int]) -> QuerySet[PostPicture]:
    return PostPicture.objects.filter(post__in=posts).select_related("picture").order_by("post", "place")


@prepared
def _people(ids: Sequence[int]) -> QuerySet[Persona]:
    return Persona.objects.filter(pk__in=ids)


def _drawn(post: Post, template: str) -> Pieces:
    long = len(post.text) > _LONG or post.text.count("\n") > _MANY_LINES
    shown = post.shown  # type: ignore[attr-defined]
    drawn = _draw(template)(post, post.author, post.network, shown, link_card(post), long, hole)
    return drawn.strip().split(_MARK)


def _draw(template: str) -> Any:
    """The macro of a fragment's template: called as it is, it spares each fragment a context and imports of its own."""
    found: Any = get_template(template)  # the Jinja2 engine's, which Django's types do not know
    return found.template.module.draw


def link_card(post: Post) -> Any:
    """The card of a post's link, once the courier found something worth showing."""
    card = getattr(post, "card", None)
    return card if card and card.title else None


def reach_word(audience: Audience) -> str:
    """How far something reaches, as coarsely as all its readers may know; a word for `reach` of the templates."""
    kept = _words.get(audience.pk)  # an audience never changes: another composition is another one
    return kept or _words.put(audience.pk, _reaches({audience.pk: audience.scope})[audience.pk])


def _reaches(scopes: dict[int, int]) -> dict[int, str]:
    """How far each audience reaches, as coarsely as all its readers may know: a word for the template to translate."""
    words = {Scope.EVERYONE: "everyone", Scope.MEMBERS: "members", Scope.ONLY_ME: "me"}
    found = {number: words.get(Scope(scope), "limited") for number, scope in scopes.items()}
    some = [number for number, scope in scopes.items() if scope == Scope.PARTS]
    if some:
        for each in _ties_among(audiences=some):
            found[each.audience_id] = "far" if each.steps == 2 else "ties"
    return found


@prepared
def _ties_among(audiences: Sequence[int]) -> QuerySet[Component]:
    """The nearer ones first."""
    parts = Component.objects.filter(audience__in=audiences, excepted=False, part__kind="ties", part__ref="")
    return parts.order_by("steps")
