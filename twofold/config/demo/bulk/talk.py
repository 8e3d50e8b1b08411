"""What a large town says: posts, comments, reactions, hashtags, reposts, and the feeds that they fill."""

from dataclasses import dataclass
from datetime import datetime
from html import escape
from random import Random

import numpy as np
from django.db import connection

from twofold.config.demo.bulk import shape
from twofold.config.demo.bulk.people import Town, moments, new_ids
from twofold.config.demo.bulk.sentences import TONES
from twofold.foundation.kit import clock
from twofold.foundation.kit.loading import insert_rows
from twofold.network.posts.models import REACTIONS, Hashtag, Post, Reaction, Tagging
from twofold.people.audiences.door import rule_sql

YEAR = 365 * 86_400
_AUDIENCES = ("everyone", "ties", "near")
_SHARES = {"professional": (0.62, 0.30, 0.08), "social": (0.22, 0.58, 0.20)}
_COMMENTS, _REACTIONS = 0.9, 3.2
_POST = [
    "id", "network", "author_id", "audience_id", "root_id", "parent_id", "repost_of_id", "text", "html", "language",
    "published_at", "position", "reactions_count", "comments_count", "reposts_count",
]  # fmt: skip

# The same rule that delivery asks, for all posts of a network at once.
_DELIVER = f"""INSERT INTO feed_entry (owner_id, position, post_id)
SELECT pe.id, po.position, po.id FROM posts_post po
JOIN (
 SELECT owner_id AS author, other_id AS reader FROM graph_tie
 UNION SELECT followed_id, follower_id FROM graph_follow
 UNION SELECT id, id FROM personas_persona) re ON re.author = po.author_id
JOIN personas_persona pe ON pe.id = re.reader
WHERE po.root_id IS NULL AND po.network = %(network)s AND pe.network = %(network)s
AND {rule_sql(thing="po", viewer="pe.id", home="pe.network")}
ORDER BY pe.id, po.position"""


@dataclass(frozen=True)
class Posts:
    """Posts by number: `author` is a person's number in the town, `ago` seconds, `reach` an index of _AUDIENCES."""

    ids: np.ndarray
    author: np.ndarray
    ago: np.ndarray
    reach: np.ndarray
    audience: np.ndarray


@dataclass(frozen=True)
class Echo:
    """Who answers what: `post` and `person` by number, and how many seconds ago."""

    post: np.ndarray
    person: np.ndarray
    ago: np.ndarray


def talk(rng: np.random.Generator, town: Town, count: int, now: datetime) -> int:
    """Write `count` posts and what follows from them; how many comments and posts were written."""
    if count == 0:
        return 0
    posts = _write_when(rng, town, count)
    comments = _answers(rng, town, posts, int(count * _COMMENTS))
    reactions = _once(_answers(rng, town, posts, int(count * _REACTIONS)))
    reposts = _reposts(rng, town, posts, int(count * 0.03))
    chance = Random(int(rng.integers(0, 2**62)))
    counts = [np.bincount(each.post, minlength=count) for each in (reactions, comments, reposts)]
    tagged = _write_posts(town, posts, counts, chance, now)
    _write_comments(rng, town, posts, comments, chance, now)
    _write_reposts(rng, town, posts, reposts, now)
    _write_reactions(rng, town, posts, reactions, now)
    _write_tags(rng, town, posts, tagged, now)
    return count + len(comments.post)


def fill_feeds(network: str) -> int:
    """Deliver every post of `network` to the home feeds of those whom it reaches; how many entries there are."""
    with connection.cursor() as cursor:
        cursor.execute(_DELIVER, {"network": network})
        return cursor.rowcount


def _write_when(rng: np.random.Generator, town: Town, count: int) -> Posts:
    """Some write much and most little; more lately than long ago; more by day than by night."""
    weights = np.cumsum(rng.lognormal(0.0, 1.0, len(town.ids)))
    author = np.searchsorted(weights, rng.random(count) * weights[-1], side="right")
    day = np.floor(rng.random(count) ** 1.4 * 365)
    ago = np.sort(day * 86_400 + np.clip(rng.normal(43_000, 15_000, count), 60, 86_399))[::-1]
    reach = rng.choice(3, count, p=_SHARES[town.network.value])
    audience = np.choose(reach, [town.audiences[name][author] for name in _AUDIENCES])
    return Posts(new_ids(rng, count), author, ago, reach, audience)


def _answers(rng: np.random.Generator, town: Town, posts: Posts, many: int) -> Echo:
    """Ties of the author who may see the post; a few posts get most of the answers."""
    starts, others = shape.neighbours(town.shape)
    if len(others) == 0:
        nothing = np.zeros(0, dtype=np.int64)
        return Echo(nothing, nothing, nothing)
    heat = np.cumsum(rng.lognormal(0.0, 1.1, len(posts.ids)))
    post = np.searchsorted(heat, rng.random(many) * heat[-1], side="right")
    author = posts.author[post]
    degree = starts[author + 1] - starts[author]
    place = np.minimum(starts[author] + (rng.random(many) * degree).astype(np.int64), len(others) - 1)
    admitted = (degree > 0) & ((posts.reach[post] != 2) | town.near[place])
    post, place = post[admitted], place[admitted]
    ago = posts.ago[post] * rng.random(len(post)) ** 0.03
    return Echo(post, others[place], np.maximum(ago, 1))


