"""Compare the database with the ledger: everything acknowledged is there exactly once, and nothing is half-done.

python -m tests.durability.audit LEDGER prints the list of problems as JSON.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twofold.config.settings")
get_wsgi_application()

from django.db import connection  # noqa: E402 - the settings come first
from django.db.models import F  # noqa: E402

from twofold.foundation.courier import worker  # noqa: E402
from twofold.foundation.courier.models import Delivery  # noqa: E402
from twofold.foundation.kit import clock  # noqa: E402
from twofold.network.messaging.models import Conversation, Membership, Message  # noqa: E402
from twofold.network.posts.models import Post, Reaction  # noqa: E402
from twofold.people.audiences.models import Grant  # noqa: E402
from twofold.people.graph.models import Follow, Tie, TieRequest  # noqa: E402
from twofold.reach.feed.models import Entry  # noqa: E402
from twofold.reach.notifications.models import Notification  # noqa: E402


def posts(ledger: dict) -> Iterator[str]:
    """Each marker once, by its author, under its parent, with the id that was answered."""
    there: dict[str, list[Post]] = {}
    for post in Post.objects.exclude(text=""):
        there.setdefault(post.text.rsplit(" ", 1)[-1], []).append(post)
    for marker, row in ledger["posts"].items():
        found = there.pop(marker, [])
        if len(found) != 1:
            yield f"post {marker} is there {len(found)} times"
            continue
        seen = (str(found[0].author_id), str(found[0].pk), str(found[0].parent_id or ""))
        if seen != (row["author"], row["id"], row["parent"]):
            yield f"post {marker} is not as acknowledged: {seen}"
    # Tried, never acknowledged and never tried again: only when the run ended in between.
    yield from (
        f"post {marker} is there {len(found)} times" for marker, found in there.items() if len(found) > 1
    )


def messages(ledger: dict) -> Iterator[str]:
    """Each acknowledged message once, by its author, where it was said, and after those that they said before."""
    there: dict[str, list[Message]] = {}
    for message in Message.objects.filter(notice=""):
        there.setdefault(message.text.rsplit(" ", 1)[-1], []).append(message)
    for marker, row in ledger["messages"].items():
        found = there.get(marker, [])
        if len(found) != 1:
            yield f"message {marker} is there {len(found)} times"
        elif (str(found[0].author_id), str(found[0].conversation_id)) != (row["author"], row["talk"]):
            yield f"message {marker} is not as acknowledged"
        elif row["after"] and found[0].position <= there[row["after"]][0].position:
            yield f"message {marker} stands before one that was said earlier"
    yield from (
        f"message {marker} is there {len(found)} times" for marker, found in there.items() if len(found) > 1
    )
    for talk in Conversation.objects.all():
        places = list(
            Message.objects.filter(conversation=talk).order_by("position").values_list("position", flat=True)
        )
        if len(set(places)) != len(places) or (places and talk.position != places[-1]):
            yield f"the lines of {talk.pk} are out of order, or its newest is not the newest"
        if Membership.objects.filter(conversation=talk).exclude(position=talk.position).exists():
            yield f"somebody's inbox does not know the newest of {talk.pk}"


def pairs(ledger: dict) -> Iterator[str]:
    """Reactions, reposts, follows, requests and ties: each once."""
    held = {
        "reactions": Reaction.objects.values_list("persona_id", "post_id"),
        "reposts": Post.objects.exclude(repost_of=None).values_list("author_id", "repost_of_id"),
        "follows": Follow.objects.values_list("follower_id", "followed_id"),
        "ties": Tie.objects.values_list("owner_id", "other_id"),
    }
    for kind, rows in held.items():
        counted = Counter((str(one), str(other)) for one, other in rows)
        for pair in map(tuple, ledger[kind]):
            if counted[pair] != 1:
                yield f"{kind}: {pair} is there {counted[pair]} times"
    tied = set(map(tuple, ledger["ties"]))
    for one, other in (pair for pair in map(tuple, ledger["requests"]) if pair not in tied):
        asked = TieRequest.objects.filter(sender_id=one, receiver_id=other).count()
        if asked + Tie.objects.filter(owner_id=one, other_id=other).count() != 1:
            yield f"requests: {(one, other)} is there {asked} times"


def wholeness(_: dict) -> Iterator[str]:
    """Both halves of a tie, grants with it; comments and reposts under their audience."""
    ties = set(Tie.objects.values_list("owner_id", "other_id"))
    yield from (f"half a tie: {pair}" for pair in ties if pair[::-1] not in ties)
    granted = set(
        Grant.objects.filter(part__kind="ties", part__ref="").values_list("part__owner_id", "persona_id")
    )
    yield from (f"a tie without its grant: {pair}" for pair in ties - granted)
    yield from (f"a grant without its tie: {pair}" for pair in granted - ties)
    asked = set(TieRequest.objects.filter(withdrawn=False).values_list("sender_id", "receiver_id"))
    yield from (f"tied and still asked: {pair}" for pair in ties & asked)
    for name in ("root", "repost_of"):
        strays = Post.objects.exclude(**{name: None}).exclude(audience=F(f"{name}__audience"))
        yield from (f"{post.pk} has not the audience of its {name}" for post in strays)
    rootless = Post.objects.exclude(parent=None).filter(root=None)
    yield from (f"comment {post.pk} has no root" for post in rootless)


def counts(_: dict) -> Iterator[str]:
    """What a card shows is what there is."""
    reactions = Counter(Reaction.objects.values_list("post_id", flat=True))
    reposts = Counter(
        Post.objects.filter(live=True).exclude(repost_of=None).values_list("repost_of_id", flat=True)
    )
    comments: Counter = Counter()
    for root, parent in Post.objects.filter(live=True).exclude(root=None).values_list("root_id", "parent_id"):
        comments.update({root, parent})
    for post in Post.objects.all():
        shown = (post.reactions_count, post.reposts_count, post.comments_count)
        real = (reactions[post.pk], reposts[post.pk], comments[post.pk])
        if shown != real:
            yield f"{post.pk} shows {shown} and has {real} (reactions, reposts, comments)"


def courier(_: dict) -> Iterator[str]:
    """What is due is delivered once the leases of the dead have ended; nothing was given up."""
    Delivery.objects.filter(state=Delivery.State.DUE).update(due_at=clock.now())
    worker.drain()
    waiting = Delivery.objects.filter(state=Delivery.State.DUE, due_at__lte=clock.now()).count()
    if waiting:
        yield f"{waiting} deliveries are still due"
    for row in Delivery.objects.filter(state=Delivery.State.FAILED):
        yield f"given up: {row.reaction}: {row.error}"


def feeds(_: dict) -> Iterator[str]:
    """Every post is in the feed of its author and of each friend of the first hour, once."""
    entries = Counter(Entry.objects.values_list("owner_id", "post_id"))
    yield from (f"entry {key} is there {number} times" for key, number in entries.items() if number != 1)
    first = Post.objects.order_by("position").values_list("published_at", flat=True).first()
    friends: dict[int, list[int]] = {}
    for owner, other in (
        Tie.objects.filter(since__lt=first).values_list("owner_id", "other_id") if first else ()
    ):
        friends.setdefault(owner, []).append(other)
    for post in Post.objects.filter(live=True, root=None, repost_of=None):
        for reader in [post.author_id, *friends.get(post.author_id, [])]:
            if (reader, post.pk) not in entries:
                yield f"{post.pk} did not reach {reader}"


def notifications(ledger: dict) -> Iterator[str]:
    """Each comment and reaction told once to whom it concerns."""
    told = Counter(Notification.objects.values_list("recipient_id", "kind", "actor_id", "post_id"))
    yield from (f"{key} was told {number} times" for key, number in told.items() if number != 1)
    heard = Counter((kind, str(actor)) for _, kind, actor, _post in told)
    for persona, post in map(tuple, ledger["reactions"]):
        own = Post.objects.filter(pk=post, author_id=persona).exists()
        if not own and not heard["reaction", persona]:
            yield f"nobody heard of a reaction by {persona}"


def storage(_: dict) -> Iterator[str]:
    """The file itself is sound."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            if (answer := cursor.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
                yield f"integrity: {answer}"
            strays = cursor.execute("PRAGMA foreign_key_check").fetchall()
            yield from (f"foreign key: {row}" for row in strays)


CHECKS = (posts, messages, pairs, wholeness, counts, courier, feeds, notifications, storage)


def main(path: str) -> None:
    ledger = json.loads(Path(path).read_text())
    json.dump([f"{check.__name__}: {problem}" for check in CHECKS for problem in check(ledger)], sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
