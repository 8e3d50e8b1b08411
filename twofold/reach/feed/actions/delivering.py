"""Writing home feeds: set-based, so that ten thousand followers are one statement."""

from django.db import connection, transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.network.posts.models import Post
from twofold.reach.feed.facts import FeedDelivered
from twofold.reach.feed.models import LoudAuthor
from twofold.reach.feed.queries import ADMITTED

LOUD_BEYOND = 50_000
KEPT = 2_000
BACKFILL = 20

_DELIVER = f"""INSERT INTO feed_entry (owner_id, position, post_id)
SELECT pe.id, po.position, po.id FROM (
 SELECT other_id AS id FROM graph_tie WHERE owner_id = %(author)s
 UNION SELECT follower_id FROM graph_follow WHERE followed_id = %(author)s
 UNION SELECT id FROM personas_persona WHERE id = %(author)s) re
CROSS JOIN posts_post po LEFT JOIN posts_post ori ON ori.id = po.repost_of_id
JOIN personas_persona pe ON pe.id = re.id
WHERE po.id = %(post)s AND pe.network = po.network AND pe.state = 0 AND {ADMITTED}
ON CONFLICT DO NOTHING"""

_HOME = """INSERT INTO feed_entry (owner_id, position, post_id)
SELECT po.author_id, po.position, po.id FROM posts_post po
JOIN personas_persona pe ON pe.id = po.author_id AND pe.network = po.network
WHERE po.id = %(post)s AND po.root_id IS NULL AND po.live
ON CONFLICT DO NOTHING"""

_BACKFILL = f"""INSERT INTO feed_entry (owner_id, position, post_id)
SELECT pe.id, po.position, po.id FROM posts_post po LEFT JOIN posts_post ori ON ori.id = po.repost_of_id
CROSS JOIN personas_persona pe
WHERE pe.id = %(owner)s AND pe.state = 0 AND pe.network = po.network
AND po.author_id = %(author)s AND po.root_id IS NULL AND {ADMITTED}
ORDER BY po.position DESC LIMIT %(limit)s + 0
ON CONFLICT DO NOTHING"""

_WITHDRAW = """DELETE FROM feed_entry WHERE owner_id = %(owner)s AND EXISTS (
 SELECT 1 FROM posts_post po WHERE po.id = feed_entry.post_id AND po.author_id = %(author)s)"""

_REACHED = """SELECT 1 WHERE
EXISTS (SELECT 1 FROM graph_follow WHERE follower_id = %(owner)s AND followed_id = %(author)s)
OR EXISTS (SELECT 1 FROM graph_tie WHERE owner_id = %(owner)s AND other_id = %(author)s)"""

_FOLLOWERS = """SELECT COUNT(*) FROM (
 SELECT 1 FROM graph_follow WHERE followed_id = %(author)s LIMIT %(limit)s + 0) fo"""

_LONG_FEEDS = "SELECT owner_id FROM feed_entry GROUP BY owner_id HAVING COUNT(*) > %(kept)s"

_TRIM = """DELETE FROM feed_entry WHERE owner_id = %(owner)s AND position < (
 SELECT e.position FROM feed_entry e WHERE e.owner_id = %(owner)s
 ORDER BY e.position DESC, e.post_id DESC LIMIT 1 OFFSET %(kept)s)"""


def deliver(post_id: int) -> int:
    """Put a post into the home feeds of its author's ties and followers who may see it, and of its author.

    One statement. Delivering twice is delivering once. Comments are not delivered, nor are the posts of authors with
    more than `LOUD_BEYOND` followers: those are read when a feed is read. How many entries were written.
    """
    post = Post.objects.filter(pk=post_id, live=True, root=None).only("id", "author_id").first()
    if post is None:
        return 0
    with transaction.atomic():
        written = 0 if _is_loud(post.author_id) else _run(_DELIVER, post=post_id, author=post.author_id)
        announce(FeedDelivered(post_id))
    return written


def deliver_home(post_id: int) -> None:
    """Put a post into the home feed of its author alone; one statement."""
    _run(_HOME, post=post_id)


def backfill(*, owner_id: int, author_id: int) -> int:
    """Put the last posts of `author_id` into the feed of someone who has just come to read them."""
    return _run(_BACKFILL, owner=owner_id, author=author_id, limit=BACKFILL)


def withdraw(*, owner_id: int, author_id: int) -> None:
    """Take the posts of `author_id` out of a feed, unless another tie or follow still brings them there."""
    with connection.cursor() as cursor:
        cursor.execute(_REACHED, {"owner": owner_id, "author": author_id})
        if cursor.fetchone():
            return
    _run(_WITHDRAW, owner=owner_id, author=author_id)


def trim() -> int:
    """Keep the newest `KEPT` entries of each feed; how many went."""
    with connection.cursor() as cursor:
        cursor.execute(_LONG_FEEDS, {"kept": KEPT + KEPT // 10})
        long = [row[0] for row in cursor.fetchall()]
    # One feed a transaction: nobody who publishes waits for more than one.
    return sum(_run(_TRIM, owner=owner, kept=KEPT - 1) for owner in long)


def quieten() -> None:
    """Deliver again for authors who have lost their crowd: their last posts come to be entries."""
    for author_id in LoudAuthor.objects.values_list("persona_id", flat=True):
        if _followers(author_id, LOUD_BEYOND) < LOUD_BEYOND * 0.8:
            recent = Post.objects.filter(author_id=author_id, root=None, live=True).order_by("-position")
            with transaction.atomic():
                LoudAuthor.objects.filter(pk=author_id).delete()
                for post_id in recent.values_list("pk", flat=True)[:BACKFILL]:
                    _run(_DELIVER, post=post_id, author=author_id)


def _is_loud(author_id: int) -> bool:
    if LoudAuthor.objects.filter(pk=author_id).exists():
        return True
    if _followers(author_id, LOUD_BEYOND + 1) <= LOUD_BEYOND:
        return False
    LoudAuthor.objects.get_or_create(persona_id=author_id)
    return True


def _followers(author_id: int, up_to: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_FOLLOWERS, {"author": author_id, "limit": up_to})
        return cursor.fetchone()[0]


def _run(statement: str, **params: int) -> int:
    now = connection.ops.adapt_datetimefield_value(clock.now())
    with connection.cursor() as cursor:
        cursor.execute(statement, {**params, "now": now} if "%(now)s" in statement else params)
        return cursor.rowcount
