"""All that a reader said about what they want to see, in one list: to look at, and to take back."""

from dataclasses import dataclass

from twofold.network.posts.models import Post
from twofold.people.audiences.queries import by_ids
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed.models import Snooze
from twofold.reach.feed.queries import hidden_by, snoozes_of
from twofold.reach.ranking.models import About, Leaning
from twofold.reach.ranking.recipes import KIND_WORDS


@dataclass(frozen=True)
class Said:
    """A leaning: `words` name what it is about, `persona` is there where that is somebody."""

    about: str
    ref: str
    amount: int
    words: str
    persona: Persona | None = None


@dataclass(frozen=True)
class Filters:
    leanings: list[Said]
    snoozes: list[Snooze]
    hidden: list[Post]


def filters(viewer: Viewer) -> Filters:
    """What the viewer said, the latest first; five statements. Whom they may not come across any more is left out."""
    rows = list(Leaning.objects.filter(owner=viewer.id).order_by("-since", "-pk"))
    people = by_ids(viewer, [int(row.ref) for row in rows if row.about == About.PERSON])
    return Filters(
        [each for row in rows if (each := _said(row, people))], snoozes_of(viewer), hidden_by(viewer)
    )


def _said(row: Leaning, people: dict[int, Persona]) -> Said | None:
    if row.about == About.PERSON:
        persona = people.get(int(row.ref))
        return Said(row.about, row.ref, row.amount, persona.name, persona) if persona else None
    words = f"#{row.ref}" if row.about == About.TOPIC else str(KIND_WORDS.get(row.ref, row.ref))
    return Said(row.about, row.ref, row.amount, words)
