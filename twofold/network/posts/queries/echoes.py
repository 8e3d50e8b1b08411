"""Where words were used before: in what one wrote oneself, or in what one reads. Each read knows one persona."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from django.conf import settings
from django.db.models import Q

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.text import folded
from twofold.network.posts.models import Post, Reaction, Save
from twofold.network.posts.queries.reading import seen_by
from twofold.people.personas.viewers import Viewer

_MOST_OWN, _MOST_READ = 2_000, 500
_LONGEST = 20_000
# So many words in a row are no accident; a whole sentence may be shorter.
_RUN, _SHORTEST = 6, 3
_SENTENCE = re.compile(r"[.!?…。！？\n]+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Echo:
    """A post that says the same as what is being written, and the words that both have."""

    post: Post
    words: str


def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """What would be recognised of a text: its sentences of three words and more, and every run of six words."""
    found = set()
    for sentence in islice(_SENTENCE.split(text[:_LONGEST]), 2_000):
        words = tuple(_WORD.findall(folded(sentence)))
        if len(words) >= _SHORTEST:
            found.add(words)
        found.update(words[at : at + _RUN] for at in range(len(words) - _RUN + 1))
    return frozenset(found)


def own_echoes(viewer: Viewer, said: frozenset[tuple[str, ...]], *, most: int = 3) -> list[Echo]:
    """The viewer's own posts and comments that share a phrase with `said`, the newest first; one query."""
    rows = Post.objects.filter(author=viewer.id, live=True, repost_of=None).exclude(text="")
    return _echoing(rows.order_by("-position")[:_MOST_OWN], said, most) if said else []


def read_echoes(viewer: Viewer, said: frozenset[tuple[str, ...]], *, most: int = 3) -> list[Echo]:
    """As `own_echoes`, of what others wrote and the viewer answered, felt something about or saved."""
    if not said:
        return []
    touched = Q(pk__in=Reaction.objects.filter(persona=viewer.id).values("post"))
    touched |= Q(pk__in=Save.objects.filter(persona=viewer.id).values("post"))
    touched |= Q(pk__in=Post.objects.filter(author=viewer.id).exclude(parent=None).values("parent"))
    rows = seen_by(viewer).filter(touched, repost_of=None).exclude(author=viewer.id).exclude(text="")
    return _echoing(rows.order_by("-position")[:_MOST_READ], said, most)


def _echoing(rows: Iterable[Post], said: frozenset[tuple[str, ...]], most: int) -> list[Echo]:
    known = {word for words in said for word in words}
    found = []
    for post in rows:
        # Most have hardly a word in common: those are not taken apart.
        if len(known.intersection(_WORD.findall(folded(post.text[:_LONGEST])))) < _SHORTEST:
            continue
        if shared := [" ".join(each) for each in said & phrases(post.text)]:
            found.append(Echo(post, max(shared, key=len)))
        if len(found) == most:
            break
    return found


def linked_posts(viewer: Viewer, text: str) -> list[Post]:
    """The posts of the viewer's network that a text leads to, as far as the viewer may see them."""
    link = re.compile(re.escape(settings.BASE_URL) + rf"/{viewer.network}/posts/(\w{{1,14}})\b")
    ids = set()
    for short in link.findall(text)[:20]:
        try:
            ids.add(decode(short))
        except ValueError:
            continue
    return list(seen_by(viewer).filter(pk__in=ids)) if ids else []


def took_part(viewer: Viewer, post: Post) -> bool:
    """Whether the viewer's name stands below a post: they answered it, or felt something about it."""
    felt = Reaction.objects.filter(post=post, persona=viewer.id)
    said = Post.objects.filter(root=post.root_id or post.pk, author=viewer.id, live=True)
    return felt.exists() or said.exists()
