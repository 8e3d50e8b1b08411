"""Asking a question with answers to choose from, and choosing."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F

from twofold.foundation.kit.text import clean_line
from twofold.network.posts import policies, queries
from twofold.network.posts.extras import Extras
from twofold.network.posts.models import Option, Poll, Post, Vote
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

POLL_DAYS = (1, 3, 7, 14, 30)


def ask(post: Post, extras: Extras) -> Poll | None:
    """Give a post the poll of its extras; none without answers."""
    texts = list(dict.fromkeys(text for each in extras.options if (text := clean_line(each))))
    if not texts:
        return None
    policies.check_poll(texts)
    policies.check_lasting(extras.lasting)
    poll = Poll.objects.create(post=post, many=extras.many, ends_at=post.published_at + extras.lasting)
    Option.objects.bulk_create(Option(poll=poll, place=place, text=text) for place, text in enumerate(texts))
    return poll


@transaction.atomic
def vote(actor: Persona, *, post: Post, options: Sequence[int]) -> Poll:
    """Choose among the answers of a poll, in place of what one chose before; nothing takes one's voice back.

    `options` are places. Absent unless seen; refused when it is over, or when too many are chosen.
    """
    post = queries.original(Viewer.of(actor), post.pk)
    poll = queries.poll(post)
    Poll.objects.select_for_update().get(pk=poll.pk)
    chosen = policies.check_vote(poll, set(options), list(poll.options.all()))
    mine = Vote.objects.filter(poll=poll, persona=actor)
    before = set(mine.values_list("option", flat=True))
    after = {each.pk for each in chosen}
    mine.exclude(option__in=after).delete()
    Vote.objects.bulk_create(Vote(poll=poll, option_id=each, persona=actor) for each in after - before)
    _count(before - after, -1)
    _count(after - before, 1)
    if bool(before) != bool(after):
        Poll.objects.filter(pk=poll.pk).update(voters_count=F("voters_count") + (1 if after else -1))
    return poll


def _count(options: set[int], step: int) -> None:
    if options:
        Option.objects.filter(pk__in=options).update(votes_count=F("votes_count") + step)
