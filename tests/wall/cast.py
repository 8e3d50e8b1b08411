"""The people of the matrix, each in one relation to the author, and what the author and a commenter share.

Everything is done through the actions that the pages call; every step is noted for the oracle.
"""

import io
import secrets
from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from PIL import Image

from tests.wall.oracle import Record, Thing, Who
from tests.wall.passing_on import pass_on
from tests.world import account_of, befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.network.media.actions import take_in
from twofold.network.posts import actions as posts
from twofold.network.posts.models import Post
from twofold.people.audiences.models import Scope
from twofold.people.audiences.specs import (
    ALL_TIES,
    EVERYONE,
    FRIENDS_OF_FRIENDS,
    MEMBERS,
    ONLY_ME,
    TIES,
    AudienceSpec,
    circle,
    named,
    ties_of_kind,
)
from twofold.people.graph import actions as graph
from twofold.people.graph.models import DEFAULT_KIND, KINDS
from twofold.people.personas.models import Network, Persona

STRANGER = ""


@dataclass
class Exhibit:
    """One thing of the matrix: what the oracle knows of it, where it is, and the canaries that it carries."""

    name: str
    thing: Thing
    post: Post
    words: tuple[str, ...]
    picture_id: int = 0
    repost_id: int = 0
    quote_id: int = 0


@dataclass
class Stage:
    """One network with its cast; `clients` are browsers, by the name of who sits before each."""

    network: Network
    record: Record
    people: dict[str, Persona] = field(default_factory=dict)
    clients: dict = field(default_factory=dict)
    exhibits: list[Exhibit] = field(default_factory=list)


def canary() -> str:
    """A word that stands nowhere else."""
    return "kanari" + secrets.token_hex(8)


def _cast(stage: Stage) -> None:
    network, record = stage.network, stage.record
    other = Network.SOCIAL if network == Network.PROFESSIONAL else Network.PROFESSIONAL
    kinds = [kind.value for kind in KINDS[network]]
    plain = [
        "author", "member", "follower", "asked", "asking", "declined", "far", "circled", "uncircled", "named",
        "excepted", "muted", "muting", "blocked", "blocking", "former", "commenter", "foe", "passer", "fan",
    ]  # fmt: skip
    for name in [*plain, *(f"kind_{kind}" for kind in kinds)]:
        stage.people[name] = person(_handle(name), network, name=name.title())
        record.home[name] = network
    stage.people["elsewhere"] = person(_handle("elsewhere"), other)
    stage.people["own_other"] = person(
        _handle("own_other"), other, account=account_of(stage.people["author"])
    )
    record.home["elsewhere"] = record.home["own_other"] = other
    for name, persona in stage.people.items():
        stage.clients[name] = client_of(persona)
    stage.clients[STRANGER] = client_of(None)


def _handle(name: str) -> str:
    return f"{name.replace('_', '.')}.{secrets.token_hex(3)}"


def _tie(stage: Stage, one: str, other: str, kind: str = "") -> None:
    default = DEFAULT_KIND[stage.network].value
    befriend(stage.people[one], stage.people[other], kind=kind or default, other_kind=default)
    stage.record.kind[one, other] = kind or default
    stage.record.kind[other, one] = default


def _untie(stage: Stage, one: str, other: str) -> None:
    stage.record.kind.pop((one, other), None)
    stage.record.kind.pop((other, one), None)


def _block(stage: Stage, by: str, whom: str) -> None:
    graph.block(stage.people[by], persona=stage.people[whom])
    stage.record.blocks.add((by, whom))
    _untie(stage, by, whom)


def _relations(stage: Stage) -> None:
    people, author = stage.people, stage.people["author"]
    for kind in KINDS[stage.network]:
        _tie(stage, "author", f"kind_{kind.value}", kind.value)
    for name in ("circled", "uncircled", "excepted", "muted", "muting", "blocked", "blocking", "former"):
        _tie(stage, "author", name)
    for name in ("commenter", "foe", "passer"):
        _tie(stage, "author", name)
    _tie(stage, f"kind_{KINDS[stage.network][0].value}", "far")
    graph.follow(people["follower"], followed=author)
    graph.follow(people["fan"], followed=people["passer"])
    graph.request_tie(author, receiver=people["asked"])
    graph.request_tie(people["asking"], receiver=author)
    graph.request_tie(people["declined"], receiver=author)
    graph.decline_tie(author, sender=people["declined"])
    graph.mute(author, persona=people["muted"])
    graph.mute(people["muting"], persona=author)
    graph.end_tie(people["former"], other=author)
    _untie(stage, "author", "former")


def _circle(stage: Stage) -> int:
    author, people = stage.people["author"], stage.people
    made = graph.make_circle(author, name="Inner " + secrets.token_hex(3))
    for name in ("circled", "uncircled", "blocked"):
        graph.add_to_circle(author, circle=made, persona=people[name])
        stage.record.circles["author", "inner"].add(name)
    return made.id


