"""Telling the scripts through the actions that people use, each thing at its time."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from twofold.config.demo.casting import Cast
from twofold.config.demo.script import Scene, spoken
from twofold.foundation.kit.ids import encode
from twofold.network.media.models import Picture
from twofold.network.posts.actions import comment, publish, react, repost, save, vote
from twofold.network.posts.extras import Extras
from twofold.network.posts.models import REACTIONS, Post
from twofold.people.audiences.queries import personas_admitted_to
from twofold.people.audiences.specs import AudienceSpec, parse
from twofold.people.graph.models import Follow, Tie
from twofold.people.personas.models import Network, Persona

Photo = Callable[[Persona, str], list[Picture]]
_WIDE = {"everyone": "everyone", "members": "members", "ties": "ties", "far": "fof", "me": "me"}
SOON = timedelta(seconds=40)


@dataclass
class Told:
    """How many were told, and the posts that others quote, by name."""

    posts: int = 0
    comments: int = 0
    reactions: int = 0


def tell(cast: Cast, scenes: list[Scene], photo: Photo, now: datetime, *, reactions: bool = True) -> Told:
    """Say all of it, the oldest first. `photo` gives an author a picture by name. Call it in a transaction."""
    told = Told()
    by_name: dict[str, Post] = {}
    for scene in sorted(scenes, key=lambda each: each.ago.before(now)):
        at = scene.ago.before(now)
        post = _publish(cast, scene, at, photo, by_name, now)
        if name := scene.extras.get("as"):
            by_name[name] = post
        crowd = _crowd(post)
        remarks = list(_answer(cast, scene, post, at, now))
        _vote(scene, post, crowd)
        told.posts += 1 + _pass_on(cast, scene, post, at, now)
        told.comments += len(remarks)
        if reactions:
            told.reactions += _react(cast, scene, post, at, crowd, now) + _nod(remarks, crowd, now)
    return told


def spec_for(cast: Cast, scene: Scene) -> AudienceSpec:
    """The audience that a script names."""
    wide, *excepted = scene.audience.split(" -")
    choices = []
    for word in wide.split("+"):
        kind, _colon, name = word.partition(":")
        if kind == "circle":
            choices.append(f"circle:{encode(cast.circles[scene.by, name].pk)}")
        else:
            choices.append(_WIDE.get(word) or f"kind:{word}")
    exceptions = [f"named:{encode(cast.of(scene.network, handle).pk)}" for handle in excepted]
    return parse(choices, exceptions)


def _publish(
    cast: Cast,
    scene: Scene,
    at: datetime,
    photo: Photo,
    by_name: Mapping[str, Post],
    now: datetime,
) -> Post:
    author, name = cast.of(scene.network, scene.by), scene.extras.get("picture", "")
    return publish(
        author,
        text=spoken(scene.text, now),
        spec=spec_for(cast, scene),
        pictures=photo(author, name) if name else (),
        warning=scene.extras.get("warning", ""),
        language=scene.extras.get("lang", "en"),
        quote_of=by_name[scene.extras["quote"]] if "quote" in scene.extras else None,
        extras=_extras(scene.extras),
        at=at,
    )


def _extras(said: Mapping[str, str]) -> Extras:
    return Extras(
        occasion=said.get("occasion", ""),
        feeling=said.get("feeling", ""),
        place=said.get("place", ""),
        replies=int(said.get("replies", "0")),
        options=tuple(said["poll"].split("/")) if "poll" in said else (),
        days=14,
    )


def _vote(scene: Scene, post: Post, crowd: list[Persona]) -> None:
    voters, shares = scene.votes
    chance = Random(scene.text[:40])
    for persona in crowd[:voters]:
        vote(persona, post=post, options=chance.choices(range(len(shares)), shares))


def _answer(cast: Cast, scene: Scene, post: Post, at: datetime, now: datetime) -> Iterator[Post]:
    above: list[Post] = [post]
    for answer in scene.answers:
        parent = above[min(answer.depth, len(above)) - 1]
        made = comment(
            cast.of(scene.network, answer.by),
            parent=parent,
            text=spoken(answer.text, now),
            language="en",
            at=_in_time(at, answer.after, now),
        )
        above[answer.depth :] = [made]
        yield made


def _pass_on(cast: Cast, scene: Scene, post: Post, at: datetime, now: datetime) -> int:
    for handle in scene.saves:
        save(cast.of(scene.network, handle), post=post)
    for handle, after in scene.reposts:
        repost(cast.of(scene.network, handle), post=post, at=_in_time(at, after, now))
    return len(scene.reposts)


def _crowd(post: Post) -> list[Persona]:
    """Those who see the post: its author's ties and followers first, in an order that is the same every time."""
    near = set(Tie.objects.filter(owner=post.author_id).values_list("other", flat=True))
    near |= set(Follow.objects.filter(followed=post.author_id).values_list("follower", flat=True))
    admitted = personas_admitted_to(post).filter(network=post.network, kind=Persona.Kind.PERSON)
    people = sorted(admitted.exclude(pk=post.author_id), key=lambda each: each.handle)
    Random(post.text[:40]).shuffle(people)
    return sorted(people, key=lambda each: each.pk not in near)


def _react(cast: Cast, scene: Scene, post: Post, at: datetime, crowd: list[Persona], now: datetime) -> int:
    chance = Random(scene.text[:40])
    chosen = {cast.of(scene.network, handle): kind for handle, kind in scene.named}
    kinds = list(scene.shares) or [REACTIONS[Network(scene.network)][0].value]
    weights = list(scene.shares.values()) or [1]
    for persona in crowd:
        if len(chosen) >= round(scene.crowd * 0.8) + len(scene.named):
            break
        chosen.setdefault(persona, chance.choices(kinds, weights)[0])
    for persona, kind in chosen.items():
        react(persona, post=post, kind=kind, at=_later(chance, at, now))
    return len(chosen)


def _nod(remarks: list[Post], crowd: list[Persona], now: datetime) -> int:
    """A few reactions to comments."""
    nods = 0
    for remark in remarks:
        chance = Random(remark.text[:40])
        kinds = [kind.value for kind in REACTIONS[Network(remark.network)]][:3]
        for persona in chance.sample(crowd, min(len(crowd), chance.choice((0, 0, 0, 0, 1, 1, 2)))):
            if persona.pk != remark.author_id:
                kind = chance.choices(kinds, (6, 2, 1))[0]
                react(persona, post=remark, kind=kind, at=_later(chance, remark.published_at, now))
                nods += 1
    return nods


def _in_time(at: datetime, after: timedelta, now: datetime) -> datetime:
    """`after` a moment, or sooner where that has not come yet: a script does not know what time it is told."""
    passed = now - SOON - at
    return at + (after if after < passed else passed * (after / (after + passed)))


def _later(chance: Random, at: datetime, now: datetime) -> datetime:
    """Soon after: half of them within three hours."""
    return min(at + timedelta(minutes=chance.expovariate(1 / 260) + 2), now - SOON)
