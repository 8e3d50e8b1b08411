"""What becomes of posts when their author goes for good."""

from collections import Counter

from django.db.models import F, Q

from twofold.foundation.courier.registry import on
from twofold.foundation.kit import clock
from twofold.network.posts.models import (
    Collection,
    Draft,
    Forgotten,
    Limiting,
    LinkCard,
    Mention,
    Naming,
    Option,
    Poll,
    Post,
    Reaction,
    Save,
    Tagging,
    Version,
    Vote,
)
from twofold.people.personas.facts import PersonaErased

_BLANK = {"text": "", "html": "", "warning": "", "language": "", "place": "", "live": False}


@on(PersonaErased)
def erase_posts(fact: PersonaErased) -> None:
    """Everything that the persona wrote, chose and kept; the counts of what others wrote follow.

    A comment that others answered stays as an empty place, so that their answers keep theirs.
    """
    mine = Post.objects.filter(author=fact.persona_id)
    _uncount("reactions_count", Reaction.objects.filter(persona=fact.persona_id).values_list("post"))
    _uncount("reposts_count", mine.exclude(repost_of=None).values_list("repost_of"))
    _uncount("comments_count", _answered(fact.persona_id))
    for model in (Reaction, Save, Mention, Naming):
        model.objects.filter(persona=fact.persona_id).delete()
    _take_votes_back(fact.persona_id)
    Draft.objects.filter(author=fact.persona_id).delete()
    Limiting.objects.filter(author=fact.persona_id).delete()
    Forgotten.objects.filter(Q(owner=fact.persona_id) | Q(person=fact.persona_id)).delete()
    Collection.objects.filter(owner=fact.persona_id).delete()
    mine.filter(root=None).delete()
    _empty_or_delete(mine.exclude(root=None))


def _answered(persona_id: int) -> list[tuple[int | None, ...]]:
    """For each comment of the persona the posts at which it counts: its thread, and what it answers."""
    live = Post.objects.filter(author=persona_id, live=True).exclude(root=None)
    return [tuple(set(pair)) for pair in live.values_list("root", "parent")]


def _uncount(count: str, rows) -> None:
    """Take one off `count` of a post for each time that it stands in `rows`; as many updates as there are sums."""
    times = Counter(post for row in rows for post in row)
    for number in set(times.values()):
        ids = [post for post, each in times.items() if each == number]
        for start in range(0, len(ids), 500):
            Post.objects.filter(pk__in=ids[start : start + 500]).update(**{count: F(count) - number})


def _take_votes_back(persona_id: int) -> None:
    votes = Vote.objects.filter(persona=persona_id)
    Poll.objects.filter(pk__in=votes.values("poll")).update(voters_count=F("voters_count") - 1)
    Option.objects.filter(pk__in=votes.values("option")).update(votes_count=F("votes_count") - 1)
    votes.delete()


def _empty_or_delete(comments) -> None:
    comments.exclude(pk__in=Post.objects.exclude(parent=None).values("parent")).delete()
    for model in (Version, Mention, Tagging, LinkCard):
        model.objects.filter(post__in=comments).delete()
    comments.update(**_BLANK, deleted_at=clock.now())
