"""The visibility matrix: fetch every surface as every viewer, and compare with the oracle."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.test import Client

from tests.wall.cast import STRANGER, Exhibit, Stage, set_stage
from tests.wall.oracle import may_see
from tests.wall.surfaces import ITEMS, LISTS, ItemSurface, ListSurface
from twofold.people.personas.models import Network
from twofold.surfaces.api.tests.doors import token_for

MAX_PAGES = 6
# What is looked at everywhere even in the small matrix of the suite; `make wall` looks at all.
TELLING = {"everyone", "members_but", "circle", "narrowed", "deleted"}
# All others take turns, for it is the same code that shows them: one half of them in each network.
TURNS = list(Network)
# Whom none of these tells apart.
ALIKE = ("kind_", "asked", "asking", "declined", "former", "fan", "passer", "muting")


@dataclass
class Score:
    """Cells looked at, canaries found where none may be, canaries missing where one must be."""

    cells: int = 0
    leaks: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.cells} cells, {len(self.leaks)} leaks, {len(self.refusals)} wrong refusals"


@dataclass
class Seats:
    """Before each name sits a browser and, for those with a persona, a client with a token."""

    pages: dict[str, Client]
    clients: dict[str, Client]

    @classmethod
    def around(cls, stage: Stage) -> "Seats":
        tokens = {name: token_for(persona) for name, persona in stage.people.items()}
        clients = {
            name: Client(headers={"Authorization": f"Bearer {token}"}) for name, token in tokens.items()
        }
        clients[STRANGER] = Client()
        return cls(stage.clients, clients)

    def before(self, by: str) -> list[str]:
        """Who can ask this way: in a browser the place decides, so the author's other persona is the author there."""
        return [name for name in self.pages if by == "client" or name != "own_other"]

    def ask(self, name: str, by: str, path: str) -> bytes:
        """All bytes of the answer, headers included; following pages are read too."""
        client = (self.pages if by == "page" else self.clients)[name]
        answer = client.get(path, follow=True)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        if answer.headers.get("Content-Type", "").startswith("image/"):
            body += b" shown as a picture "
        return str(answer.headers).encode() + body


def _seen(exhibit: Exhibit, surface: ItemSurface | ListSurface, answer: bytes) -> bool:
    if surface.route in {"media:picture", "json:fetch"}:
        return b" shown as a picture " in answer
    return any(word.encode() in answer for word in exhibit.words)


def _items(stage: Stage, seats: Seats, score: Score, *, everything: bool) -> None:
    for place, surface in enumerate(ITEMS):
        if not everything and not surface.full and not _in_turn(stage, place):
            continue
        for exhibit in _shown(stage, surface, everything=everything):
            path = surface.path(stage, exhibit)
            for name in seats.before(surface.by) if path else ():
                if not everything and name.startswith(ALIKE) and not (surface.full and _tells(exhibit)):
                    continue
                answer = seats.ask(name, surface.by, path or "")
                _mark(score, stage, surface, exhibit, name, answer, must=surface.full)


def _shown(stage: Stage, surface: ItemSurface, *, everything: bool) -> Iterator[Exhibit]:
    for place, exhibit in enumerate(stage.exhibits):
        further = surface.full and _in_turn(stage, place)
        if everything or further or exhibit.name in TELLING:
            yield exhibit


def _tells(exhibit: Exhibit) -> bool:
    """Whether kinds of ties, and ties that are none, may make a difference to who sees it."""
    return exhibit.name in TELLING or any(part in exhibit.name for part in ("kind_", "ties", "far"))


def _in_turn(stage: Stage, place: int) -> bool:
    return place % len(TURNS) == TURNS.index(stage.network)


def _lists(stage: Stage, seats: Seats, score: Score, *, everything: bool) -> None:
    for surface in LISTS:
        for name in seats.before(surface.by):
            if not everything and name.startswith(ALIKE):
                continue
            answer = _all_pages(seats, name, surface.by, surface.path(stage))
            for exhibit in stage.exhibits:
                _mark(score, stage, surface, exhibit, name, answer, must=surface.holds(exhibit))


def _all_pages(seats: Seats, name: str, by: str, path: str) -> bytes:
    """The list from its beginning, page after page, as the page itself offers them."""
    pages = []
    for following in _following(seats, name, by, path):
        pages.append(following)
    return b"".join(pages)


def _following(seats: Seats, name: str, by: str, path: str) -> Iterator[bytes]:
    for _ in range(MAX_PAGES):
        answer = seats.ask(name, by, path)
        yield answer
        _, found, rest = answer.partition(b'rel="next" href="')
        if not found:
            return
        path = rest.split(b'"', 1)[0].decode().replace("&amp;", "&")


def _mark(score, stage, surface, exhibit, name, answer, *, must: bool) -> None:
    allowed, seen = may_see(stage.record, name, exhibit.thing), _seen(exhibit, surface, answer)
    score.cells += 1
    where = f"{stage.network} {surface.route}: {exhibit.name} as {name or 'a stranger'}"
    if seen and not allowed:
        score.leaks.append(where)
    if must and allowed and not seen and not _excused(stage, surface, exhibit, name):
        score.refusals.append(where)


def _excused(stage: Stage, surface, exhibit: Exhibit, name: str) -> bool:
    """Whether `name` may be refused here although the thing is for them.

    Who wrote a comment under something that closed to them keeps it, but not its place. A token belongs to one network
    and reads nothing of the other one, not even what strangers may see.
    """
    rootless = exhibit.post.root_id is not None and name == exhibit.thing.author
    return rootless or (
        surface.by == "client" and stage.record.home.get(name, stage.network) != stage.network
    )


def play(network: Network, *, everything: bool = False) -> Score:
    """Set the stage in `network`, let everybody look everywhere, and count."""
    stage = set_stage(network)
    seats, score = Seats.around(stage), Score()
    _items(stage, seats, score, everything=everything)
    _lists(stage, seats, score, everything=everything)
    return score