def _audiences(stage: Stage, circle_id: int) -> dict[str, tuple[AudienceSpec, Who]]:
    person_id = {name: persona.id for name, persona in stage.people.items()}
    but = frozenset({person_id["excepted"]})
    last = KINDS[stage.network][-1].value
    found = {
        "everyone": (EVERYONE, Who("everyone")),
        "members": (MEMBERS, Who("members")),
        "ties": (ALL_TIES, Who("listed", ties=True)),
        "far": (FRIENDS_OF_FRIENDS, Who("listed", ties_of_ties=True)),
        "circle": (
            AudienceSpec(parts=frozenset({circle(circle_id)})),
            Who("listed", circles=frozenset({"inner"})),
        ),
        "named": (
            named({person_id["named"], person_id["blocked"]}),
            Who("listed", named=frozenset({"named"})),
        ),
        "me": (ONLY_ME, Who("listed")),
        "ties_but": (
            AudienceSpec(parts=frozenset({TIES}), except_named=but),
            Who("listed", ties=True, but=frozenset({"excepted"})),
        ),
        "members_but": (
            AudienceSpec(Scope.MEMBERS, except_named=but),
            Who("members", but=frozenset({"excepted"})),
        ),
        "everyone_but": (
            AudienceSpec(Scope.EVERYONE, except_named=but),
            Who("everyone", but=frozenset({"excepted"})),
        ),
        "ties_but_kind": (
            AudienceSpec(parts=frozenset({TIES}), except_parts=frozenset({ties_of_kind(last)})),
            Who("listed", ties=True, but_kinds=frozenset({last})),
        ),
    }
    for kind in KINDS[stage.network]:
        found[f"kind_{kind.value}"] = (
            AudienceSpec(parts=frozenset({ties_of_kind(kind.value)})),
            Who("listed", kinds=frozenset({kind.value})),
        )
    return found


def picture_file() -> ContentFile:
    """A small photograph of one colour."""
    shade = tuple(secrets.randbelow(256) for _ in range(3))
    file = io.BytesIO()
    Image.new("RGB", (64, 48), shade).save(file, "JPEG")
    return ContentFile(file.getvalue(), name=f"{canary()}.jpg")


def _exhibit(stage: Stage, name: str, spec: AudienceSpec, who: Who) -> Exhibit:
    author = stage.people["author"]
    word, alt, warning = canary(), canary(), canary()
    picture = take_in(author, upload=picture_file(), alt=f"alt {alt}")
    post = posts.publish(
        author, text=f"{word} #wallwatch", spec=spec, pictures=[picture], warning=f"careful {warning}"
    )
    exhibit = Exhibit(name, Thing("author", who), post, (word, alt, warning), picture.id)
    pass_on(stage, exhibit)
    stage.exhibits.append(exhibit)
    return exhibit


def _comment(stage: Stage, under: Exhibit) -> None:
    word = canary()
    post = posts.comment(stage.people["commenter"], parent=under.post, text=word)
    thing = Thing("commenter", under.thing.who, of="author")
    stage.exhibits.append(Exhibit(f"comment on {under.name}", thing, post, (word,)))


def _later(stage: Stage, circle_id: int) -> None:
    """What changes after things were shared."""
    author, people = stage.people["author"], stage.people
    audiences = _audiences(stage, circle_id)
    narrowed = _exhibit(stage, "narrowed", *audiences["everyone"])
    _comment(stage, narrowed)
    deleted = _exhibit(stage, "deleted", *audiences["everyone"])
    _comment(stage, deleted)
    drain()
    posts.change_audience(author, post=narrowed.post, spec=audiences["circle"][0])
    posts.delete(author, post=deleted.post)
    for exhibit in stage.exhibits[-4:]:
        exhibit.thing.gone = "deleted" in exhibit.name
        exhibit.thing.who = audiences["circle"][1]
    graph.remove_from_circle(
        author, circle=people["author"].circles.get(pk=circle_id), persona=people["uncircled"]
    )
    stage.record.circles["author", "inner"].discard("uncircled")
    fall_out(stage)


def fall_out(stage: Stage) -> None:
    """Who blocks whom, in the end."""
    _block(stage, "author", "blocked")
    _block(stage, "blocking", "author")
    _block(stage, "commenter", "foe")
    stage.record.circles["author", "inner"].discard("blocked")


def people_of(network: Network) -> tuple[Stage, dict[str, tuple[AudienceSpec, Who]]]:
    """The cast in its relations, before anything is shared; and the audiences to share for, by name."""
    stage = Stage(network, Record(network))
    _cast(stage)
    _relations(stage)
    return stage, _audiences(stage, _circle(stage))


def set_stage(network: Network) -> Stage:
    """The whole play in `network`, up to the moment in which everybody looks."""
    stage = Stage(network, Record(network))
    _cast(stage)
    _relations(stage)
    circle_id = _circle(stage)
    for name, (spec, who) in _audiences(stage, circle_id).items():
        exhibit = _exhibit(stage, name, spec, who)
        if name in {"everyone", "members", "ties", "ties_but", "far"}:
            _comment(stage, exhibit)
    drain()
    _later(stage, circle_id)
    drain()
    return stage