def _once(echo: Echo) -> Echo:
    """One reaction of a person to a post."""
    _, first = np.unique(echo.post * (echo.person.max(initial=0) + 1) + echo.person, return_index=True)
    return Echo(echo.post[first], echo.person[first], echo.ago[first])


def _reposts(rng: np.random.Generator, town: Town, posts: Posts, many: int) -> Echo:
    echo = _once(_answers(rng, town, posts, many * 3))
    public = np.flatnonzero(posts.reach[echo.post] == 0)[:many]
    return Echo(echo.post[public], echo.person[public], echo.ago[public])


def _stamps(ago: np.ndarray, now: datetime) -> list[tuple[datetime, int]]:
    return [(moment, clock.position_of(moment)) for moment in moments(ago, now)]


def paragraph(text: str, network: str, tag: str = "") -> str:
    """A text as it is kept, with the hashtag at its end as a link."""
    link = f' <a class="tag" href="/{network}/tags/{tag}/">#{tag}</a>' if tag else ""
    return f"<p>{escape(text, quote=False)}{link}</p>"


def _write_posts(
    town: Town, posts: Posts, counts: list[np.ndarray], chance: Random, now: datetime
) -> list[tuple[int, str]]:
    tone, network = TONES[town.network.value], town.network.value
    tagged: list[tuple[int, str]] = []

    def rows():
        authors, stamps = town.ids[posts.author].tolist(), _stamps(posts.ago, now)
        numbers = zip(*(each.tolist() for each in counts), strict=True)
        kept = zip(posts.ids.tolist(), authors, posts.audience.tolist(), stamps, numbers, strict=True)
        for place, (post, author, audience, (moment, position), (reactions, comments, reposts)) in enumerate(
            kept
        ):
            text, tag = tone.post(chance)
            if tag:
                tagged.append((place, tag))
            yield (
                post, network, author, audience, None, None, None, f"{text} #{tag}" if tag else text,
                paragraph(text, network, tag), "en", moment, position, reactions, comments, reposts,
            )  # fmt: skip

    insert_rows(Post, _POST, rows())
    return tagged


def _write_comments(
    rng: np.random.Generator, town: Town, posts: Posts, comments: Echo, chance: Random, now: datetime
) -> None:
    tone, network = TONES[town.network.value], town.network.value
    ids = new_ids(rng, len(comments.post)).tolist()
    roots, audiences = posts.ids[comments.post].tolist(), posts.audience[comments.post].tolist()
    people, stamps = town.ids[comments.person].tolist(), _stamps(comments.ago, now)

    def rows():
        for comment, root, audience, person, (moment, position) in zip(
            ids, roots, audiences, people, stamps, strict=True
        ):
            text = tone.comment(chance)
            html = paragraph(text, network)
            yield (
                comment, network, person, audience, root, root, None, text, html, "en", moment, position, 0, 0, 0,
            )  # fmt: skip

    insert_rows(Post, _POST, rows())


def _write_reposts(rng: np.random.Generator, town: Town, posts: Posts, reposts: Echo, now: datetime) -> None:
    originals, audiences = posts.ids[reposts.post].tolist(), posts.audience[reposts.post].tolist()
    people, stamps = town.ids[reposts.person].tolist(), _stamps(reposts.ago, now)
    ids = new_ids(rng, len(originals)).tolist()
    rows = (
        (
            number,
            town.network.value,
            person,
            audience,
            None,
            None,
            original,
            "",
            "",
            "",
            moment,
            position,
            0,
            0,
            0,
        )
        for number, person, audience, original, (moment, position) in zip(
            ids, people, audiences, originals, stamps, strict=True
        )
    )
    insert_rows(Post, _POST, rows)


def _write_reactions(
    rng: np.random.Generator, town: Town, posts: Posts, reactions: Echo, now: datetime
) -> None:
    kinds = [kind.value for kind in REACTIONS[town.network]]
    chance = np.array([0.56, 0.2, 0.14, 0.1, 0.0][: len(kinds)])
    chosen = rng.choice(len(kinds), len(reactions.post), p=chance / chance.sum())
    rows = zip(
        posts.ids[reactions.post].tolist(),
        town.ids[reactions.person].tolist(),
        (kinds[number] for number in chosen.tolist()),
        moments(reactions.ago, now),
        strict=True,
    )
    insert_rows(Reaction, ["post_id", "persona_id", "kind", "created_at"], rows)


def _write_tags(
    rng: np.random.Generator, town: Town, posts: Posts, tagged: list[tuple[int, str]], now: datetime
) -> None:
    tags = TONES[town.network.value].tags
    numbers = dict(zip(tags, new_ids(rng, len(tags)).tolist(), strict=True))
    insert_rows(
        Hashtag,
        ["id", "network", "name", "written"],
        ((number, town.network.value, tag, tag) for tag, number in numbers.items()),
    )
    ids, stamps = posts.ids.tolist(), _stamps(posts.ago, now)
    rows = ((numbers[tag], ids[place], stamps[place][1]) for place, tag in tagged)
    insert_rows(Tagging, ["tag_id", "post_id", "position"], rows)
