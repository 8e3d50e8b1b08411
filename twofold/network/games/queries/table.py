"""The table among friends: those of them who stand in it, and how their games of late went. No streaks, no ranks."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q

from twofold.foundation.kit import clock
from twofold.network.games.models import Entrant, Game, State
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.graph.models import Tie
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

SPAN = timedelta(days=90)
MOST = 200


@dataclass(slots=True)
class Line:
    """How many games somebody won, drew and lost in `SPAN`, never with whom."""

    persona: Persona
    won: int = 0
    drawn: int = 0
    lost: int = 0

    @property
    def played(self) -> int:
        return self.won + self.drawn + self.lost


def stands(viewer: Viewer) -> bool:
    """Whether the viewer stands in the table."""
    return Entrant.objects.filter(persona=viewer.id).exists()


def table(viewer: Viewer, kind: str = "") -> list[Line]:
    """The viewer and those of their friends who stand in it, by games won; of one kind of game, or of all.

    Empty for whoever does not stand in it themselves. Three queries.
    """
    if not stands(viewer):
        return []
    friends = Tie.objects.filter(owner=viewer.id).values("other")
    entered = Entrant.objects.values("persona")
    people = personas_visible_to(viewer).filter(Q(pk__in=friends) | Q(pk=viewer.id), pk__in=entered)
    lines = {each.pk: Line(each) for each in people.order_by("name")[:MOST]}
    for author, other, winner, count in _results(list(lines), kind):
        for each in (author, other):
            if each in lines:
                field = "drawn" if winner is None else "won" if winner == each else "lost"
                setattr(lines[each], field, getattr(lines[each], field) + count)
    return sorted(lines.values(), key=lambda line: (-line.won, -line.drawn, line.lost, line.persona.name))


def _results(ids: list[int], kind: str) -> list[tuple[int, int, int | None, int]]:
    rows = Game.objects.filter(Q(author__in=ids) | Q(other__in=ids), state=State.OVER)
    rows = rows.filter(changed_at__gt=clock.now() - SPAN)
    if kind:
        rows = rows.filter(kind=kind)
    counted = rows.values("author", "other", "winner").annotate(count=Count("pk")).order_by()
    return list(counted.values_list("author", "other", "winner", "count"))
